import type { Mandate } from '../schema.ts';
import { words } from '../words.ts';

/** Washington's three possible instructions. */
export const mandatesUS: readonly Mandate[] = [
  {
    id: 'rust-belt',
    seat: 'US',
    label: words('Rust Belt', '러스트벨트', '铁锈地带'),
    brief: words(
      'You owe this office to Michigan, Ohio and Pennsylvania, and they have long memories. What counts is what Americans make: cars, steel, ships and chips. Let Korean cars or steel in free of duty and you will hear of it in every union hall. Bring home $10bn a year of Korean shipbuilding and you have your picture: a hull, a welder, a flag. Each cut in a tariff costs you more than it costs your colleagues; China’s technology worries you less than an empty parking lot in Flint.',
      '이 자리는 미시간과 오하이오, 펜실베이니아가 만들어 주었고, 그곳 유권자들은 쉽게 잊지 않습니다. 중요한 것은 미국인이 만드는 자동차, 철강, 배, 반도체입니다. 한국산 자동차나 철강을 무관세로 들이면 노조 회관마다 원성이 터져 나올 것입니다. 반대로 한국의 조선 투자를 연 100억 달러 끌어오면 선체와 용접공, 성조기가 한 장에 담긴 사진을 얻습니다. 관세를 낮출 때 치르는 정치적 대가는 누구보다 큽니다. 중국의 기술보다 텅 빈 플린트의 공장 주차장이 더 걱정입니다.',
      '您的职位是密歇根、俄亥俄和宾夕法尼亚给的，那里的选民记性很好。要紧的是美国人自己造的东西：汽车、钢铁、船舶和芯片。若让韩国汽车或钢铁免税进来，每个工会大厅都会骂声一片；若能带回每年100亿美元的韩国造船投资，您就有了那张照片：船身、焊工和国旗。每降一次关税，您付出的政治代价都比同僚更高；比起中国的技术，弗林特空荡荡的工厂停车场更让您睡不着。',
    ),
    weights: {
      'us-jobs': 1.8,
      'us-concessions': 1.18,
      'us-technology': 30,
      'us-shipyards': 0.5,
      'us-fabs': 0.35,
      'us-retaliation': 1.3,
      'us-chip-support': 1.4,
      'us-security': -4,
      'us-income': 0.47,
    },
    goals: [
      {
        id: 'ships',
        label: words(
          'At least $10bn a year of Korean money for US shipyards',
          '대미 조선 투자 연 100억 달러 이상',
          '韩国对美造船投资每年不少于100亿美元',
        ),
        amount: 3,
        form: { form: 'points', lever: 'kr-us-shipbuilding', values: [0, 0, 1, 1] },
      },
    ],
    redLines: [
      {
        id: 'duty-free',
        label: words(
          'Korean cars or steel at 0 %',
          '한국산 자동차나 철강 무관세',
          '韩国汽车或钢铝关税降至0%',
        ),
        amount: -6,
        form: {
          form: 'table',
          levers: ['us-kr-auto-tariff', 'us-kr-steel-tariff'],
          values: [1, 1, 1, 1, 0, 0, 1, 0, 0],
        },
      },
    ],
    ideal: 70,
    reservation: 0,
    blocShares: { 'us-industry': 45, 'us-farm-energy': 25, 'us-hawks': 15, 'us-business': 15 },
  },
  {
    id: 'deal-maker',
    seat: 'US',
    label: words('Deal-maker', '거래의 달인', '交易高手'),
    brief: words(
      'You want a number on a board, large enough to be read from the back row. Korean money for shipyards and fabs, cargoes of gas and soybeans, a smaller deficit: count it, announce it, move on. $20bn a year of investment is the headline you have promised. Tariffs are there to be traded away, but never for nothing: a lower duty on cars without a single cargo of US energy would make you look like a fool. Who sells what chip to China is somebody else’s speech.',
      '당신이 원하는 것은 맨 뒷줄에서도 읽히는 큰 숫자입니다. 한국이 조선소와 반도체 공장에 넣을 돈, 가스와 대두를 실은 배, 줄어드는 무역적자를 세어서 발표하고 다음으로 넘어가십시오. 연 200억 달러 투자가 당신이 약속한 헤드라인입니다. 관세는 내주려고 있는 카드지만 공짜로 내줄 수는 없습니다. 미국산 에너지 한 척 없이 자동차 관세부터 깎아 주면 웃음거리가 됩니다. 누가 중국에 어떤 반도체를 파느냐는 다른 사람의 연설 주제입니다.',
      '您要的是板上一个大数字，大到后排也看得清。韩国投向船厂和晶圆厂的钱、一船船天然气和大豆、缩小的逆差：数清楚，宣布，然后谈下一桩。每年200亿美元投资是您许诺过的头条。关税本来就是拿来交换的，但绝不能白送：若汽车关税降了，却连一船美国能源都没卖出去，您就成了笑柄。谁把什么芯片卖给中国，那是别人的演讲题目。',
    ),
    weights: {
      'us-shipyards': 0.55,
      'us-fabs': 0.55,
      'us-sales': 0.35,
      'us-deficit': 0.1,
      'us-deficit-china': 0.025,
      'us-concessions': 0.9,
      'us-technology': 30,
      'us-alaska': 1.5,
      'us-grants': 1.3,
      'us-security': -4,
    },
    goals: [
      {
        id: 'investment',
        label: words(
          'At least $20bn a year of Korean investment in shipyards and fabs',
          '조선·반도체 대미 투자 합계 연 200억 달러 이상',
          '韩国对美造船与芯片投资合计每年不少于200亿美元',
        ),
        amount: 4,
        form: {
          form: 'sum',
          of: [
            { lever: 'kr-us-shipbuilding', weight: 1 },
            { lever: 'kr-us-fabs', weight: 1 },
          ],
          knots: [
            [15, 0],
            [20, 1],
          ],
        },
      },
    ],
    redLines: [
      {
        id: 'cars-for-nothing',
        label: words(
          'Korean cars below 25 % and no purchase of US energy',
          '미국산 에너지 구매 없이 자동차 관세를 25% 아래로 인하',
          '韩国未增购美国能源而汽车关税降至25%以下',
        ),
        amount: -5,
        form: {
          form: 'table',
          levers: ['us-kr-auto-tariff', 'kr-us-energy'],
          values: [1, 0, 0, 1, 0, 0, 0, 0, 0],
        },
      },
    ],
    ideal: 80,
    reservation: 0,
    blocShares: { 'us-industry': 20, 'us-farm-energy': 40, 'us-hawks': 10, 'us-business': 30 },
  },
  {
    id: 'tech-hawk',
    seat: 'US',
    label: words('Tech hawk', '기술 안보 강경파', '科技鹰派'),
    brief: words(
      'You have read the intelligence on what China’s next chips are for, and you sleep badly. A tariff is a footnote; what matters is that the tools and the know-how stay on this side. Washington’s controls leak as long as Seoul stands outside them: bring Korea in, at least in part, and have it screen Chinese money. Do not relax the controls for any load of soybeans. For Korea’s signature you can be generous with duties, and even with submarines.',
      '중국의 차세대 반도체가 어디에 쓰일지 정보 보고서로 읽은 당신은 잠을 설칩니다. 관세는 각주일 뿐이고, 장비와 기술이 이쪽에 남아 있느냐가 본문입니다. 한국이 바깥에 서 있는 한 미국의 통제에는 구멍이 납니다. 일부라도 한국을 끌어들이고 중국 자본을 심사하게 하십시오. 대두를 아무리 많이 사 준다 해도 통제를 풀어서는 안 됩니다. 한국의 서명을 얻는 값이라면 관세도, 잠수함까지도 후하게 쳐 줄 수 있습니다.',
      '您读过情报，知道中国的下一代芯片用在哪里，因此睡不安稳。关税只是脚注，正文是设备和技术必须留在这一边。只要首尔站在外面，华盛顿的管制就会漏：至少让韩国部分加入，并审查中国资本。无论对方买多少大豆，都不可放宽管制。为了韩国的签字，您在关税上可以大方，甚至在潜艇上也可以。',
    ),
    weights: {
      'us-technology': 52,
      'us-sales': 0.1,
      'us-shipyards': 0.3,
      'us-fabs': 0.4,
      'us-screening': 2.4,
      'us-chinese-plants': 1.7,
      'us-grants': 0.5,
      'us-fta': 1.6,
      'us-exposure': 9,
      'us-income': 0.45,
    },
    goals: [
      {
        id: 'korea-in',
        label: words(
          'Korea in the chip controls, at least in part',
          '한국의 반도체 수출통제 동참(부분 이상)',
          '韩国至少部分参与芯片管制',
        ),
        amount: 4,
        form: { form: 'points', lever: 'kr-chip-controls', values: [0, 1, 1] },
      },
    ],
    redLines: [
      {
        id: 'relaxed',
        label: words('US chip controls relaxed', '미국의 반도체 수출통제 완화', '美国芯片管制放宽'),
        amount: -8,
        form: { form: 'points', lever: 'us-cn-chip-controls', values: [1, 0, 0] },
      },
    ],
    ideal: 61,
    reservation: 0,
    blocShares: { 'us-industry': 20, 'us-farm-energy': 15, 'us-hawks': 45, 'us-business': 20 },
  },
];
