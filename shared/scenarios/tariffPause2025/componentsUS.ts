import type { Component } from '../schema.ts';
import { words } from '../words.ts';

const points = (lever: string, ...values: number[]) => ({ form: 'points' as const, lever, values });

/** What Washington's payoff is made of, with the base weights. */
export const componentsUS: readonly Component[] = [
  {
    id: 'us-income',
    seat: 'US',
    label: words('Real income', '실질소득', '实际收入'),
    weight: 0.5,
    forms: [{ form: 'economy', output: 'realIncome', region: 'US' }],
  },
  {
    id: 'us-jobs',
    seat: 'US',
    label: words(
      'Cars, steel, ships and chips made at home',
      '자국 내 자동차·철강·조선·반도체 생산',
      '本土汽车、钢铁、造船和芯片生产',
    ),
    weight: 0.6,
    forms: [{ form: 'economy', output: 'valueAdded', region: 'US', sectors: ['AUT', 'MET', 'SHP', 'CHP'] }],
  },
  {
    id: 'us-technology',
    seat: 'US',
    label: words('Keeping technology from China', '대중 첨단기술 차단', '对华技术遏制'),
    weight: 45,
    forms: [
      {
        form: 'table',
        levers: ['us-cn-chip-controls', 'kr-chip-controls'],
        // biome-ignore format: {0, .35, .7}[controls] x (.45 + .55 a) + .2 a, but full controls add ever less
        values: [
          0, 0.1, 0.15,
          0.1575, 0.35375, 0.45,
          0.315, 0.5, 0.62,
        ],
      },
      points('us-fab-licences', 0, 0.12),
      points('kr-supply-chains', 0, 0.05, 0.12),
    ],
  },
  {
    id: 'us-shipyards',
    seat: 'US',
    label: words('Korean money for shipyards', '한국의 조선 투자', '韩国造船投资'),
    weight: 0.4,
    forms: [points('kr-us-shipbuilding', 0, 5, 10, 15)],
  },
  {
    id: 'us-fabs',
    seat: 'US',
    label: words('Korean money for chip plants', '한국의 반도체 공장 투자', '韩国芯片厂投资'),
    weight: 0.4,
    forms: [points('kr-us-fabs', 0, 5, 10, 20)],
  },
  {
    id: 'us-sales',
    seat: 'US',
    label: words('Farm and energy sales', '농산물·에너지 판매', '农产品与能源销售'),
    weight: 0.18,
    forms: [
      points('kr-us-energy', 0, 10, 25),
      points('cn-us-purchases', 0, 10, 25),
      points('kr-us-farm-access', 0, 5, 10),
    ],
  },
  {
    id: 'us-rare-earths',
    seat: 'US',
    label: words('Supply of rare earths', '희토류 공급', '稀土供应'),
    weight: 12,
    forms: [points('cn-us-rare-earths', 1, 0.5, 0)],
  },
  {
    id: 'us-deficit',
    seat: 'US',
    label: words('Trade balance with Korea', '대한국 무역수지', '对韩贸易差额'),
    weight: 0.04,
    forms: [{ form: 'economy', output: 'balance', region: 'US', partner: 'KR' }],
  },
  {
    id: 'us-deficit-china',
    seat: 'US',
    label: words('Trade balance with China', '대중 무역수지', '对华贸易差额'),
    weight: 0.01,
    forms: [{ form: 'economy', output: 'balance', region: 'US', partner: 'CN' }],
  },
  {
    id: 'us-security',
    seat: 'US',
    label: words('Cost of the promise to Korea', '대한국 안보 공약의 부담', '对韩承诺的代价'),
    weight: -2.5,
    forms: [points('us-kr-security', 0, 0.5, 1)],
  },
  {
    id: 'us-concessions',
    seat: 'US',
    label: words('Price at home of tariff cuts', '관세 인하의 국내 정치 비용', '降税的国内政治代价'),
    weight: 1,
    forms: [
      points('us-kr-reciprocal-tariff', -9.5, -3.5, -1, 0),
      points('us-kr-auto-tariff', -7.5, -1.5, 0),
      points('us-kr-steel-tariff', -4, -1.5, 0),
      points('us-kr-chip-tariff', -2, -0.5, 0),
      points('us-cn-tariff', -23, -14, -7, 0, 1),
    ],
  },
  {
    id: 'us-standing-down',
    seat: 'US',
    label: words('Standing down alone', '일방적 후퇴', '单方面退让'),
    weight: 1,
    forms: [
      {
        form: 'table',
        levers: ['us-cn-tariff', 'cn-us-tariff'],
        // biome-ignore format: a row per US rate
        values: [
          0, 0, 0, -28,
          0, 0, 0, -28,
          0, 0, 0, -28,
          0, 0, 0, -28,
          0, 0, 0, 0,
        ],
      },
    ],
  },
  {
    id: 'us-retaliation',
    seat: 'US',
    label: words('Korean retaliation', '한국의 보복관세', '韩国报复性关税'),
    weight: 1,
    forms: [
      points('kr-us-tariff', 0, -1.5, -4),
      {
        // To be hit after having cut one's own rate hurts more.
        form: 'table',
        levers: ['us-kr-reciprocal-tariff', 'kr-us-tariff'],
        // biome-ignore format: a row per US rate
        values: [
          0, -1, -2,
          0, -1, -2,
          0, -1, -2,
          0, 0, 0,
        ],
      },
    ],
  },
  {
    id: 'us-chip-support',
    seat: 'US',
    label: words('Korean chip subsidies', '한국의 반도체 보조', '韩国芯片补贴'),
    weight: 1,
    forms: [
      points('kr-chip-support', 0.8, 0, -1),
      {
        form: 'table',
        levers: ['kr-chip-support', 'kr-chip-controls'],
        values: [0, 0, 0, 0, 0, 0, 0, 0.75, 1.5],
      },
    ],
  },
  {
    id: 'us-grants',
    seat: 'US',
    label: words('CHIPS Act grants', '반도체법 보조금', '《芯片法》补贴'),
    weight: 1,
    forms: [
      points('us-chip-grants', 1.2, 0, -0.6),
      {
        form: 'table',
        levers: ['us-chip-grants', 'kr-us-fabs'],
        // biome-ignore format: a row per grant
        values: [
          0, -0.15, -0.3, -0.6,
          0, 0, 0, 0,
          0, 0.25, 0.5, 1,
        ],
      },
    ],
  },
  {
    id: 'us-alaska',
    seat: 'US',
    label: words('Alaska gas', '알래스카 가스', '阿拉斯加天然气'),
    weight: 1,
    forms: [
      points('kr-alaska-lng', 0, 0.8, 4),
      // The same gas counted once.
      { form: 'table', levers: ['kr-alaska-lng', 'kr-us-energy'], values: [0, 0, 0, 0, 0, 0, 0, 0, -1] },
    ],
  },
  {
    id: 'us-chinese-plants',
    seat: 'US',
    label: words('Chinese plants in Korea', '중국 기업의 한국 공장', '中企在韩工厂'),
    weight: 1,
    forms: [
      points('cn-kr-investment', 0, -1, -2.6),
      {
        form: 'table',
        levers: ['cn-kr-investment', 'kr-investment-screening'],
        // biome-ignore format: a row per sum invested
        values: [
          0, 0, 0,
          0, 0.3, 0.9,
          0, 0.6, 1.8,
        ],
      },
    ],
  },
  {
    id: 'us-screening',
    seat: 'US',
    label: words('Korean investment screening', '한국의 투자 심사', '韩国投资审查'),
    weight: 1,
    forms: [points('kr-investment-screening', 0, 2.2, 4)],
  },
  {
    id: 'us-fta',
    seat: 'US',
    label: words('Korea–China free trade', '한중 FTA', '中韩自贸协定'),
    weight: 1,
    forms: [points('kr-cn-fta', 0, -5)],
  },
  {
    id: 'us-exposure',
    seat: 'US',
    label: words(
      'Tightening while China holds the rare earths',
      '희토류를 쥔 중국 앞에서의 통제 강화',
      '在稀土受制于人时收紧管制',
    ),
    weight: 2,
    forms: [
      {
        // An answer is certain, so tighter controls pay only once rare earths flow freely.
        form: 'table',
        levers: ['us-cn-chip-controls', 'cn-us-rare-earths'],
        values: [0, 0, 0, 0, 0, 0, 0, -1, -1],
      },
    ],
  },
];
