import type { Sector } from '../../economy/calibration.ts';
import type { Wedge } from '../../economy/wedge.ts';

type Sectors = Partial<Record<Sector, number>>;

/** Goods that “reciprocal” and add-on tariffs hit: energy, chips, cars and metals have rules of their own. */
const RECIPROCAL: Sectors = { AGR: 1, ELE: 1, SHP: 1, MCH: 1, OTH: 1 };
const GOODS: Sectors = { AGR: 1, NRG: 1, CHP: 1, ELE: 1, AUT: 1, MET: 1, SHP: 1, MCH: 1, OTH: 1 };
const TECHNOLOGY: Sectors = { CHP: 1, ELE: 1, MCH: 1 };
const ALWAYS: readonly string[] = [];

const always = (value: number) => ({ by: [...ALWAYS], values: [value] });
const by = (lever: string, ...values: number[]) => ({ by: [lever], values });

/** What 2025 had already done to the world of 2024, whatever the table agrees. */
const surroundings: readonly Wedge[] = [
  { kind: 'tariff', importer: 'US', exporter: 'RW', sectors: RECIPROCAL, ...always(12) },
  { kind: 'tariff', importer: 'US', exporter: 'RW', sectors: { AUT: 1 }, ...always(15) },
  { kind: 'tariff', importer: 'US', exporter: 'RW', sectors: { MET: 1 }, ...always(40) },
  { kind: 'tariff', importer: 'US', exporter: 'CN', sectors: { AUT: 1, MET: 1 }, ...always(25) },
];

const tariffs: readonly Wedge[] = [
  {
    kind: 'tariff',
    importer: 'US',
    exporter: 'KR',
    sectors: RECIPROCAL,
    ...by('us-kr-reciprocal-tariff', 0, 10, 15, 25),
  },
  {
    kind: 'tariff',
    importer: 'US',
    exporter: 'KR',
    sectors: { AUT: 1 },
    ...by('us-kr-auto-tariff', 0, 15, 25),
  },
  {
    kind: 'tariff',
    importer: 'US',
    exporter: 'KR',
    sectors: { MET: 1 },
    ...by('us-kr-steel-tariff', 0, 25, 50),
  },
  {
    kind: 'tariff',
    importer: 'US',
    exporter: 'KR',
    sectors: { CHP: 1 },
    ...by('us-kr-chip-tariff', 0, 15, 25),
  },
  {
    kind: 'tariff',
    importer: 'KR',
    exporter: 'US',
    sectors: { ...GOODS, NRG: 0 },
    ...by('kr-us-tariff', 0, 10, 25),
  },
  {
    kind: 'tariff',
    importer: 'US',
    exporter: 'CN',
    sectors: { ...RECIPROCAL, CHP: 0.3, ELE: 0.6 },
    ...by('us-cn-tariff', 10, 20, 30, 54, 145),
  },
  {
    kind: 'tariff',
    importer: 'CN',
    exporter: 'US',
    sectors: { ...GOODS, CHP: 0.2 },
    ...by('cn-us-tariff', 0, 10, 34, 125),
  },
  { kind: 'tariffScale', importer: 'KR', exporter: 'CN', sectors: GOODS, ...by('kr-cn-fta', 1, 0.4) },
  { kind: 'tariffScale', importer: 'CN', exporter: 'KR', sectors: GOODS, ...by('kr-cn-fta', 1, 0.4) },
  { kind: 'iceberg', importer: 'KR', exporter: 'CN', sectors: { SRV: 1 }, ...by('kr-cn-fta', 1, 0.95) },
  { kind: 'iceberg', importer: 'CN', exporter: 'KR', sectors: { SRV: 1 }, ...by('kr-cn-fta', 1, 0.95) },
  {
    kind: 'tariffScale',
    importer: 'KR',
    exporter: 'US',
    sectors: { AGR: 1 },
    ...by('kr-us-farm-access', 1, 0.5, 0),
  },
  {
    kind: 'iceberg',
    importer: 'KR',
    exporter: 'US',
    sectors: { AGR: 1 },
    ...by('kr-us-farm-access', 1, 0.97, 0.94),
  },
  {
    kind: 'iceberg',
    importer: 'CN',
    exporter: 'KR',
    sectors: { SRV: 1 },
    ...by('cn-kr-coercion', 1, 1.1, 1.4),
  },
  { kind: 'tariff', importer: 'CN', exporter: 'KR', sectors: RECIPROCAL, ...by('cn-kr-coercion', 0, 4, 12) },
];

