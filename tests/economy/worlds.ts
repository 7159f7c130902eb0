import { calibration2024 } from '../../shared/economy/calibration.ts';
import { isEconomyError } from '../../shared/economy/economyError.ts';
import { compileModel, type Outcome, solveModel } from '../../shared/economy/model.ts';
import { type Equilibrium, type SolveOptions, solveEquilibrium } from '../../shared/economy/solver.ts';
import type { Wedge } from '../../shared/economy/wedge.ts';
import { unchanged, type WedgeTables } from '../../shared/economy/wedgeTables.ts';
import { type Figures, prepareWorld, type World } from '../../shared/economy/world.ts';

/** The result, or the test fails with the error's words. */
export const orThrow = <T extends object>(result: T): Exclude<T, { code: string }> => {
  if (isEconomyError(result)) throw new Error(JSON.stringify(result));
  return result as Exclude<T, { code: string }>;
};

export const world2024: World = orThrow(prepareWorld(calibration2024));

/** Two countries alike, one sector without inputs, elasticity 5, four fifths bought at home. */
export const twins: World = orThrow(
  prepareWorld({
    regions: 2,
    sectors: 1,
    flows: [80, 20, 20, 80],
    tariffs: [0, 0, 0, 0],
    inputs: [0, 0],
    valueAddedShares: [1, 1],
    elasticities: [5],
  }),
);

/** Three regions, two sectors that use each other, no tariffs, trade balanced pair by pair. */
export const balancedFigures: Figures = {
  regions: 3,
  sectors: 2,
  // biome-ignore format: [importer][exporter][sector]
  flows: [
    300, 500,  30, 20,  25, 45,
     15, 35, 150, 250,  10, 5,
     40, 30,   6, 9,   400, 350,
  ],
  tariffs: new Array(18).fill(0),
  // biome-ignore format: [region][input][user]
  inputs: [
    .2, .1,  .15, .3,
    .25, .05, .2, .2,
    .1, .1,   .3, .25,
  ],
  valueAddedShares: [0.65, 0.6, 0.55, 0.75, 0.6, 0.65],
  elasticities: [4, 6],
};

type Border = (importer: number, exporter: number, sector: number) => boolean;

/** Wedges of one kind and value on all flows between two different regions that are meant, on top of others. */
export const onBorders = (
  world: World,
  table: 'tariff' | 'iceberg' | 'exportTax',
  value: number,
  isMeant: Border = () => true,
  wedges: WedgeTables = unchanged(world),
): WedgeTables => {
  eachBorder(world, (n, i, j, at) => {
    if (isMeant(n, i, j)) wedges[table][at] = value;
  });
  return wedges;
};

/** Solves or fails the test. */
export const solved = (world: World, wedges: WedgeTables, options: SolveOptions = {}): Equilibrium =>
  orThrow(solveEquilibrium(world, wedges, options));

const eachBorder = (world: World, visit: (n: number, i: number, j: number, at: number) => void): void => {
  for (let n = 0; n < world.regions; n++)
    for (let i = 0; i < world.regions; i++)
      for (let j = 0; j < world.sectors; j++)
        if (i !== n) visit(n, i, j, (n * world.regions + i) * world.sectors + j);
};

/** Largest |imports - exports - deficit| at the border as a share of income. */
export const walrasGap = (world: World, wedges: WedgeTables, { flows, incomes }: Equilibrium): number => {
  let gap = 0;
  for (let n = 0; n < world.regions; n++) {
    let balance = -world.deficits[n] - wedges.transfer[n];
    eachBorder(world, (importer, exporter, _, at) => {
      if (importer === n) balance += flows[at];
      if (exporter === n) balance -= flows[at];
    });
    gap = Math.max(gap, Math.abs(balance) / incomes[n]);
  }
  return gap;
};

/** The index of a flow in tables of the world of 2024. */
export const index = (importer: number, exporter: number, sector: number): number =>
  (importer * 4 + exporter) * 10 + sector;

/** A wedge's value that no lever chooses. */
export const always = (value: number): { by: string[]; values: number[] } => ({ by: [], values: [value] });

/** The world of 2024 with the given wedges in force, and nothing else. */
export const outcomeUnder = (wedges: readonly Wedge[]): Outcome =>
  orThrow(solveModel(orThrow(compileModel(world2024, {}, wedges)), () => 0)).outcome;
