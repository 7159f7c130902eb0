import type { Scenario } from './schema.ts';
import { blocs } from './tariffPause2025/blocs.ts';
import { componentsCN } from './tariffPause2025/componentsCN.ts';
import { componentsKR } from './tariffPause2025/componentsKR.ts';
import { componentsUS } from './tariffPause2025/componentsUS.ts';
import { leversChips } from './tariffPause2025/leversChips.ts';
import { leversInvestment } from './tariffPause2025/leversInvestment.ts';
import { leversSecurity } from './tariffPause2025/leversSecurity.ts';
import { leversTariffs } from './tariffPause2025/leversTariffs.ts';
import { mandatesCN } from './tariffPause2025/mandatesCN.ts';
import { mandatesKR } from './tariffPause2025/mandatesKR.ts';
import { mandatesUS } from './tariffPause2025/mandatesUS.ts';
import { newsEconomy } from './tariffPause2025/newsEconomy.ts';
import { newsPolitics } from './tariffPause2025/newsPolitics.ts';
import { remarks } from './tariffPause2025/remarks.ts';
import { wedges } from './tariffPause2025/wedges.ts';
import { words } from './words.ts';

const points = (lever: string, ...values: number[]) => ({ form: 'points' as const, lever, values });

/** Ninety days, three capitals, one table: the tariff pause of 9 April to 8 July 2025. */
export const tariffPause2025: Scenario = {
  id: 'tariff-pause-2025',
  version: 1,
  title: words('The ninety-day pause', '90일의 유예', '九十天暂缓'),
  summary: words(
    'Washington has put its “reciprocal” tariffs on hold for ninety days. It wants Korea in its effort to contain China; China wants Korea out of it. Tariffs, chips, investment and troops are on one table, and what no treaty covers snaps back.',
    '미국이 상호관세를 90일간 유예했다. 미국은 한국을 대중 견제에 끌어들이려 하고, 중국은 빼내려 한다. 관세와 반도체, 투자와 주한미군이 한 테이블에 올랐고, 협정으로 묶지 않은 것은 유예가 끝나면 되돌아온다.',
    '美国将“对等关税”暂缓九十天。华盛顿要韩国加入对华遏制，北京要韩国置身事外。关税、芯片、投资和驻军同在一张桌上，没有协议约束的，期满一律恢复。',
  ),
  situation: {
    US: words(
      'Your President has paused the tariffs for ninety days and told the world to make offers. Korea runs a surplus of $55.7bn with you; China holds the rare earths that your car plants need, behind a wall of 125 % and you behind one of 145 %. On day 90 Korea’s duties jump, chips and steel included, and the licences of its fabs in China lapse. You hold most of the sticks. What you lack is time, magnets and friends.',
      '대통령은 관세를 90일 유예하고 세계에 제안을 가져오라고 했습니다. 한국은 당신 나라에서 557억 달러의 흑자를 내고, 중국은 당신의 자동차 공장에 필요한 희토류를 쥐고 있습니다. 두 나라는 145%와 125%의 벽을 사이에 두고 마주 섰습니다. 90일째가 되면 한국산 관세는 반도체와 철강까지 다시 오르고, 한국 기업의 중국 공장 장비 허가도 끝납니다. 채찍은 대부분 당신 손에 있습니다. 모자란 것은 시간과 자석, 그리고 친구입니다.',
      '总统把关税暂缓九十天，要全世界拿出方案来。韩国对美顺差557亿美元；中国握着贵国车厂离不开的稀土，两国之间是145%与125%两堵高墙。到第90天，对韩关税全面回升，芯片与钢铁也在其中，韩企在华工厂的许可同时失效。大棒多在您手里，您缺的是时间、磁材和朋友。',
    ),
    KR: words(
      'One ally guards your border, one neighbour buys your chips, and each asks you to choose. If nothing is agreed by day 90, cars, steel, chips and all the rest pay the full American duty, and your fabs in China lose their licences. You can offer ships, plants, gas and a place in the export controls; or an upgraded agreement with Beijing. You can be aligned, autonomous, or on good terms with both. You can’t be late.',
      '동맹은 국경을 지켜 주고 이웃은 반도체를 사 주는데, 둘 다 당신에게 선택하라고 합니다. 90일 안에 합의가 없으면 자동차와 철강, 반도체를 비롯한 모든 수출품이 미국의 관세를 온전히 물고, 중국 공장은 장비 허가를 잃습니다. 당신은 배와 공장, 가스, 수출통제 동참을 내놓을 수 있고, 베이징과 한 단계 높은 협정을 맺을 수도 있습니다. 한편에 설 수도, 홀로 설 수도, 양쪽과 잘 지낼 수도 있습니다. 늦을 수는 없습니다.',
      '一个盟友守着您的边境，一个邻国买着您的芯片，两家都要您选边。若到第90天仍无协议，汽车、钢铁、芯片等全部出口都要缴足额美国关税，在华工厂也将失去许可。您可以拿出船舶、工厂、天然气和加入管制的席位，也可以同北京升级协定。可以结盟，可以自主，可以两边交好，唯独不能迟到。',
    ),
    CN: words(
      'The Americans have walled off their market at 145 %, and you theirs at 125 %. On day 90 both walls come down part of the way, to 54 and 34 %, unless somebody signs or orders otherwise. You own what is mined and refined; they own what makes the finest chips; and Korea makes the memory that both need. Washington is pulling Seoul across the line. An open door, an empty chair or a cold wind: you decide what Seoul finds when it looks west.',
      '미국은 145%의 벽으로 시장을 닫았고 당신은 125%로 맞섰습니다. 누군가 서명하거나 달리 명하지 않는 한, 90일째에 두 벽은 54%와 34%까지만 내려옵니다. 캐고 정련하는 것은 당신이 쥐고, 가장 앞선 반도체를 만드는 장비는 그들이 쥐고 있으며, 양쪽 모두에 필요한 메모리는 한국이 만듭니다. 워싱턴은 서울을 선 너머로 끌어당기고 있습니다. 열린 문, 빈 의자, 찬바람. 서울이 서쪽을 볼 때 무엇을 마주할지는 당신이 정합니다.',
      '美国用145%的高墙关上市场，您以125%回应。除非有人签字或另行下令，第90天两堵墙各自降到54%和34%。矿与冶炼在您手里，造最先进芯片的设备在他们手里，而双方都离不开的存储芯片由韩国制造。华盛顿正把首尔往线那边拉。敞开的门、空着的椅子，还是一阵寒风：首尔望向西边时看到什么，由您决定。',
    ),
  },
  seats: ['US', 'KR', 'CN'],
  rules: {
    rounds: 6,
    daysPerRound: 15,
    flow: { weight: 0.25, floor: -30, ceiling: 100 },
    complete: false,
    maxClauses: 12,
    noteLength: 500,
    tablings: 8,
    openOffers: 5,
    messages: 20,
    messageLength: 280,
    measures: { perRound: 2, capital: 2 },
    sealed: { capital: 3, support: 5 },
    capital: { start: 40, perRound: 4, max: 60, value: 0.05 },
    ratification: { base: 47, perPosition: 10, pass: 50, swing: 5, price: 0.5, cap: 4, failure: 5 },
    denunciation: { capital: 15, capitalPerClause: 3, credibility: 10, resultPerClause: 2 },
    credibility: { brokenPledge: 5, supportPer10: 2 },
    offAgenda: { opener: 'US', capital: 6, support: 5, target: 'KR' },
  },
  levers: [...leversTariffs, ...leversChips, ...leversInvestment, ...leversSecurity],
  economy: { wedges: [...wedges] },
  components: [...componentsUS, ...componentsKR, ...componentsCN],
  mandates: [...mandatesUS, ...mandatesKR, ...mandatesCN],
  blocs: [...blocs],
  news: [...newsEconomy, ...newsPolitics],
  stance: {
    seat: 'KR',
    toward: ['US', 'CN'],
    x: [
      points('kr-chip-controls', 0, 0.25, 0.5),
      points('kr-investment-screening', 0, 0.125, 0.25),
      points('us-kr-security', 0, 0.125, 0.25),
    ],
    y: [
      points('kr-cn-fta', 0, 0.5),
      points('cn-kr-investment', 0, 0.125, 0.25),
      points('kr-supply-chains', 0.25, 0.125, 0),
    ],
  },
  remarks: [...remarks],
};
