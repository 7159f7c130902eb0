import type { EconomyError } from './economyError.ts';
import type { World } from './world.ts';

/**
 * Everything that can change against the base year, as full tables (see `Figures` for the layout).
 * Start from `unchanged(world)` and edit.
 */
export type WedgeTables = {
  /** [n,i,j] the new ad valorem tariffs (not the change), above -1. */
  readonly tariff: Float64Array;
  /** [n,i,j] factor on the cost of delivery, 1 = as before. */
  readonly iceberg: Float64Array;
  /** [n,i,j] export tax as a share of the exporter's price, above -1; it goes to i. */
  readonly exportTax: Float64Array;
  /** [i,j] share of the cost of production that i's government pays, below 1. */
  readonly subsidy: Float64Array;
  /** [n,j] factor on productivity, 1 = as before. */
  readonly productivity: Float64Array;
  /** [n] money received (+) or given (-), in the currency unit of the flows; sums to zero. */
  readonly transfer: Float64Array;
};

/** Puts wedges back to "nothing changed". */
export const reset = (wedges: WedgeTables, world: World): void => {
  wedges.tariff.set(world.tariffs);
  wedges.iceberg.fill(1);
  wedges.exportTax.fill(0);
  wedges.subsidy.fill(0);
  wedges.productivity.fill(1);
  wedges.transfer.fill(0);
};

/** Wedges under which the base year reproduces itself. */
export const unchanged = (world: World): WedgeTables => {
  const cells = world.flows.length;
  const wedges: WedgeTables = {
    tariff: new Float64Array(cells),
    iceberg: new Float64Array(cells),
    exportTax: new Float64Array(cells),
    subsidy: new Float64Array(world.spending.length),
    productivity: new Float64Array(world.spending.length),
    transfer: new Float64Array(world.regions),
  };
  reset(wedges, world);
  return wedges;
};

/** Wedges that go only `share` (0 to 1) of the way from the base year, in logs; transfers in money. */
export const partOfTheWay = (world: World, wedges: WedgeTables, share: number): WedgeTables => ({
  tariff: wedges.tariff.map((rate, at) => {
    const before = 1 + world.tariffs[at];
    return before * ((1 + rate) / before) ** share - 1;
  }),
  iceberg: wedges.iceberg.map((factor) => factor ** share),
  exportTax: wedges.exportTax.map((rate) => (1 + rate) ** share - 1),
  subsidy: wedges.subsidy.map((rate) => 1 - (1 - rate) ** share),
  productivity: wedges.productivity.map((factor) => factor ** share),
  transfer: wedges.transfer.map((amount) => amount * share),
});

const bad = (wedge: string, at: number, found: number): EconomyError => ({
  code: 'economy.badWedge',
  params: { wedge, at, found: String(found) },
});

const indexOutside = (values: Float64Array, above: number, below: number): number => {
  for (let at = 0; at < values.length; at++) if (!(values[at] > above && values[at] < below)) return at;
  return -1;
};

/** The first wedge that no economy can have, or null. `params`: `wedge` the table, `at` the flat index, `found`. */
export const findBadWedge = (world: World, wedges: WedgeTables): EconomyError | null => {
  const tables = [
    ['tariff', wedges.tariff, -1, Infinity, world.flows.length],
    ['iceberg', wedges.iceberg, 0, Infinity, world.flows.length],
    ['exportTax', wedges.exportTax, -1, Infinity, world.flows.length],
    ['subsidy', wedges.subsidy, -Infinity, 1, world.spending.length],
    ['productivity', wedges.productivity, 0, Infinity, world.spending.length],
    ['transfer', wedges.transfer, -Infinity, Infinity, world.regions],
  ] as const;
  for (const [wedge, values, above, below, length] of tables) {
    if (values.length !== length) return bad(wedge, length, values.length);
    const at = indexOutside(values, above, below);
    if (at >= 0) return bad(wedge, at, values[at]);
  }
  let [sum, size] = [0, 0];
  for (const amount of wedges.transfer) {
    sum += amount;
    size += Math.abs(amount);
  }
  return Math.abs(sum) > 1e-9 * size ? bad('transferSum', world.regions, sum) : null;
};
