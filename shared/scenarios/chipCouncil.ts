import type { Seat } from '../seats.ts';
import type { Component, Lever, Mandate, Scenario, Words } from './schema.ts';
import { words } from './words.ts';

const ALL: Seat[] = ['US', 'KR', 'CN'];

const issue = (
  id: string,
  track: Lever['track'],
  label: Words,
  description: Words,
  options: readonly (readonly [id: string, label: Words])[],
): Lever => ({
  id,
  owners: [...ALL],
  track,
  unit: 'word',
  label,
  description,
  levels: options.map(([option, name]) => ({ id: option, amount: 0, label: name })),
  pause: 0,
  snapback: 0,
});

const reserve = issue(
  'reserve',
  'chips',
  words('Common reserve', '공동 비축', '共同储备'),
  words(
    'How many months of plain, indispensable chips the three keep in a common store.',
    '꼭 필요한 범용 반도체를 세 나라가 몇 달 치나 함께 비축할지 정한다.',
    '三方共同储备多少个月用量的通用必需芯片。',
  ),
  [
    ['none', words('None', '없음', '不设')],
    ['3-months', words('3 months', '3개월분', '3个月')],
    ['6-months', words('6 months', '6개월분', '6个月')],
    ['12-months', words('12 months', '12개월분', '12个月')],
  ],
);

const disclosure = issue(
  'disclosure',
  'chips',
  words('Disclosure', '생산 정보 공개', '产能信息披露'),
  words(
    'What members tell each other about stocks and capacity.',
    '재고와 생산 능력을 서로 어디까지 알릴지 정한다.',
    '各成员相互通报库存和产能到何种程度。',
  ),
  [
    ['none', words('Nothing', '비공개', '不披露')],
    ['totals', words('National totals', '국가별 총량', '全国总量')],
    ['by-firm', words('Firm by firm', '기업별', '逐家企业')],
    ['live', words('Firm by firm, every week', '기업별 주간 보고', '逐家企业每周报告')],
  ],
);

const subsidies = issue(
  'subsidies',
  'investment',
  words('Cap on subsidies', '보조금 상한', '补贴上限'),
  words(
    'The largest share of a new fab that a government may pay.',
    '새 공장 건설비 가운데 정부가 댈 수 있는 최대 비율.',
    '政府可承担新建晶圆厂投资的最高比例。',
  ),
  [
    ['no-cap', words('No cap', '상한 없음', '不设上限')],
    ['third', words('A third', '3분의 1', '三分之一')],
    ['tenth', words('A tenth', '10분의 1', '十分之一')],
  ],
);

const notice = issue(
  'notice',
  'tariffs',
  words('Notice of export controls', '수출통제 사전 통보', '出口管制事先通报'),
  words(
    'What a member owes the others before it restricts exports to them.',
    '다른 회원국으로 가는 수출을 제한하기 전에 거쳐야 할 절차.',
    '成员在限制对其他成员出口之前须履行的程序。',
  ),
  [
    ['none', words('Nothing', '없음', '无')],
    ['30-days', words('30 days’ notice', '30일 전 통보', '提前30天通报')],
    ['90-days', words('90 days and talks', '90일 전 통보와 협의', '提前90天通报并磋商')],
    ['panel', words('A ruling by a panel', '중재 패널의 판정', '仲裁小组裁定')],
  ],
);

const host = issue(
  'host',
  'security',
  words('Seat of the council', '협의회 소재지', '理事会所在地'),
  words(
    'Where the secretariat and its data centre will stand.',
    '사무국과 데이터 센터를 어디에 둘지 정한다.',
    '秘书处及其数据中心设在何处。',
  ),
  [
    ['honolulu', words('Honolulu', '호놀룰루', '檀香山')],
    ['jeju', words('Jeju', '제주', '济州')],
    ['hainan', words('Hainan', '하이난', '海南')],
    ['singapore', words('Singapore', '싱가포르', '新加坡')],
    ['in-turn', words('In turn', '순환 개최', '轮流')],
  ],
);

const issues = [reserve, disclosure, subsidies, notice, host];

/** Points per option, an issue a row. The best options of a seat add up to 100. */
type Sheet = readonly (readonly number[])[];

