import type { Mandate } from '../schema.ts';
import { words } from '../words.ts';

/** Seoul's three possible instructions. */
export const mandatesKR: readonly Mandate[] = [
  {
    id: 'exporters',
    seat: 'KR',
    label: words('Exporters', '수출 우선', '出口优先'),
    brief: words(
      'Ulsan, Pohang and Pyeongtaek pay the bills of this country, and their order books run through Washington and Beijing alike. Get the duty on cars down to 15 % or less; keep the fabs in China supplied; keep chips out of every quarrel. Money for American yards and plants is a price you can pay if the tariffs truly fall. What you can’t afford is a trade war of your own: retaliation against the United States would be a headline for a day and a hole in the accounts for years.',
      '이 나라의 살림은 울산과 포항, 평택이 꾸려 가고, 그 주문서는 워싱턴과 베이징 양쪽에서 옵니다. 자동차 관세를 15% 이하로 끌어내리고, 중국 공장에 장비가 끊기지 않게 하며, 반도체를 모든 다툼에서 떼어 놓으십시오. 관세가 정말 내려간다면 미국 조선소와 공장에 넣을 돈은 치를 만한 값입니다. 감당할 수 없는 것은 우리가 시작하는 무역전쟁입니다. 대미 보복관세는 하루치 기사거리일 뿐, 장부의 구멍은 몇 해를 갑니다.',
      '这个国家靠蔚山、浦项和平泽吃饭，而它们的订单既来自华盛顿，也来自北京。把汽车关税压到15%以下，保证在华晶圆厂设备不断供，别让芯片卷入任何争端。只要关税真的降下来，投向美国船厂和工厂的钱就值得付。付不起的是自己挑起的贸易战：对美报复只够上一天头条，账上的窟窿却要几年才补得上。',
    ),
    weights: {
      'kr-jobs': 1,
      'kr-income': 1.1,
      'kr-security': 11,
      'kr-autonomy': 4,
      'kr-chip-support': 1.5,
      'kr-budget': 1.7,
      'kr-retaliation': 1.3,
    },
    goals: [
      {
        id: 'cars',
        label: words(
          'US tariff on cars at 15 % or less',
          '미국의 자동차 관세 15% 이하',
          '美国汽车关税不高于15%',
        ),
        amount: 3,
        form: { form: 'points', lever: 'us-kr-auto-tariff', values: [1, 1, 0] },
      },
    ],
    redLines: [
      {
        id: 'retaliation',
        label: words('Any retaliation against US goods', '미국산에 대한 보복관세', '对美国商品采取任何报复'),
        amount: -4,
        form: { form: 'points', lever: 'kr-us-tariff', values: [0, 1, 1] },
      },
    ],
    ideal: 57,
    reservation: 0,
    blocShares: {
      'kr-exporters': 45,
      'kr-farmers-unions': 25,
      'kr-conservatives': 15,
      'kr-progressives': 15,
    },
  },
  {
    id: 'alliance-first',
    seat: 'KR',
    label: words('Alliance first', '동맹 우선', '同盟优先'),
    brief: words(
      'Fifty kilometres north of your window stands an army with nuclear weapons, and in Washington somebody is “reviewing” your troops. Nothing on this table is worth as much as the word *reaffirmed*, and *extended* is worth more. You will pay for it: in investment, in screening, even in chips. But never in the wrong order. To join the controls while the troops are still under review would leave Seoul exposed to Beijing’s anger with nobody at its back. Free trade with China makes your friends nervous.',
      '당신의 창에서 북쪽으로 50킬로미터, 핵을 가진 군대가 서 있고 워싱턴에서는 누군가 주한미군을 ‘재검토’하고 있습니다. 이 협상 테이블에서 ‘재확인’이라는 한마디만큼 값진 것은 없으며, ‘확대’라면 더욱 그렇습니다. 그 값은 투자로도, 투자 심사로도, 반도체로도 치를 수 있습니다. 다만 순서가 틀려서는 안 됩니다. 재검토가 끝나지 않았는데 수출통제부터 동참하면, 등 뒤를 지켜 줄 이 없이 중국의 분노를 맞게 됩니다. 한중 FTA는 우방을 불안하게 합니다.',
      '窗外往北五十公里，是一支拥核的军队；而在华盛顿，有人正在“评估”驻韩美军。这张桌上没有什么比“重申”二字更值钱，若是“扩大”就更好。为此您愿意付出投资、投资审查，甚至芯片。但次序绝不能错：驻军尚在评估就先加入管制，首尔将独自面对北京的怒火而身后无人。与中国的自由贸易也会让朋友们不安。',
    ),
    weights: {
      'kr-security': 16,
      'kr-china': 2.5,
      'kr-autonomy': 2.6,
      'kr-entrapment': 1,
      'kr-fta': 3.5,
      'kr-screening': 0.5,
      'kr-chinese-plants': 0.4,
      'kr-alaska': 0.7,
      'kr-retaliation': 1.5,
      'kr-income': 1.2,
    },
    goals: [
      {
        id: 'reaffirmed',
        label: words(
          'US security commitment reaffirmed or better',
          '미국의 안보 공약 재확인 이상',
          '美国安全承诺获重申或扩大',
        ),
        amount: 2,
        form: { form: 'points', lever: 'us-kr-security', values: [0, 1, 1] },
      },
    ],
    redLines: [
      {
        id: 'exposed',
        label: words(
          'In the chip controls while the troops are under review',
          '주한미군이 재검토 중인데 수출통제에 동참',
          '驻军仍在评估却已参与芯片管制',
        ),
        amount: -6,
        form: {
          form: 'table',
          levers: ['kr-chip-controls', 'us-kr-security'],
          values: [0, 0, 0, 1, 0, 0, 1, 0, 0],
        },
      },
    ],
    ideal: 48,
    reservation: 0,
    blocShares: {
      'kr-exporters': 25,
      'kr-farmers-unions': 20,
      'kr-conservatives': 40,
      'kr-progressives': 15,
    },
  },
  {
    id: 'autonomy',
    seat: 'KR',
    label: words('Autonomy', '자율 외교', '自主外交'),
    brief: words(
      'A shrimp among whales has its back broken, says the proverb; you mean to be a dolphin. Your voters want friends in Washington and customers in Beijing and orders from neither. Upgrade free trade with China, keep Korean chips under Korean law, and spread the supply chains so that nobody can squeeze you. Half a step into the controls can be explained at home; full alignment can’t. Big cheques for American factories feel like tribute, and a little retaliation would even be cheered.',
      '고래 싸움에 새우 등 터진다지만, 당신은 돌고래가 되려 합니다. 국민은 워싱턴에 친구를, 베이징에 고객을 두되 어느 쪽의 지시도 받지 않기를 바랍니다. 한중 FTA를 한 단계 올리고, 한국의 반도체는 한국 법으로 다스리며, 누구도 목줄을 쥐지 못하게 공급망을 넓히십시오. 통제에 반걸음 들어서는 것까지는 설명할 수 있어도 전면 동참은 안 됩니다. 미국 공장에 써 주는 거액의 수표는 조공처럼 보이고, 작은 보복이라면 오히려 박수를 받습니다.',
      '俗话说鲸鱼打架，虾米断背；您却要做一头海豚。选民希望在华盛顿有朋友，在北京有客户，却不听任何一方号令。升级中韩自贸，让韩国芯片只受韩国法律管辖，把供应链铺开，使谁也卡不住脖子。向管制迈半步还能向国内交代，全面倒向一边则不行。给美国工厂开的大额支票像是进贡，小小的报复反而会赢得喝彩。',
    ),
    weights: {
      'kr-autonomy': 9,
      'kr-china': 8,
      'kr-entrapment': 6,
      'kr-screening': 1.4,
      'kr-chinese-plants': 1.3,
      'kr-retaliation': -0.5,
    },
    goals: [
      {
        id: 'fta',
        label: words(
          'Free trade with China upgraded, without full chip controls',
          '전면 동참 없이 한중 FTA 2단계 타결',
          '升级中韩自贸协定且不全面参与管制',
        ),
        amount: 3,
        form: { form: 'table', levers: ['kr-cn-fta', 'kr-chip-controls'], values: [0, 0, 0, 1, 1, 0] },
      },
    ],
    redLines: [
      {
        id: 'full-controls',
        label: words('Korea fully in the chip controls', '반도체 수출통제 전면 동참', '全面参与芯片管制'),
        amount: -8,
        form: { form: 'points', lever: 'kr-chip-controls', values: [0, 0, 1] },
      },
    ],
    ideal: 47,
    reservation: 0,
    blocShares: {
      'kr-exporters': 20,
      'kr-farmers-unions': 25,
      'kr-conservatives': 15,
      'kr-progressives': 40,
    },
  },
];
