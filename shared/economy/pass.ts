import { type Anderson, createAnderson } from './anderson.ts';
import type { WedgeTables } from './wedgeTables.ts';
import type { World } from './world.ts';

/**
 * Memory of one solve: its inputs, the trial point `logs` (log hats of wages, prices and spending, each [n,j]), the
 * `image` that one pass makes of it, and what the pass computes on its way. Solves of one size share it.
 */
export type Scratch = {
  readonly logWedges: Float64Array;
  readonly logProductivity: Float64Array;
  readonly logs: Float64Array;
  readonly image: Float64Array;
  readonly logCosts: Float64Array;
  readonly originShares: Float64Array;
  readonly flows: Float64Array;
  readonly output: Float64Array;
  readonly valueAdded: Float64Array;
  readonly totalValueAdded: Float64Array;
  readonly tariffRevenue: Float64Array;
  readonly incomes: Float64Array;
  readonly anderson: Anderson;
};

const rememberedSteps = 10;
const scratchBySize = new Map<string, Scratch>();

/** The memory for worlds of this size. */
export const scratchFor = ({ regions: N, sectors: J }: World): Scratch => {
  const known = scratchBySize.get(`${N}x${J}`);
  if (known) return known;
  const scratch: Scratch = {
    logWedges: new Float64Array(N * N * J),
    logProductivity: new Float64Array(N * J),
    logs: new Float64Array(3 * N * J),
    image: new Float64Array(3 * N * J),
    logCosts: new Float64Array(N * J),
    originShares: new Float64Array(N * N * J),
    flows: new Float64Array(N * N * J),
    output: new Float64Array(N * J),
    valueAdded: new Float64Array(N * J),
    totalValueAdded: new Float64Array(N),
    tariffRevenue: new Float64Array(N),
    incomes: new Float64Array(N),
    anderson: createAnderson(3 * N * J, rememberedSteps),
  };
  scratchBySize.set(`${N}x${J}`, scratch);
  return scratch;
};

/** ln k^ (what stands between i's cost and n's price) and ln A^. */
export const setWedges = (
  world: World,
  wedges: WedgeTables,
  { logWedges, logProductivity }: Scratch,
): void => {
  const { regions: N, sectors: J, tariffs } = world;
  for (let n = 0; n < N; n++)
    for (let i = 0; i < N; i++)
      for (let j = 0; j < J; j++) {
        const at = (n * N + i) * J + j;
        const atBorder = wedges.iceberg[at] * (1 + wedges.exportTax[at]) * (1 - wedges.subsidy[i * J + j]);
        logWedges[at] = Math.log(((1 + wedges.tariff[at]) / (1 + tariffs[at])) * atBorder);
      }
  for (let nj = 0; nj < N * J; nj++) logProductivity[nj] = Math.log(wedges.productivity[nj]);
};

/** Equation 1: unit costs from wages and input prices. */
const setCosts = (world: World, { logs, logCosts, logProductivity }: Scratch): void => {
  const { regions: N, sectors: J, inputs, valueAddedShares } = world;
  for (let n = 0; n < N; n++)
    for (let j = 0; j < J; j++) {
      const nj = n * J + j;
      let cost = valueAddedShares[nj] * logs[nj] - logProductivity[nj];
      for (let k = 0; k < J; k++) cost += inputs[(n * J + k) * J + j] * logs[N * J + n * J + k];
      logCosts[nj] = cost;
    }
};

/** Equations 3 and 4: each market's origins and price index. */
const setPrices = (world: World, { logWedges, logCosts, originShares, image }: Scratch): void => {
  const { regions: N, sectors: J, elasticities } = world;
  for (let n = 0; n < N; n++)
    for (let j = 0; j < J; j++) {
      let sum = 0;
      for (let i = 0; i < N; i++) {
        const at = (n * N + i) * J + j;
        originShares[at] =
          world.originShares[at] * Math.exp(-elasticities[j] * (logWedges[at] + logCosts[i * J + j]));
        sum += originShares[at];
      }
      for (let i = 0; i < N; i++) originShares[(n * N + i) * J + j] /= sum;
      image[N * J + n * J + j] = -Math.log(sum) / elasticities[j];
    }
};

