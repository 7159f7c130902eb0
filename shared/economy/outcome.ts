import { REGIONS, type Region, SECTORS, type Sector } from './calibration.ts';
import type { Equilibrium } from './solver.ts';
import type { World } from './world.ts';

/**
 * A year of the world economy as it is recorded and shown: JSON, whole millions of USD a year, by position in REGIONS
 * and SECTORS. Incomes are real, at the region's own consumer prices of the base year; trade and tariff revenue are in
 * money of which the world's value added is always the same amount.
 */
export type Outcome = {
  /** [region] real income: base-year income times the change in welfare. */
  readonly realIncome: readonly number[];
  /** [region][sector] real value added: what is earned in a sector, in what it buys. */
  readonly valueAdded: readonly (readonly number[])[];
  /**
   * [importer][exporter][sector] value at the border, net of tariff. Home trade is left out ([]), and with it what the
   * rest of the world trades within itself: nothing in the game reads it.
   */
  readonly trade: readonly (readonly (readonly number[])[])[];
  /** [region] */
  readonly tariffRevenue: readonly number[];
  /** [region] wages against the base year, relative to the first region's, in millionths. */
  readonly wages: readonly number[];
};

/** + 0 turns a -0, which JSON would lose, into 0. */
const millions = (billions: number): number => Math.round(billions * 1000) + 0;

/** Rounds an equilibrium to what is recorded. */
export const outcomeOf = (world: World, equilibrium: Equilibrium): Outcome => {
  const { welfare, wages, livingCosts, tariffRevenue, flows } = equilibrium;
  const realValueAdded = equilibrium.valueAdded.map(
    (value, nj) => value / livingCosts[Math.floor(nj / SECTORS.length)],
  );
  const row = (values: Float64Array, r: number): number[] =>
    Array.from(values.subarray(r * SECTORS.length, (r + 1) * SECTORS.length), millions);
  return {
    realIncome: REGIONS.map((_, n) => millions(world.incomes[n] * welfare[n])),
    valueAdded: REGIONS.map((_, n) => row(realValueAdded, n)),
    trade: REGIONS.map((_, n) => REGIONS.map((_, i) => (i === n ? [] : row(flows, n * REGIONS.length + i)))),
    tariffRevenue: Array.from(tariffRevenue, millions),
    wages: Array.from(wages, (wage) => Math.round((wage / wages[0]) * 1e6)),
  };
};

const at = (region: Region): number => REGIONS.indexOf(region);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Real income of a region, USD bn a year. */
export const realIncomeOf = (outcome: Outcome, region: Region): number =>
  outcome.realIncome[at(region)] / 1000;

/** Real value added of a region in the given sectors (all unless said), USD bn a year. */
export const valueAddedOf = (
  outcome: Outcome,
  region: Region,
  sectors: readonly Sector[] = SECTORS,
): number => sum(sectors.map((sector) => outcome.valueAdded[at(region)][SECTORS.indexOf(sector)])) / 1000;

/** What a region imports from another in the given sectors (all unless said), at the border, USD bn a year. */
export const importsOf = (
  outcome: Outcome,
  importer: Region,
  exporter: Region,
  sectors: readonly Sector[] = SECTORS,
): number => {
  const flows = outcome.trade[at(importer)][at(exporter)];
  return importer === exporter ? 0 : sum(sectors.map((sector) => flows[SECTORS.indexOf(sector)])) / 1000;
};

/** Exports less imports of a region with a partner, USD bn a year: negative is a deficit. */
export const balanceOf = (outcome: Outcome, region: Region, partner: Region): number =>
  importsOf(outcome, partner, region) - importsOf(outcome, region, partner);

/** Real wages of a region by sector against the base year: who is hurt. For an equilibrium with sluggish labour. */
export const realWagesOf = (equilibrium: Equilibrium, region: Region): readonly number[] =>
  SECTORS.map(
    (_, j) => equilibrium.sectorWages[at(region) * SECTORS.length + j] / equilibrium.livingCosts[at(region)],
  );
