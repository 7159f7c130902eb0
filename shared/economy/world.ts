import type { EconomyError } from './economyError.ts';

/**
 * A base year, in any one currency unit, for any number of regions n, i and sectors j, k. Tables are flat, row by row:
 * [n,i,j] means index `(n * regions + i) * sectors + j` with n the importer and i the exporter (or the region itself).
 */
export type Figures = {
  readonly regions: number;
  readonly sectors: number;
  /** [n,i,j] what n buys of j from i, at the border, net of tariff; n = i is home trade. */
  readonly flows: ArrayLike<number>;
  /** [n,i,j] ad valorem tariffs, .25 for 25 %. */
  readonly tariffs: ArrayLike<number>;
  /** [n,k,j] cost of input k per unit of output of j in n. */
  readonly inputs: ArrayLike<number>;
  /** [n,j] value added per unit of output; with the inputs of j it sums to 1. */
  readonly valueAddedShares: ArrayLike<number>;
  /** [j] how readily buyers switch between origins. */
  readonly elasticities: ArrayLike<number>;
};

/** Figures checked and with everything derived that the solver reads, e.g. budget shares. Built by `prepareWorld`. */
export type World = {
  readonly regions: number;
  readonly sectors: number;
  readonly flows: Float64Array;
  readonly tariffs: Float64Array;
  readonly inputs: Float64Array;
  readonly elasticities: Float64Array;
  /** [n,j] beta: exactly 1 minus the inputs. */
  readonly valueAddedShares: Float64Array;
  /** [n,i,j] pi: share of i in n's spending on j. */
  readonly originShares: Float64Array;
  /** [n,j] spending at buyers' prices, tariffs included. */
  readonly spending: Float64Array;
  /** [n,j] alpha: share of j in n's final demand. */
  readonly budgetShares: Float64Array;
  /** [n,j] */
  readonly valueAdded: Float64Array;
  /** [n] */
  readonly totalValueAdded: Float64Array;
  /** [n] imports minus exports at the border. */
  readonly deficits: Float64Array;
  /** [n] value added + tariff revenue + deficit = final demand. */
  readonly incomes: Float64Array;
};

const bad = (reason: string, params: EconomyError['params'] = {}): EconomyError => ({
  code: 'economy.badWorld',
  params: { reason, ...params },
});

const findBadTable = (figures: Figures): EconomyError | null => {
  const { regions: N, sectors: J } = figures;
  if (!Number.isInteger(N) || !Number.isInteger(J) || N < 1 || J < 1)
    return bad('size', { regions: N, sectors: J });
  const tables = [
    ['flows', figures.flows, N * N * J, 0],
    ['tariffs', figures.tariffs, N * N * J, -1],
    ['inputs', figures.inputs, N * J * J, 0],
    ['valueAddedShares', figures.valueAddedShares, N * J, 0],
    ['elasticities', figures.elasticities, J, 0],
  ] as const;
  for (const [table, values, length, least] of tables) {
    if (values.length !== length) return bad('length', { table, expected: length, found: values.length });
    for (let at = 0; at < length; at++) {
      const isOpenBound = least < 0 || table === 'elasticities';
      if (!Number.isFinite(values[at]) || values[at] < least || (isOpenBound && values[at] === least))
        return bad('value', { table, at, found: String(values[at]) });
    }
  }
  return null;
};

/** Reads beta as 1 minus the inputs, so that rounding in published tables cannot leak money out of the circle. */
const deriveValueAddedShares = (figures: Figures, shares: Float64Array): EconomyError | null => {
  const { regions: N, sectors: J, inputs, valueAddedShares } = figures;
  for (let n = 0; n < N; n++)
    for (let j = 0; j < J; j++) {
      let share = 1;
      for (let k = 0; k < J; k++) share -= inputs[(n * J + k) * J + j];
      if (Math.abs(share - valueAddedShares[n * J + j]) > 1e-6)
        return bad('shares', { region: n, sector: j, expected: share, found: valueAddedShares[n * J + j] });
      shares[n * J + j] = Math.max(0, share);
    }
  return null;
};

const emptyWorld = ({ regions: N, sectors: J, ...figures }: Figures): World => ({
  regions: N,
  sectors: J,
  flows: Float64Array.from(figures.flows),
  tariffs: Float64Array.from(figures.tariffs),
  inputs: Float64Array.from(figures.inputs),
  elasticities: Float64Array.from(figures.elasticities),
  valueAddedShares: new Float64Array(N * J),
  originShares: new Float64Array(N * N * J),
  spending: new Float64Array(N * J),
  budgetShares: new Float64Array(N * J),
  valueAdded: new Float64Array(N * J),
  totalValueAdded: new Float64Array(N),
  deficits: new Float64Array(N),
  incomes: new Float64Array(N),
});

/** Fills spending, value added, deficits and incomes from the flows; leaves output by [n,j] behind. */
const addUp = (world: World): Float64Array => {
  const { regions: N, sectors: J } = world;
  const output = new Float64Array(N * J);
  for (let n = 0; n < N; n++)
    for (let i = 0; i < N; i++)
      for (let j = 0; j < J; j++) {
        const flow = world.flows[(n * N + i) * J + j];
        const tariff = world.tariffs[(n * N + i) * J + j];
        world.spending[n * J + j] += flow * (1 + tariff);
        output[i * J + j] += flow;
        world.deficits[n] += flow;
        world.deficits[i] -= flow;
        world.incomes[n] += flow * tariff;
      }
  for (let nj = 0; nj < N * J; nj++) {
    world.valueAdded[nj] = world.valueAddedShares[nj] * output[nj];
    world.totalValueAdded[Math.floor(nj / J)] += world.valueAdded[nj];
  }
  for (let n = 0; n < N; n++) world.incomes[n] += world.totalValueAdded[n] + world.deficits[n];
  return output;
};

const deriveShares = (world: World, output: Float64Array): EconomyError | null => {
  const { regions: N, sectors: J } = world;
  for (let n = 0; n < N; n++) {
    if (!(world.totalValueAdded[n] > 0) || !(world.incomes[n] > 0)) return bad('noIncome', { region: n });
    for (let j = 0; j < J; j++) {
      if (!(world.spending[n * J + j] > 0)) return bad('noSpending', { region: n, sector: j });
      let final = world.spending[n * J + j];
      for (let k = 0; k < J; k++) final -= world.inputs[(n * J + j) * J + k] * output[n * J + k];
      if (final < -1e-9 * world.spending[n * J + j]) return bad('negativeDemand', { region: n, sector: j });
      world.budgetShares[n * J + j] = Math.max(0, final) / world.incomes[n];
      for (let i = 0; i < N; i++) {
        const at = (n * N + i) * J + j;
        world.originShares[at] = (world.flows[at] * (1 + world.tariffs[at])) / world.spending[n * J + j];
      }
    }
  }
  return null;
};

/**
 * Checks a base year and derives what the solver needs. Refuses (`economy.badWorld`, `params.reason`): a wrong `size` or
 * `length`; a `value` that is negative, infinite or none; `shares` of cost that do not sum to 1; a region without income
 * (`noIncome`) or that buys nothing of a sector (`noSpending`); a sector used up by more than is bought (`negativeDemand`).
 */
export const prepareWorld = (figures: Figures): World | EconomyError => {
  const badTable = findBadTable(figures);
  if (badTable) return badTable;
  const world = emptyWorld(figures);
  return (
    deriveValueAddedShares(figures, world.valueAddedShares) ?? deriveShares(world, addUp(world)) ?? world
  );
};