/** Equations 5 and 7: border values, receipts, and what the states take in and pay out. */
const setReceipts = (world: World, wedges: WedgeTables, scratch: Scratch): void => {
  const { regions: N, sectors: J, spending } = world;
  const { logs, originShares, flows, output, tariffRevenue, incomes } = scratch;
  output.fill(0);
  tariffRevenue.fill(0);
  for (let n = 0; n < N; n++) incomes[n] = world.deficits[n] + wedges.transfer[n];
  for (let n = 0; n < N; n++)
    for (let j = 0; j < J; j++) {
      const spent = spending[n * J + j] * Math.exp(logs[2 * N * J + n * J + j]);
      for (let i = 0; i < N; i++) {
        const at = (n * N + i) * J + j;
        const flow = (originShares[at] * spent) / (1 + wedges.tariff[at]);
        const receipt = flow / ((1 + wedges.exportTax[at]) * (1 - wedges.subsidy[i * J + j]));
        flows[at] = flow;
        output[i * J + j] += receipt;
        tariffRevenue[n] += flow * wedges.tariff[at];
        incomes[i] += flow - receipt;
      }
    }
};

/** Equations 7 to 9: value added, the wages it pays, and incomes. Returns the factor that restores the numeraire. */
const setIncomes = (world: World, scratch: Scratch): number => {
  const { regions: N, sectors: J, valueAddedShares } = world;
  const { output, valueAdded, totalValueAdded, tariffRevenue, incomes } = scratch;
  let before = 0;
  let after = 0;
  for (let n = 0; n < N; n++) {
    totalValueAdded[n] = 0;
    for (let j = 0; j < J; j++) {
      valueAdded[n * J + j] = valueAddedShares[n * J + j] * output[n * J + j];
      totalValueAdded[n] += valueAdded[n * J + j];
    }
    incomes[n] += totalValueAdded[n] + tariffRevenue[n];
    before += world.totalValueAdded[n];
    after += totalValueAdded[n];
  }
  return before / after;
};

/** Equation 8: wages that exhaust value added; with `sluggishness` 0 workers move freely, with 1/kappa they don't. */
const setWages = (world: World, scratch: Scratch, toNumeraire: number, sluggishness: number): void => {
  const { regions: N, sectors: J } = world;
  const { valueAdded, totalValueAdded, image } = scratch;
  for (let n = 0; n < N; n++) {
    const average = totalValueAdded[n] / world.totalValueAdded[n];
    for (let nj = n * J; nj < (n + 1) * J; nj++) {
      const share = world.valueAdded[nj] > 0 ? valueAdded[nj] / world.valueAdded[nj] / average : 1;
      image[nj] = Math.log(average * toNumeraire) + sluggishness * Math.log(share);
    }
  }
};

/** Equation 6: spending on inputs and final goods. */
const setSpending = (world: World, { output, incomes, image }: Scratch, toNumeraire: number): void => {
  const { regions: N, sectors: J, inputs, budgetShares, spending } = world;
  for (let n = 0; n < N; n++)
    for (let j = 0; j < J; j++) {
      let spent = budgetShares[n * J + j] * incomes[n];
      for (let k = 0; k < J; k++) spent += inputs[(n * J + j) * J + k] * output[n * J + k];
      image[2 * N * J + n * J + j] = Math.log((spent * toNumeraire) / spending[n * J + j]);
    }
};

/** Applies the model's equations once to `scratch.logs`: the equilibrium is where `scratch.image` equals them. */
export const pass = (world: World, wedges: WedgeTables, scratch: Scratch, sluggishness: number): void => {
  setCosts(world, scratch);
  setPrices(world, scratch);
  setReceipts(world, wedges, scratch);
  const toNumeraire = setIncomes(world, scratch);
  setWages(world, scratch, toNumeraire, sluggishness);
  setSpending(world, scratch, toNumeraire);
};
