import type { Component } from '../schema.ts';
import { words } from '../words.ts';

const points = (lever: string, ...values: number[]) => ({ form: 'points' as const, lever, values });

/** What Beijing's payoff is made of, with the base weights. */
export const componentsCN: readonly Component[] = [
  {
    id: 'cn-income',
    seat: 'CN',
    label: words('Real income', '실질소득', '实际收入'),
    weight: 0.5,
    forms: [{ form: 'economy', output: 'realIncome', region: 'CN' }],
  },
  {
    id: 'cn-jobs',
    seat: 'CN',
    label: words('Chips, electronics and machines', '반도체·전자·기계 산업', '芯片、电子与机械产业'),
    weight: 0.2,
    forms: [{ form: 'economy', output: 'valueAdded', region: 'CN', sectors: ['CHP', 'ELE', 'MCH'] }],
  },
  {
    id: 'cn-technology',
    seat: 'CN',
    label: words('Access to technology', '첨단기술 접근', '技术获取'),
    weight: 18,
    forms: [
      {
        form: 'table',
        levers: ['us-cn-chip-controls', 'kr-chip-controls'],
        // biome-ignore format: what Washington's technology term counts, with the other sign
        values: [
          0, -0.1, -0.15,
          -0.1575, -0.35375, -0.45,
          -0.315, -0.5, -0.62,
        ],
      },
      points('us-fab-licences', 0, -0.12),
    ],
  },
  {
    id: 'cn-wedge',
    seat: 'CN',
    label: words('Korea outside the controls', '한국의 통제 불참', '韩国不参与管制'),
    weight: 8,
    forms: [points('kr-chip-controls', 0, -0.5, -0.8)],
  },
  {
    id: 'cn-security',
    seat: 'CN',
    label: words('US–Korea alliance', '한미동맹 강화', '美韩同盟强化'),
    weight: -4,
    forms: [points('us-kr-security', 0, 0.5, 1)],
  },
  {
    id: 'cn-rare-earths-us',
    seat: 'CN',
    label: words('Rare-earth leverage over the US', '대미 희토류 지렛대', '对美稀土筹码'),
    weight: 9,
    forms: [points('cn-us-rare-earths', 0, 0.5, 1)],
  },
  {
    id: 'cn-rare-earths-kr',
    seat: 'CN',
    label: words('Rare-earth leverage over Korea', '대한국 희토류 지렛대', '对韩稀土筹码'),
    weight: 2.5,
    forms: [points('cn-kr-rare-earths', 0, 0.5, 1)],
  },
  {
    id: 'cn-purchases',
    seat: 'CN',
    label: words('Purchases of US goods', '미국산 구매 부담', '采购美国商品的负担'),
    weight: -0.12,
    forms: [points('cn-us-purchases', 0, 10, 25)],
  },
  {
    id: 'cn-coercion',
    seat: 'CN',
    label: words('Cost of pressure on Korea', '대한국 압박의 비용', '对韩施压的代价'),
    weight: -4,
    forms: [points('cn-kr-coercion', 0, 0.5, 1)],
  },
  {
    id: 'cn-deterrence',
    seat: 'CN',
    label: words('Answering Korea’s controls', '한국의 통제에 대한 대응', '回应韩国管制'),
    weight: 6,
    forms: [
      {
        form: 'table',
        levers: ['kr-chip-controls', 'cn-kr-coercion'],
        values: [0, 0, 0, 0, 0.25, 0.5, 0, 0.5, 1],
      },
    ],
  },
  {
    id: 'cn-tie',
    seat: 'CN',
    label: words('Free trade with Korea', '한중 FTA', '中韩自贸协定'),
    weight: 4.5,
    forms: [points('kr-cn-fta', 0, 1)],
  },
  {
    id: 'cn-fta-alignment',
    seat: 'CN',
    label: words('Free trade for an aligned Korea', '대미 편승 한국과의 FTA', '与倒向美国的韩国自贸'),
    weight: 1,
    forms: [{ form: 'table', levers: ['kr-chip-controls', 'kr-cn-fta'], values: [0, 0, 0, 0, 0, -4] }],
  },
  {
    id: 'cn-face',
    seat: 'CN',
    label: words('Parity in tariffs', '관세의 대등성', '关税对等'),
    weight: 6,
    forms: [
      points('us-cn-tariff', 1, 34 / 44, 24 / 44, 0, -1),
      points('cn-us-tariff', -0.6, (-0.6 * 24) / 34, 0, 0),
    ],
  },
  {
    id: 'cn-own-tariff',
    seat: 'CN',
    label: words('Price at home of tariff cuts', '관세 인하의 국내 정치 비용', '降税的国内政治代价'),
    weight: 1,
    forms: [points('cn-us-tariff', -6, -3.5, 0, 0)],
  },
  {
    id: 'cn-standing-down',
    seat: 'CN',
    label: words('Standing down alone', '일방적 후퇴', '单方面退让'),
    weight: 1,
    forms: [
      {
        form: 'table',
        levers: ['us-cn-tariff', 'cn-us-tariff'],
        // biome-ignore format: a row per US rate
        values: [
          0, 0, 0, 0,
          0, 0, 0, 0,
          0, 0, 0, 0,
          0, 0, 0, 0,
          -5, -5, -5, 0,
        ],
      },
    ],
  },
  {
    id: 'cn-retaliation',
    seat: 'CN',
    label: words('Quarrels between the allies', '한미 간 마찰', '美韩摩擦'),
    weight: 1,
    forms: [points('kr-us-tariff', 0, 0.6, 1.2)],
  },
  {
    id: 'cn-chip-support',
    seat: 'CN',
    label: words('Korean chip subsidies', '한국의 반도체 보조', '韩国芯片补贴'),
    weight: 1,
    forms: [points('kr-chip-support', 0.6, 0, -0.9)],
  },
  {
    id: 'cn-grants',
    seat: 'CN',
    label: words('CHIPS Act grants', '미국 반도체법 보조금', '美国《芯片法》补贴'),
    weight: 1,
    forms: [points('us-chip-grants', 0.4, 0, -0.7)],
  },
  {
    id: 'cn-alaska',
    seat: 'CN',
    label: words('Korea in Alaska', '한국의 알래스카 사업 참여', '韩国参与阿拉斯加项目'),
    weight: 1,
    forms: [points('kr-alaska-lng', 0, 0, -0.3)],
  },
  {
    id: 'cn-plants',
    seat: 'CN',
    label: words('Battery plants in Korea', '한국 내 배터리 소재 공장', '在韩电池材料工厂'),
    weight: 1,
    forms: [
      points('cn-kr-investment', 0, 0.7, 0.9),
      {
        form: 'table',
        levers: ['cn-kr-investment', 'kr-investment-screening'],
        // biome-ignore format: a row per sum invested
        values: [
          0, 0, 0,
          0, -0.15, -0.7,
          0, -0.3, -1.4,
        ],
      },
      {
        // A back door to the US market, the wider the lower the duty on Korean goods.
        form: 'table',
        levers: ['us-kr-reciprocal-tariff', 'cn-kr-investment'],
        // biome-ignore format: a row per US rate
        values: [
          0, 0.3, 0.6,
          0, 0.3, 0.6,
          0, 0.3, 0.6,
          0, 0, 0,
        ],
      },
    ],
  },
  {
    id: 'cn-screening',
    seat: 'CN',
    label: words('Korean investment screening', '한국의 투자 심사', '韩国投资审查'),
    weight: 1,
    forms: [points('kr-investment-screening', 0, -1.2, -3.6)],
  },
  {
    id: 'cn-rivals',
    seat: 'CN',
    label: words('Korean money in US industry', '한국 자본의 대미 투자', '韩资投入美国产业'),
    weight: 1,
    forms: [points('kr-us-shipbuilding', 0, -0.25, -0.5, -0.75), points('kr-us-fabs', 0, -0.2, -0.4, -0.8)],
  },
  {
    id: 'cn-embargo',
    seat: 'CN',
    label: words('Price of an embargo', '금수 조치의 대가', '禁运的代价'),
    weight: 1,
    forms: [points('cn-us-rare-earths', 0, 0, -5)],
  },
];
