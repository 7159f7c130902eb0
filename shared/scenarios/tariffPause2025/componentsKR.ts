import type { Component } from '../schema.ts';
import { words } from '../words.ts';

const points = (lever: string, ...values: number[]) => ({ form: 'points' as const, lever, values });

const INVESTMENT = [
  { lever: 'kr-us-shipbuilding', weight: 1 },
  { lever: 'kr-us-fabs', weight: 1 },
];

/** What Seoul's payoff is made of, with the base weights. */
export const componentsKR: readonly Component[] = [
  {
    id: 'kr-income',
    seat: 'KR',
    label: words('Real income', '실질소득', '实际收入'),
    weight: 1,
    forms: [{ form: 'economy', output: 'realIncome', region: 'KR' }],
  },
  {
    id: 'kr-jobs',
    seat: 'KR',
    label: words('Export industries', '수출 제조업', '出口产业'),
    weight: 0.35,
    forms: [
      { form: 'economy', output: 'valueAdded', region: 'KR', sectors: ['AUT', 'CHP', 'SHP', 'MET', 'ELE'] },
    ],
  },
  {
    id: 'kr-security',
    seat: 'KR',
    label: words('Security', '안보', '安全'),
    weight: 12,
    forms: [points('us-kr-security', 0, 0.5, 1)],
  },
  {
    id: 'kr-autonomy',
    seat: 'KR',
    label: words('Autonomy', '자율성', '自主性'),
    weight: 4.5,
    forms: [
      points('kr-chip-controls', 0, -0.25, -1),
      {
        form: 'sum',
        of: INVESTMENT,
        knots: [
          [0, 0],
          [35, -0.7],
        ],
      },
      points('kr-supply-chains', 0, 0.5, 0),
    ],
  },
  {
    id: 'kr-reserves',
    seat: 'KR',
    label: words('Strain on the won', '외환 부담', '外汇压力'),
    weight: 1,
    forms: [
      {
        // -.014 (inv - 12)^2 above 12, exact at every sum that the two ladders reach.
        form: 'sum',
        of: INVESTMENT,
        knots: [
          [10, 0],
          [15, -0.126],
          [20, -0.896],
          [25, -2.366],
          [30, -4.536],
          [35, -7.406],
        ],
      },
    ],
  },
  {
    id: 'kr-hollowing',
    seat: 'KR',
    label: words('Plants that move abroad', '산업 공동화', '产业空心化'),
    weight: 1,
    forms: [points('kr-us-shipbuilding', 0, -0.15, -0.3, -0.45), points('kr-us-fabs', 0, -0.4, -0.8, -1.6)],
  },
  {
    id: 'kr-farmers',
    seat: 'KR',
    label: words('Farmers', '농민', '农民'),
    weight: 6,
    forms: [points('kr-us-farm-access', 0, -0.3, -1)],
  },
  {
    id: 'kr-china',
    seat: 'KR',
    label: words('Ties with China', '대중 관계', '对华关系'),
    weight: 5,
    forms: [
      points('kr-cn-fta', 0, 0.6),
      points('cn-kr-rare-earths', 0.2, 0, -0.2),
      points('cn-kr-coercion', 0, -0.1, -0.2),
      points('kr-supply-chains', 0, -0.15, -0.4),
    ],
  },
  {
    id: 'kr-entrapment',
    seat: 'KR',
    label: words('Being drawn into a conflict', '분쟁 연루 위험', '被卷入冲突的风险'),
    weight: 4,
    forms: [
      {
        form: 'table',
        levers: ['kr-chip-controls', 'us-kr-security'],
        values: [0, 0, 0, 0, -0.25, -0.5, 0, -0.5, -1],
      },
      { form: 'table', levers: ['kr-chip-controls', 'kr-cn-fta'], values: [0, 0, 0, 0.25, 0, 0.5] },
    ],
  },
  {
    id: 'kr-licences',
    seat: 'KR',
    label: words('Korean fabs in China', '중국 내 한국 공장', '在华韩国工厂'),
    weight: 4,
    // Fully in the controls, Seoul stops most of what its own fabs in China need.
    forms: [points('us-fab-licences', 1, 0), points('kr-chip-controls', 0, 0, -1.25)],
  },
  {
    id: 'kr-fta',
    seat: 'KR',
    label: words('Unease over free trade with China', '한중 FTA에 대한 우려', '对中韩自贸协定的疑虑'),
    weight: 1,
    forms: [points('kr-cn-fta', 0, -1)],
  },
  {
    id: 'kr-retaliation',
    seat: 'KR',
    label: words('Retaliating against the ally', '동맹국에 대한 보복', '对盟友报复'),
    weight: 1,
    forms: [points('kr-us-tariff', 0, -0.8, -3)],
  },
  {
    id: 'kr-chip-support',
    seat: 'KR',
    label: words('Support for chips', '반도체 지원', '芯片扶持'),
    weight: 1,
    forms: [
      points('kr-chip-support', -1, 0, 0.6),
      // A cushion for what the controls cost.
      {
        form: 'table',
        levers: ['kr-chip-support', 'kr-chip-controls'],
        values: [0, 0, 0, 0, 0, 0, 0, 0.8, 1.6],
      },
    ],
  },
  {
    id: 'kr-grants',
    seat: 'KR',
    label: words('CHIPS Act grants', '반도체법 보조금', '《芯片法》补贴'),
    weight: 1,
    forms: [
      points('us-chip-grants', -0.6, 0, 0.4),
      {
        form: 'table',
        levers: ['us-chip-grants', 'kr-us-fabs'],
        // biome-ignore format: a row per grant
        values: [
          0, -0.1, -0.2, -0.4,
          0, 0, 0, 0,
          0, 0.25, 0.5, 1,
        ],
      },
    ],
  },
  {
    id: 'kr-alaska',
    seat: 'KR',
    label: words('Alaska risk', '알래스카 사업 위험', '阿拉斯加项目风险'),
    weight: 1,
    forms: [
      points('kr-alaska-lng', 0, -0.2, -1.6),
      { form: 'table', levers: ['kr-alaska-lng', 'kr-us-energy'], values: [0, 0, 0, 0, 0, 0, 0, 0, 1.2] },
    ],
  },
  {
    id: 'kr-chinese-plants',
    seat: 'KR',
    label: words('Chinese battery plants', '중국 배터리 소재 공장', '中国电池材料工厂'),
    weight: 1,
    forms: [
      points('cn-kr-investment', 0, 0.5, 0.8),
      {
        form: 'table',
        levers: ['cn-kr-investment', 'kr-investment-screening'],
        // biome-ignore format: a row per sum invested
        values: [
          0, 0, 0,
          0, -0.15, -0.8,
          0, -0.3, -1.6,
        ],
      },
    ],
  },
  {
    id: 'kr-screening',
    seat: 'KR',
    label: words('Cost of screening', '투자 심사의 비용', '投资审查的代价'),
    weight: 1,
    forms: [points('kr-investment-screening', 0, -0.7, -2.6)],
  },
  {
    id: 'kr-supply-chains',
    seat: 'KR',
    label: words('New suppliers', '새 공급처', '新的供应商'),
    weight: 1,
    forms: [
      points('kr-supply-chains', 0, -1.1, -0.5),
      {
        // What comes from elsewhere can't be cut off.
        form: 'table',
        levers: ['kr-supply-chains', 'cn-kr-rare-earths'],
        // biome-ignore format: a row per state of the supply chains
        values: [
          0, 0, 0,
          0, 0.5, 1.5,
          0, 1, 3,
        ],
      },
    ],
  },
  {
    id: 'kr-budget',
    seat: 'KR',
    label: words('The public purse', '재정 부담', '财政负担'),
    weight: 0,
    forms: [points('kr-chip-support', 0, 0, -1)],
  },
];
