import type { Mandate } from '../schema.ts';
import { words } from '../words.ts';

/** Beijing's three possible instructions. */
export const mandatesCN: readonly Mandate[] = [
  {
    id: 'growth',
    seat: 'CN',
    label: words('Growth', '성장 우선', '稳增长'),
    brief: words(
      'The containers stand idle in Ningbo and the provinces report unemployment in careful words. Growth is the first task, and its shortest way leads through American customs: bring the add-on tariff to 20 % or below. Face matters less than orders, and the machines that would make the next good job still come from abroad. Rare earths are a fine lever to rest a hand on, but an outright ban would invite an embargo that the coast could not survive. A Korea that trades is worth more to you than a Korea that is punished.',
      '닝보항에는 컨테이너가 멈춰 서 있고 지방에서 올라오는 보고서는 실업을 에둘러 적고 있습니다. 첫째 과제는 성장이며, 가장 빠른 길은 미국 세관을 지납니다. 추가관세를 20% 이하로 낮추십시오. 체면보다 주문이 중요하고, 다음 일자리를 만들 장비는 아직 밖에서 들여와야 합니다. 희토류는 손을 얹어 두기 좋은 지렛대지만, 전면 금지는 연안 지역이 버티지 못할 금수 조치를 부릅니다. 벌받는 한국보다 거래하는 한국이 당신에게는 더 값집니다.',
      '宁波港的集装箱闲置着，各省的报告用谨慎的措辞提到失业。稳增长是第一要务，而最近的路要经过美国海关：把加征关税降到20%以下。订单比面子要紧，而撑起下一批好岗位的设备还得靠进口。稀土是一根值得握在手里的杠杆，但若全面禁运，招来的封锁沿海承受不起。一个做生意的韩国，比一个挨惩罚的韩国更有价值。',
    ),
    weights: {
      'cn-income': 0.57,
      'cn-technology': 24,
      'cn-face': 3,
      'cn-wedge': 5,
      'cn-deterrence': 2,
      'cn-plants': 1.3,
      'cn-security': -3,
    },
    goals: [
      {
        id: 'add-on',
        label: words('US add-on tariff at 20 % or less', '미국의 추가관세 20% 이하', '美国加征关税不高于20%'),
        amount: 3,
        form: { form: 'points', lever: 'us-cn-tariff', values: [1, 1, 0, 0, 0] },
      },
    ],
    redLines: [
      {
        id: 'embargo',
        label: words(
          'A ban on rare earths for the United States',
          '대미 희토류 수출 금지',
          '对美禁止出口稀土',
        ),
        amount: -5,
        form: { form: 'points', lever: 'cn-us-rare-earths', values: [0, 0, 1] },
      },
    ],
    ideal: 54,
    reservation: 0,
    blocShares: { 'cn-coast': 45, 'cn-apparatus': 15, 'cn-planners': 25, 'cn-opinion': 15 },
  },
  {
    id: 'self-reliance',
    seat: 'CN',
    label: words('Self-reliance', '자립자강', '自立自强'),
    brief: words(
      'What others can cut off, they will one day cut off: that lesson of the chip war hangs over your desk. So build at home, buy abroad only what you must, and never give away the one key that the others lack. Keep rare earths under licence and still bring the American add-on down to 30 %: that would be a success worth a quiet toast. Big purchase promises are the old trap; $25bn of them would be called tribute. Time works for those who can wait.',
      '남이 끊을 수 있는 것은 언젠가 끊긴다. 반도체 전쟁이 남긴 이 교훈이 당신의 책상 위에 걸려 있습니다. 만들 수 있는 것은 안에서 만들고, 밖에서는 꼭 필요한 것만 사며, 남에게 없는 하나뿐인 열쇠는 내주지 마십시오. 희토류 허가제를 지키면서 미국의 추가관세를 30%까지 끌어내린다면 조용히 축배를 들 만합니다. 거액의 구매 약속은 낡은 덫이고, 250억 달러라면 조공이라 불릴 것입니다. 시간은 기다릴 줄 아는 편에 섭니다.',
      '别人能掐断的，总有一天会掐断：芯片战的这条教训就挂在您的案头。能自己造的就自己造，非买不可的才向外买，别人没有的那把钥匙绝不交出去。守住稀土许可，同时把美国加征关税压到30%，就值得悄悄举杯。大额采购承诺是旧圈套，250亿美元会被说成进贡。时间站在等得起的一方。',
    ),
    weights: {
      'cn-technology': 11,
      'cn-rare-earths-us': 11,
      'cn-purchases': -0.2,
      'cn-income': 0.55,
      'cn-chip-support': 1.5,
      'cn-plants': 0.5,
      'cn-security': -3,
    },
    goals: [
      {
        id: 'licences',
        label: words(
          'Rare earths for the US under licence and the US add-on at 30 % or less',
          '대미 희토류 허가제 유지와 미국의 추가관세 30% 이하',
          '对美稀土维持许可管理，且美国加征关税不高于30%',
        ),
        amount: 3,
        form: {
          form: 'table',
          levers: ['cn-us-rare-earths', 'us-cn-tariff'],
          values: [0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0],
        },
      },
    ],
    redLines: [
      {
        id: 'tribute',
        label: words('Purchases of $25bn a year', '연 250억 달러의 미국산 구매', '每年增购250亿美元美国商品'),
        amount: -5,
        form: { form: 'points', lever: 'cn-us-purchases', values: [0, 0, 1] },
      },
    ],
    ideal: 52,
    reservation: 0,
    blocShares: { 'cn-coast': 25, 'cn-apparatus': 15, 'cn-planners': 45, 'cn-opinion': 15 },
  },
  {
    id: 'wedge-driver',
    seat: 'CN',
    label: words('Wedge-driver', '쐐기 박기', '打入楔子'),
    brief: words(
      'Look at the map: an American alliance ends where your coast begins. Tariffs come and go; whether Korea leans on that alliance decides the next twenty years. Offer Seoul what Washington won’t: an open market, an upgraded agreement, respect. Keep it fully outside the chip controls. If it joins them all the same, let it feel the cold, for others are watching. Troops and submarines under an *extended* promise are the outcome you were sent to prevent.',
      '지도를 보십시오. 미국의 동맹은 당신의 해안이 시작되는 곳에서 끝납니다. 관세는 오고 가지만, 한국이 그 동맹에 얼마나 기대느냐는 앞으로 20년을 가릅니다. 워싱턴이 주지 않는 것을 서울에 내미십시오. 열린 시장, 한 단계 높은 협정, 그리고 존중입니다. 한국을 반도체 통제 밖에 온전히 남겨 두십시오. 그래도 들어간다면 찬바람을 맞게 하십시오. 지켜보는 나라가 많습니다. ‘확대’된 공약 아래의 병력과 잠수함이야말로 당신이 막으러 온 결말입니다.',
      '看看地图：美国的同盟止于您的海岸线前。关税来来去去，而韩国倚靠同盟到什么程度，决定今后二十年。把华盛顿不肯给的给首尔：开放的市场、升级的协定和尊重。让它完全留在芯片管制之外。若它仍要加入，就让它感到寒意，因为还有别国在看。“扩大”承诺之下的驻军和潜艇，正是派您来阻止的结局。',
    ),
    weights: {
      'cn-wedge': 11,
      'cn-security': -5,
      'cn-tie': 8,
      'cn-income': 0.5,
      'cn-deterrence': 14,
      'cn-screening': 1.5,
      'cn-plants': 1.4,
      'cn-retaliation': 2,
    },
    goals: [
      {
        id: 'korea-out',
        label: words(
          'Free trade with Korea upgraded and Korea fully outside the controls',
          '한중 FTA 2단계 타결과 한국의 통제 불참',
          '中韩自贸协定升级，且韩国完全不参与管制',
        ),
        amount: 3,
        form: { form: 'table', levers: ['kr-cn-fta', 'kr-chip-controls'], values: [0, 0, 0, 1, 0, 0] },
      },
    ],
    redLines: [
      {
        id: 'extended',
        label: words('US security commitment extended', '미국의 안보 공약 확대', '美国扩大对韩安全承诺'),
        amount: -3,
        form: { form: 'points', lever: 'us-kr-security', values: [0, 0, 1] },
      },
    ],
    ideal: 56,
    reservation: 0,
    blocShares: { 'cn-coast': 20, 'cn-apparatus': 45, 'cn-planners': 20, 'cn-opinion': 15 },
  },
];
