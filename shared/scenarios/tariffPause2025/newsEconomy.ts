import type { Sector } from '../../economy/calibration.ts';
import type { NewsCard } from '../schema.ts';
import { words } from '../words.ts';

const GOODS: Partial<Record<Sector, number>> = {
  AGR: 1,
  CHP: 1,
  ELE: 1,
  AUT: 1,
  MET: 1,
  SHP: 1,
  MCH: 1,
  OTH: 1,
};
const always = (value: number) => ({ by: [], values: [value] });
const NO_CAPITAL = { US: 0, KR: 0, CN: 0 };

/** News that changes what things cost, for the rest of the game. */
export const newsEconomy: readonly NewsCard[] = [
  {
    id: 'chip-slump',
    headline: words('Chip buyers pull back', '반도체 수요 급랭', '芯片需求骤冷'),
    body: words(
      'Server makers run down their stocks and memory prices slip. Korean chip lines earn less on every wafer.',
      '서버 업체들이 재고를 줄이면서 메모리 가격이 미끄러진다. 한국 반도체 라인은 웨이퍼 한 장에서 버는 돈이 줄었다.',
      '服务器厂商消化库存，存储芯片价格下滑，韩国芯片产线每片晶圆的收益都在减少。',
    ),
    source:
      'Modelled on: Ministry of Trade, Industry and Energy (Korea), export statistics, chip exports of February 2025',
    wedges: [{ kind: 'productivity', region: 'KR', sectors: { CHP: 1 }, ...always(-0.8) }],
    capital: { US: 0, KR: -1, CN: 0 },
    agenda: [],
  },
  {
    id: 'chip-surge',
    headline: words('Memory for AI sells out', 'AI용 메모리 품절', 'AI存储芯片售罄'),
    body: words(
      'High-bandwidth memory is booked until next year and June’s chip exports set a record. Seoul negotiates with a firmer voice.',
      '고대역폭메모리 물량이 내년까지 예약됐고 6월 반도체 수출은 기록을 새로 썼다. 협상장에서 서울의 목소리에 힘이 실린다.',
      '高带宽存储器订单排到明年，6月芯片出口创下纪录，首尔在谈判桌上底气更足。',
    ),
    source: 'Modelled on: Ministry of Trade, Industry and Energy (Korea), export statistics, June 2025',
    wedges: [{ kind: 'productivity', region: 'KR', sectors: { CHP: 1 }, ...always(0.8) }],
    capital: { US: 0, KR: 2, CN: 0 },
    agenda: [],
  },
  {
    id: 'port-strike',
    headline: words('Dockers walk out from Maine to Texas', '미국 동부 항만 파업', '美国东海岸码头工人罢工'),
    body: words(
      'Ships queue outside three dozen harbours. Until the backlog clears, everything that crosses an American quay costs a little more.',
      '서른 곳이 넘는 항만 앞바다에 배가 줄지어 섰다. 적체가 풀릴 때까지 미국 부두를 거치는 모든 것이 조금씩 비싸진다.',
      '三十多个港口外船舶排起长队，积压清完之前，凡经美国码头的货物都要贵上一点。',
    ),
    source: 'Fiction, modelled on: strike of the International Longshoremen’s Association, 1–3 October 2024',
    wedges: [
      { kind: 'iceberg', importer: 'US', exporter: '*', sectors: GOODS, ...always(1.002) },
      { kind: 'iceberg', importer: '*', exporter: 'US', sectors: GOODS, ...always(1.002) },
    ],
    capital: { US: -2, KR: 0, CN: 0 },
    agenda: [],
  },
  {
    id: 'port-fees',
    headline: words('Port fees for Chinese-built ships', '중국 건조 선박에 입항료', '对中国造船舶征收港口费'),
    body: words(
      'Washington will charge ships built in China for every call at a US port. Carriers look to Korean yards for their next orders.',
      '미국이 중국에서 건조된 선박에 입항 때마다 수수료를 물리기로 했다. 선사들은 다음 발주처로 한국 조선소를 살핀다.',
      '美国将对中国建造的船舶每次靠港收费，航运公司把下一批订单的目光转向韩国船厂。',
    ),
    source:
      'Office of the US Trade Representative, section 301 action on China’s maritime sectors, 17 April 2025',
    wedges: [
      { kind: 'iceberg', importer: 'US', exporter: 'CN', sectors: GOODS, ...always(1.004) },
      { kind: 'productivity', region: 'KR', sectors: { SHP: 1 }, ...always(0.5) },
    ],
    capital: { US: 0, KR: 1, CN: -1 },
    agenda: [],
  },
  {
    id: 'freight-rates',
    headline: words('The rush before the deadline', '시한을 앞둔 선적 러시', '期限前的抢运潮'),
    body: words(
      'Importers hurry their Christmas stock across the Pacific while the pause lasts; container rates to California double in a month.',
      '유예가 끝나기 전에 연말 물량을 실어 나르려는 수입업체가 몰리면서 캘리포니아행 컨테이너 운임이 한 달 새 두 배로 뛰었다.',
      '进口商赶在暂缓期内把圣诞货品运过太平洋，发往加州的集装箱运价一个月翻了一番。',
    ),
    source: 'Modelled on: Shanghai Shipping Exchange, SCFI, May and June 2025',
    wedges: [
      { kind: 'iceberg', importer: 'US', exporter: 'CN', sectors: GOODS, ...always(1.004) },
      { kind: 'iceberg', importer: 'US', exporter: 'KR', sectors: GOODS, ...always(1.004) },
    ],
    capital: NO_CAPITAL,
    agenda: [],
  },
  {
    id: 'typhoon',
    headline: words('A typhoon hits Geoje', '거제 조선소에 태풍', '台风袭击巨济造船厂'),
    body: words(
      'Two cranes are down and a dry dock is flooded. Korean yards will miss deliveries this season.',
      '크레인 두 기가 쓰러지고 도크 하나가 물에 잠겼다. 올여름 한국 조선소의 인도 일정이 밀린다.',
      '两台起重机倒塌，一座船坞进水，韩国船厂本季交船将会推迟。',
    ),
    source: 'Fiction, modelled on: typhoon Hinnamnor, September 2022 (Korea Meteorological Administration)',
    wedges: [{ kind: 'productivity', region: 'KR', sectors: { SHP: 1 }, ...always(-2) }],
    capital: NO_CAPITAL,
    agenda: [],
  },
  {
    id: 'lng-spike',
    headline: words('Gas prices jump', 'LNG 가격 급등', '液化天然气价格飙升'),
    body: words(
      'Missiles over the Gulf send tankers into detours. Every cargo of gas and oil costs more; those who sell it smile, and Alaska looks nearer.',
      '걸프 상공의 미사일에 유조선들이 항로를 돌린다. 가스와 원유 한 배 한 배가 비싸지자 파는 쪽은 웃고, 알래스카가 가까워 보인다.',
      '海湾上空的导弹迫使油轮绕行，每一船油气都更贵；卖方面露喜色，阿拉斯加也显得近了些。',
    ),
    source: 'Modelled on: prices of Brent crude and Japan–Korea Marker gas, 13–23 June 2025',
    wedges: [{ kind: 'productivity', region: 'RW', sectors: { NRG: 1 }, ...always(-1) }],
    capital: { US: 1, KR: -1, CN: -1 },
    agenda: [],
  },
  {
    id: 'rare-earth-smugglers',
    headline: words('Customs raid on rare-earth smugglers', '희토류 밀수 단속', '严打稀土走私'),
    body: words(
      'Beijing opens a campaign against the smuggling of strategic minerals. Magnets that used to slip through no longer arrive.',
      '중국이 전략광물 밀수출 특별 단속에 나섰다. 그동안 틈새로 들어오던 자석이 더는 도착하지 않는다.',
      '中国启动打击战略矿产走私出口专项行动，过去从缝隙中流出的磁材不再到货。',
    ),
    source:
      'Ministry of Commerce of China, special campaign against smuggling of strategic minerals, 9 May 2025',
    wedges: [
      { kind: 'productivity', region: 'US', sectors: { AUT: 1, ELE: 1, MCH: 1, SHP: 1 }, ...always(-0.06) },
      { kind: 'productivity', region: 'KR', sectors: { AUT: 1, ELE: 1, MCH: 1, CHP: 1 }, ...always(-0.06) },
    ],
    capital: { US: 0, KR: 0, CN: 1 },
    agenda: [],
  },
  {
    id: 'fab-accident',
    headline: words('Power cut in Pyeongtaek', '평택 반도체 공장 정전', '平泽芯片厂停电'),
    body: words(
      'Half an hour without power ruins tens of thousands of wafers. Buyers in three continents look for other sources.',
      '반 시간의 정전에 웨이퍼 수만 장이 못 쓰게 됐다. 세 대륙의 고객이 다른 공급처를 찾는다.',
      '半小时停电报废数万片晶圆，三大洲的买家纷纷另寻货源。',
    ),
    source: 'Fiction, modelled on: power failure at the Pyeongtaek plant, 9 March 2018',
    wedges: [{ kind: 'productivity', region: 'KR', sectors: { CHP: 1 }, ...always(-0.6) }],
    capital: NO_CAPITAL,
    agenda: [],
  },
  {
    id: 'vessel-order',
    headline: words(
      'First gas carrier from Philadelphia in decades',
      '필라델피아의 LNG선 수주',
      '费城接下数十年来首艘液化气船',
    ),
    body: words(
      'A yard in Philadelphia under Korean owners books an LNG carrier. The hull will be Korean, the flag American, the photograph priceless.',
      '한국 기업이 인수한 필라델피아 조선소가 LNG 운반선을 수주했다. 선체는 한국산, 국기는 성조기, 사진값은 매길 수 없다.',
      '韩国资本旗下的费城船厂接下一艘液化天然气船：船体来自韩国，挂的是美国旗，照片无价。',
    ),
    source: 'Modelled on: order announced by Hanwha Philly Shipyard, 22 July 2025',
    wedges: [
      { kind: 'productivity', region: 'US', sectors: { SHP: 1 }, ...always(1) },
      { kind: 'productivity', region: 'KR', sectors: { SHP: 1 }, ...always(0.5) },
    ],
    capital: { US: 1, KR: 1, CN: 0 },
    agenda: [],
  },
  {
    id: 'steel-doubled',
    headline: words('Steel duty doubled for the world', '전 세계 철강 관세 두 배로', '全球钢铁关税翻倍'),
    body: words(
      'The White House doubles the duty on steel to 50 %, for all who have no deal. Korea’s rate is what this table makes it.',
      '백악관이 합의가 없는 나라에 매기는 철강 관세를 50%로 두 배 올렸다. 한국에 매길 세율은 이 협상에 달렸다.',
      '白宫把未达成协议国家的钢铁关税加倍至50%；韩国适用的税率由本谈判桌决定。',
    ),
    source: 'Presidential Proclamation 10947, in force 4 June 2025',
    wedges: [{ kind: 'tariff', importer: 'US', exporter: 'RW', sectors: { MET: 1 }, ...always(10) }],
    capital: { US: 1, KR: -1, CN: 0 },
    agenda: [],
  },
  {
    id: 'soy-harvest',
    headline: words('Brazil brings in a record harvest', '브라질 대두 사상 최대 풍작', '巴西大豆创纪录丰收'),
    body: words(
      'Brazilian soybeans fill the silos of Qingdao and push American ones aside. Iowa calls its senators.',
      '브라질산 대두가 칭다오의 사일로를 채우며 미국산을 밀어낸다. 아이오와가 상원의원들에게 전화를 건다.',
      '巴西大豆装满青岛的筒仓，把美国货挤到一边，艾奥瓦的电话打进了参议员办公室。',
    ),
    source: 'Modelled on: Conab (Brazil), grain survey of the 2024/25 season',
    wedges: [{ kind: 'productivity', region: 'RW', sectors: { AGR: 1 }, ...always(0.2) }],
    capital: { US: -2, KR: 0, CN: 1 },
    agenda: [],
  },
  {
    id: 'group-tours',
    headline: words('Tour groups come back to Myeong-dong', '명동에 돌아온 단체 관광객', '旅行团重返明洞'),
    body: words(
      'Visa waivers in both directions fill the ferries from Weihai. The shopkeepers of Seoul wish for quiet politics.',
      '한중 상호 비자 면제로 웨이하이에서 오는 배가 가득 찼다. 서울의 상인들은 정치가 조용하기를 바란다.',
      '中韩互免签证，威海来的渡轮座无虚席，首尔的店主只盼政治风平浪静。',
    ),
    source: 'Modelled on: Korean government announcement of 20 March 2025 on visas for Chinese tour groups',
    wedges: [{ kind: 'iceberg', importer: 'CN', exporter: 'KR', sectors: { SRV: 1 }, ...always(0.98) }],
    capital: { US: 0, KR: 1, CN: 1 },
    agenda: [],
  },
  {
    id: 'georgia-plant',
    headline: words(
      'A Korean car plant opens in Georgia',
      '조지아주 한국 자동차 공장 준공',
      '韩国车企佐治亚工厂投产',
    ),
    body: words(
      'Robots and 8,500 promised jobs in a former pine wood. The governor thanks Korea; Ulsan counts the models that will leave.',
      '소나무 숲이던 자리에 로봇과 8,500개의 일자리가 들어섰다. 주지사는 한국에 감사하고, 울산은 빠져나갈 차종을 헤아린다.',
      '昔日的松林里立起机器人和承诺的8500个岗位。州长感谢韩国，蔚山则在数有哪些车型要走。',
    ),
    source: 'Modelled on: opening of Hyundai Motor Group Metaplant America, 26 March 2025',
    wedges: [{ kind: 'productivity', region: 'US', sectors: { AUT: 1 }, ...always(0.1) }],
    capital: { US: 2, KR: 0, CN: 0 },
    agenda: [],
  },
];
