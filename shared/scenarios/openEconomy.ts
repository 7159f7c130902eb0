import { calibration2024 } from '../economy/calibration.ts';
import { type EconomyError, isEconomyError } from '../economy/economyError.ts';
import { compileModel, type Model, type Outcome, solveModel } from '../economy/model.ts';
import { prepareWorld } from '../economy/world.ts';
import { type ScenarioError, scenarioError } from './scenarioError.ts';
import type { Scenario } from './schema.ts';

/** The economy under level indices in force and news cards that are out, in any order. */
export type EconomyAt = (levels: readonly number[], news: readonly string[]) => Outcome | null;

/** Keeps the values last asked for and drops the oldest: replays and previews ask for the same ones again. */
const recall = <T>(size: number, make: (key: string) => T): ((key: string) => T) => {
  const kept = new Map<string, T>();
  return (key) => {
    const value = kept.get(key) ?? make(key);
    kept.delete(key);
    kept.set(key, value);
    if (kept.size > size) kept.delete(kept.keys().next().value as string);
    return value;
  };
};

const OUTCOMES_KEPT = 256;

/** Always from the base year, never from an equilibrium at hand: an outcome depends on levels and news alone. */
const solve = (
  scenario: Scenario,
  model: Model,
  levels: readonly number[],
  news: readonly string[],
): Outcome | EconomyError => {
  const at = new Map(scenario.levers.map(({ id }, i) => [id, levels[i]]));
  const extra = scenario.news.filter(({ id }) => news.includes(id)).flatMap(({ wedges }) => wedges);
  const result = solveModel(model, (lever) => at.get(lever) ?? -1, { extra });
  return isEconomyError(result) ? result : result.outcome;
};

const fault = ({ code, params }: EconomyError): ScenarioError =>
  scenarioError('economy', { reason: code, ...params });

/** The first sign that a scenario's economy can't be solved: at the pause, at snapback, or there with one news card out. */
const findUnsolvable = (scenario: Scenario, model: Model): EconomyError | null => {
  const pause = scenario.levers.map((lever) => lever.pause);
  const snapback = scenario.levers.map((lever) => lever.snapback);
  const outs = [[], ...scenario.news.map(({ id }) => [id])];
  for (const levels of [pause, snapback])
    for (const news of outs) {
      const outcome = solve(scenario, model, levels, news);
      if (isEconomyError(outcome)) return outcome;
    }
  return null;
};

/** Prepares a scenario's trade model and makes sure that it works where every game passes. Without economy: always null. */
export const openEconomy = (scenario: Scenario): EconomyAt | { readonly error: ScenarioError } => {
  if (scenario.economy === null) return () => null;
  const counts = Object.fromEntries(scenario.levers.map(({ id, levels }) => [id, levels.length]));
  const model = compileModel(prepareWorld(calibration2024), counts, scenario.economy.wedges);
  if (isEconomyError(model)) return { error: fault(model) };
  const unsolvable = findUnsolvable(scenario, model);
  if (unsolvable !== null) return { error: fault(unsolvable) };
  const solved = recall(OUTCOMES_KEPT, (key): Outcome => {
    const [levels, news] = JSON.parse(key) as [number[], string[]];
    const outcome = solve(scenario, model, levels, news);
    if (isEconomyError(outcome))
      throw new Error(`${outcome.code} ${JSON.stringify(outcome.params)} at ${key}`);
    return outcome;
  });
  // Half of the cards leave the economy as it is: with them or without, it is the same case.
  const moving = scenario.news.filter(({ wedges }) => wedges.length > 0).map(({ id }) => id);
  return (levels, news) => solved(JSON.stringify([levels, moving.filter((id) => news.includes(id))]));
};