const chips: readonly Wedge[] = [
  {
    kind: 'control',
    importer: 'CN',
    exporter: 'US',
    sectors: { CHP: 1 },
    ...by('us-cn-chip-controls', -0.3, 0, 0.5),
  },
  {
    kind: 'control',
    importer: 'CN',
    exporter: 'US',
    sectors: { MCH: 1 },
    ...by('us-cn-chip-controls', -0.1, 0, 0.25),
  },
  {
    kind: 'control',
    importer: 'CN',
    exporter: 'KR',
    sectors: { CHP: 0.28, MCH: 0.15 },
    ...by('kr-chip-controls', 0, 0.5, 1),
  },
  {
    // China's chip makers: -2 c (.4 + .6 a) - 1.5 a - 3 if licences are revoked, in percent; c, a as in the first two levers.
    kind: 'productivity',
    region: 'CN',
    sectors: { CHP: 1 },
    by: ['us-cn-chip-controls', 'kr-chip-controls', 'us-fab-licences'],
    // biome-ignore format: a row per pair of controls, a column per state of the licences
    values: [
      0.8, -2.2,   0.65, -2.35,   0.5, -2.5,
      0, -3,      -0.75, -3.75,  -1.5, -4.5,
      -0.8, -3.8, -2.15, -5.15,  -3.5, -6.5,
    ],
  },
  { kind: 'subsidy', region: 'KR', sectors: { CHP: 1 }, ...by('kr-chip-support', -0.6, 0, 1) },
  { kind: 'transfer', from: 'US', to: 'KR', ...by('us-chip-grants', -0.6, 0, 0.6) },
  {
    kind: 'productivity',
    region: 'US',
    sectors: { AUT: 1, ELE: 1, MCH: 1, SHP: 1 },
    ...by('cn-us-rare-earths', 0, -0.2, -0.8),
  },
  {
    kind: 'productivity',
    region: 'KR',
    sectors: { AUT: 1, ELE: 1, MCH: 1, SHP: 1, CHP: 1 },
    ...by('cn-kr-rare-earths', 0, -0.2, -1),
  },
];

const investment: readonly Wedge[] = [
  // Three tenths of what yards get is a gift; of what fabs get, the less the larger the grants are.
  { kind: 'transfer', from: 'KR', to: 'US', ...by('kr-us-shipbuilding', 0, 1.5, 3, 4.5) },
  { kind: 'productivity', region: 'US', sectors: { SHP: 1 }, ...by('kr-us-shipbuilding', 0, 2, 4, 6) },
  {
    kind: 'transfer',
    from: 'KR',
    to: 'US',
    by: ['us-chip-grants', 'kr-us-fabs'],
    // biome-ignore format: a row per grant
    values: [
      0, 1.8, 3.6, 7.2,
      0, 1.5, 3, 6,
      0, 1.1, 2.2, 4.4,
    ],
  },
  { kind: 'productivity', region: 'US', sectors: { CHP: 1 }, ...by('kr-us-fabs', 0, 0.3, 0.6, 1.2) },
  { kind: 'transfer', from: 'KR', to: 'US', ...by('kr-alaska-lng', 0, 0.05, 1) },
  {
    kind: 'tariff',
    importer: 'KR',
    exporter: 'US',
    sectors: { NRG: 1 },
    ...by('kr-alaska-lng', 0, -0.3, -1.5),
  },
  {
    kind: 'tariff',
    importer: 'KR',
    exporter: 'US',
    sectors: { NRG: 1 },
    ...by('kr-us-energy', 0, -5.9, -11.9),
  },
  {
    kind: 'tariff',
    importer: 'CN',
    exporter: 'US',
    sectors: { AGR: 1 },
    ...by('cn-us-purchases', 0, -7, -15),
  },
  { kind: 'transfer', from: 'CN', to: 'KR', ...by('cn-kr-investment', 0, 0.4, 0.8) },
  {
    kind: 'productivity',
    region: 'KR',
    sectors: { ELE: 1 },
    by: ['cn-kr-investment', 'kr-investment-screening'],
    // biome-ignore format: a row per sum invested
    values: [
      0, 0, 0,
      0.2, 0.16, 0.04,
      0.4, 0.32, 0.08,
    ],
  },
  {
    kind: 'iceberg',
    importer: 'KR',
    exporter: 'CN',
    sectors: TECHNOLOGY,
    ...by('kr-investment-screening', 1, 1.001, 1.004),
  },
  {
    kind: 'iceberg',
    importer: 'CN',
    exporter: 'KR',
    sectors: TECHNOLOGY,
    ...by('kr-investment-screening', 1, 1.001, 1.004),
  },
  {
    kind: 'iceberg',
    importer: 'KR',
    exporter: 'CN',
    sectors: TECHNOLOGY,
    ...by('kr-supply-chains', 1, 1.03, 1.08),
  },
  { kind: 'transfer', from: 'KR', to: 'US', ...by('kr-defence-cost', 0, 1.9, 7.9) },
];

/** What every lever, and the fixed surroundings, do to the trade model. */
export const wedges: readonly Wedge[] = [...surroundings, ...tariffs, ...chips, ...investment];