const sheets: Readonly<Record<Seat, Sheet>> = {
  US: [
    [0, 8, 12, 6],
    [0, 10, 22, 30],
    [0, 12, 28],
    [0, 9, 14, 4],
    [16, 8, 0, 12, 10],
  ],
  KR: [
    [0, 10, 18, 14],
    [14, 12, 5, 0],
    [12, 5, 0],
    [0, 11, 22, 34],
    [6, 22, 4, 10, 14],
  ],
  CN: [
    [0, 4, 8, 12],
    [26, 18, 6, 0],
    [26, 12, 0],
    [4, 8, 14, 20],
    [0, 8, 16, 12, 14],
  ],
};

const componentsOf = (seat: Seat): Component[] =>
  issues.map(({ id, label }, row) => ({
    id: `${seat.toLowerCase()}-${id}`,
    seat,
    label,
    weight: 1,
    forms: [{ form: 'points', lever: id, values: [...sheets[seat][row]] }],
  }));

const delegation = (
  seat: Seat,
  label: Words,
  brief: Words,
  worth: { readonly reservation: number; readonly ideal: number },
): Mandate => ({
  id: `${seat.toLowerCase()}-delegation`,
  seat,
  label,
  brief,
  weights: {},
  goals: [],
  redLines: [],
  ...worth,
  blocShares: {},
});

/**
 * A scoreable exercise for a classroom: five issues, three delegations, points only. An eighth of the 960 packages is
 * acceptable to all; none of the obvious compromises is efficient.
 */
