import {
  applyWedge,
  type CompiledWedge,
  compileWedge,
  type LevelCounts,
  valueInForce,
} from './compiledWedge.ts';
import { type EconomyError, isEconomyError } from './economyError.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { type Equilibrium, type Labour, type SolveOptions, solveEquilibrium } from './solver.ts';
import type { Wedge } from './wedge.ts';
import { reset, unchanged, type WedgeTables } from './wedgeTables.ts';
import type { World } from './world.ts';

export type { Outcome } from './outcome.ts';

/** A world with the wedges of a scenario's levers, ready to be solved for any levels. */
export type Model = {
  readonly world: World;
  readonly levelCounts: LevelCounts;
  readonly wedges: readonly CompiledWedge[];
  /** Scratch memory of `composeWedges`. */
  readonly tables: WedgeTables;
  readonly tariffScale: Float64Array;
};

/** How labour moves in the panel "who is hurt"; payoffs are reckoned with mobile labour. */
export const sluggishLabour: Labour = { kappa: 1.5 };

/** The level index in force of a lever. */
export type LevelOf = (lever: string) => number;

const compileAll = (levelCounts: LevelCounts, wedges: readonly Wedge[]): CompiledWedge[] | EconomyError => {
  const compiled: CompiledWedge[] = [];
  for (const wedge of wedges) {
    const result = compileWedge(levelCounts, wedge);
    if (isEconomyError(result)) return result;
    compiled.push(result);
  }
  return compiled;
};

/**
 * Prepares a scenario's wedges on a world of REGIONS and SECTORS. `levelCounts`: how many levels each lever has.
 * Passes a `badWorld` on; refuses wedges that do not fit with `economy.badModel` (see `compileWedge`).
 */
export const compileModel = (
  world: World | EconomyError,
  levelCounts: LevelCounts,
  wedges: readonly Wedge[],
): Model | EconomyError => {
  if (isEconomyError(world)) return world;
  const compiled = compileAll(levelCounts, wedges);
  if (isEconomyError(compiled)) return compiled;
  const tables = unchanged(world);
  return { world, levelCounts, wedges: compiled, tables, tariffScale: tables.tariff.map(() => 1) };
};

/** Fills the model's tables for the levels in force; about 10 microseconds. */
const composeWedges = (
  model: Model,
  levelOf: LevelOf,
  extra: readonly CompiledWedge[],
): EconomyError | null => {
  const { world, tables, tariffScale } = model;
  reset(tables, world);
  tables.tariff.fill(0);
  tariffScale.fill(1);
  for (const wedges of [model.wedges, extra])
    for (const wedge of wedges) {
      const value = valueInForce(wedge, levelOf);
      if (value === null)
        return { code: 'economy.badModel', params: { reason: 'level', levers: wedge.by.join(' ') } };
      applyWedge(world, tables, tariffScale, wedge, value);
    }
  for (let at = 0; at < tables.tariff.length; at++) tables.tariff[at] += world.tariffs[at] * tariffScale[at];
  return null;
};

export type ModelOptions = SolveOptions & {
  /** Wedges on top of the model's, e.g. the shocks of news cards. */
  readonly extra?: readonly Wedge[];
};

/**
 * The economy with the given levels in force. The outcome is what to record; the equilibrium is for details, and to
 * start the next solve from (`options.from`): the outcome does not depend on it, but see `solveEquilibrium` for speed.
 */
export const solveModel = (
  model: Model,
  levelOf: LevelOf,
  options: ModelOptions = {},
): { readonly outcome: Outcome; readonly equilibrium: Equilibrium } | EconomyError => {
  const extra = compileAll(model.levelCounts, options.extra ?? []);
  if (isEconomyError(extra)) return extra;
  const failure = composeWedges(model, levelOf, extra);
  if (failure) return failure;
  const equilibrium = solveEquilibrium(model.world, model.tables, options);
  if (isEconomyError(equilibrium)) return equilibrium;
  return { outcome: outcomeOf(model.world, equilibrium), equilibrium };
};