export const chipCouncil: Scenario = {
  id: 'chip-council',
  version: 1,
  title: words('The chip council', '반도체 협의회', '芯片理事会'),
  summary: words(
    'Three delegations found a council that is to prevent the next chip shortage. Five questions are open; all of them must be settled, by all three, or there is no council.',
    '세 대표단이 다음 반도체 대란을 막을 협의회를 세우려 한다. 남은 쟁점은 다섯 가지. 셋이 모두 합의하지 못하면 협의회는 없다.',
    '三个代表团要成立一个理事会，防止下一次芯片短缺。五个问题悬而未决，必须三方全部谈妥，否则理事会无从谈起。',
  ),
  situation: {
    US: words(
      'Car plants stood still in 2021 for want of chips that cost a dollar. You want to see what the others have in their warehouses, and you want an end to the race of subsidies. If this fails, you build your own club: not as good, but yours.',
      '2021년, 1달러짜리 반도체가 없어 자동차 공장이 멈춰 섰습니다. 당신은 상대의 창고에 무엇이 있는지 보고 싶고, 보조금 경쟁을 끝내고 싶습니다. 협상이 깨지면 따로 모임을 꾸리면 됩니다. 이만 못하지만 당신의 것입니다.',
      '2021年，汽车厂因缺少一美元的芯片而停产。您想看清别人仓库里有什么，也想结束补贴竞赛。若谈不成，您可以另组一个圈子：不如这个好，但由您作主。',
    ),
    KR: words(
      'You make what both of them need, and you were hit by the last three surprises. What you want above all is a rule: nobody closes a valve without warning, and a panel has the last word. If this fails, you live on as before, with two phones that ring at night.',
      '당신은 두 나라 모두에 필요한 것을 만들고, 지난 세 차례의 기습에 모두 얻어맞았습니다. 무엇보다 원하는 것은 규칙입니다. 예고 없이 밸브를 잠그지 않고, 마지막 판단은 패널이 내리는 것입니다. 협상이 깨지면 밤마다 울리는 전화 두 대와 함께 지금처럼 지내야 합니다.',
      '您生产的东西两边都离不开，最近三次突然袭击您也次次中招。您最想要的是规矩：谁也不得不打招呼就关阀门，最后由小组裁定。若谈不成，日子照旧，夜里有两部电话会响。',
    ),
    CN: words(
      'Your fabs are young and live on public money, and their figures are a state matter. A cap on subsidies or a window into every plant would cost you dearly; a hall on Hainan and a full store would please you. If this fails, time is on your side, up to a point.',
      '당신의 공장들은 아직 젊어 나랏돈으로 크고 있으며, 그 숫자는 국가 기밀입니다. 보조금 상한이나 공장마다 내는 창문은 값비싼 양보이고, 하이난의 회의장과 가득 찬 비축 창고는 반가운 일입니다. 협상이 깨져도 시간은 당신 편입니다. 어느 정도까지는.',
      '贵国的晶圆厂还年轻，靠公共资金成长，其数据属国家事务。补贴上限或让人看透每座工厂，代价高昂；海南的会场和满仓的储备则令人满意。若谈不成，时间在您这边，但也有限度。',
    ),
  },
  seats: [...ALL],
  rules: {
    rounds: 6,
    daysPerRound: 1,
    flow: { weight: 0, floor: -30, ceiling: 100 },
    complete: true,
    maxClauses: 5,
    noteLength: 500,
    tablings: 8,
    openOffers: 5,
    messages: 20,
    messageLength: 280,
    measures: { perRound: 0, capital: 0 },
    sealed: { capital: 0, support: 0 },
    capital: { start: 0, perRound: 0, max: 0, value: 0 },
    ratification: null,
    denunciation: null,
    credibility: { brokenPledge: 5, supportPer10: 0 },
    offAgenda: { opener: 'US', capital: 0, support: 0, target: 'KR' },
  },
  levers: issues,
  economy: null,
  components: ALL.flatMap(componentsOf),
  mandates: [
    delegation(
      'US',
      words('American delegation', '미국 대표단', '美国代表团'),
      words(
        'Open books and an end to subsidies are worth most to you, 30 and 28 points of your 100. Ninety days’ notice before controls suits you; a panel that could overrule Washington does not. You leave the table below 50 points.',
        '당신에게 가장 값진 것은 정보 공개와 보조금 억제로, 100점 가운데 각각 30점과 28점입니다. 수출통제 90일 전 통보는 괜찮지만, 워싱턴의 결정을 뒤집을 수 있는 패널은 곤란합니다. 50점 아래라면 자리를 뜹니다.',
        '对您最有价值的是信息公开和遏制补贴，在100分中分别占30分和28分。管制前90天通报可以接受，能推翻华盛顿决定的仲裁小组则不行。低于50分，您就离席。',
      ),
      { reservation: 50, ideal: 26 },
    ),
    delegation(
      'KR',
      words('Korean delegation', '한국 대표단', '韩国代表团'),
      words(
        'A panel that rules on export controls is what you came for: 34 points of your 100. A council on Jeju (22) and a reserve of six months (18) come next; your firms would rather not open their books. You leave the table below 55 points.',
        '당신이 온 까닭은 수출통제를 판정하는 패널입니다. 100점 가운데 34점이 걸려 있습니다. 제주에 둘 협의회(22점)와 6개월분 비축(18점)이 그다음이고, 기업들은 장부를 열고 싶어 하지 않습니다. 55점 아래라면 자리를 뜹니다.',
        '您此行为的是一个能裁定出口管制的小组：100分中占34分。其次是设在济州的理事会（22分）和六个月的储备（18分）；企业并不愿公开账目。低于55分，您就离席。',
      ),
      { reservation: 55, ideal: 33 },
    ),
    delegation(
      'CN',
      words('Chinese delegation', '중국 대표단', '中国代表团'),
      words(
        'Closed books and free hands with subsidies are worth 26 points each; rules that bind export controls are welcome, for others use them more than you. Hainan would be an honour and a full reserve a comfort. You leave the table below 52 points.',
        '닫힌 장부와 자유로운 보조금이 각각 26점입니다. 수출통제를 묶는 규칙은 환영입니다. 당신보다 남들이 더 자주 쓰기 때문입니다. 하이난은 영예이고, 넉넉한 비축은 안심입니다. 52점 아래라면 자리를 뜹니다.',
        '不公开账目、补贴不受束缚，各值26分；约束出口管制的规则也受欢迎，因为别人用得比您多。设在海南是荣誉，储备充足则安心。低于52分，您就离席。',
      ),
      { reservation: 52, ideal: 20 },
    ),
  ],
  blocs: [],
  news: [],
  stance: null,
  remarks: [
    'Own design in the tradition of scoreable multi-party exercises; the shortages of 2021 are its occasion, the positions are invented.',
    '960 packages: 121 (12.6 %) give every delegation at least its reservation value; 27 of these are Pareto efficient.',
    'The middle option of every issue gives 60 / 54 / 56 (the lower middle 39 / 42 / 58): 12 (59) acceptable packages are better for all three.',
    '`ideal` is the most that a delegation can get above its reservation value in a package that leaves the others at or above theirs.',
  ],
};
