import { calibration2024 } from '../economy/calibration.ts';
import { type EconomyError, isEconomyError } from '../economy/economyError.ts';
import { compileModel, type Model, type Outcome, solveModel } from '../economy/model.ts';
import type { Wedge } from '../economy/wedge.ts';
import { prepareWorld } from '../economy/world.ts';
import { SEATS, type Seat } from '../seats.ts';
import { type CompiledForm, compileForm, valueOfForm } from './compiledForm.ts';
import { findFault } from './findFault.ts';
import { type ScenarioError, scenarioError } from './scenarioError.ts';
import type { Bloc, Form, Lever, Mandate, NewsCard, Scenario } from './schema.ts';

/** A component under one mandate: weight x the sum of its forms. */
export type CompiledTerm = {
  readonly component: string;
  readonly weight: number;
  readonly forms: readonly CompiledForm[];
};

/** A goal or red line, met where its form is 1. */
export type CompiledHeadline = {
  readonly id: string;
  readonly kind: 'goal' | 'redLine';
  readonly amount: number;
  readonly form: CompiledForm;
};

/** Everything that a mandate's payoff is made of, looked up once. */
export type CompiledMandate = {
  readonly mandate: Mandate;
  readonly terms: readonly CompiledTerm[];
  readonly headlines: readonly CompiledHeadline[];
};

/** A seat's stance as forms of the levers. */
export type CompiledStance = {
  readonly seat: Seat;
  readonly x: readonly CompiledForm[];
  readonly y: readonly CompiledForm[];
};

/**
 * A scenario opened for play: what is asked by id is found at once, payoffs are compiled, the trade model is ready.
 * Asking for an id that the scenario does not have is a mistake of the caller and throws; `hasLever`, `hasNews` tell.
 */
export type Book = {
  readonly scenario: Scenario;
  /** Position of every lever, by id, in the scenario's order: the order of all `levels`. */
  readonly leverIndex: Readonly<Record<string, number>>;
  readonly snapback: readonly number[];
  readonly pause: readonly number[];
  readonly hasLever: (id: string) => boolean;
  readonly leverOf: (id: string) => Lever;
  readonly hasNews: (id: string) => boolean;
  readonly newsOf: (id: string) => NewsCard;
  readonly mandateOf: (id: string) => Mandate;
  readonly mandatesOf: (seat: Seat) => readonly Mandate[];
  readonly blocsOf: (seat: Seat) => readonly Bloc[];
  /** A bloc's position (-2..2) on a level index of a lever; 0 where it has none. */
  readonly positionOf: (bloc: string, lever: string, level: number) => number;
  /** A mandate's terms and headlines, for `payoff.ts`. */
  readonly compiledOf: (mandate: string) => CompiledMandate;
  readonly stance: CompiledStance | null;
  /**
   * The economy with these levels in force and these news cards out (in any order): a function of both alone. Null in a
   * scenario without economy. Throws where the trade model has no solution, which no shipped scenario reaches.
   */
  readonly economyAt: (levels: readonly number[], news: readonly string[]) => Outcome | null;
};

const lookup = <T>(kind: string, entries: ReadonlyMap<string, T>, id: string): T => {
  const found = entries.get(id);
  if (found === undefined) throw new Error(`the scenario has no ${kind} '${id}'`);
  return found;
};

const byId = <T extends { readonly id: string }>(parts: readonly T[]): ReadonlyMap<string, T> =>
  new Map(parts.map((part) => [part.id, part]));

const perSeat = <T extends { readonly seat: Seat }>(parts: readonly T[]): ReadonlyMap<Seat, readonly T[]> =>
  new Map(SEATS.map((seat) => [seat, parts.filter((part) => part.seat === seat)]));

type Compile = (form: Form) => CompiledForm;

const compileMandate = (scenario: Scenario, compile: Compile, mandate: Mandate): CompiledMandate => ({
  mandate,
  terms: scenario.components
    .filter(({ seat }) => seat === mandate.seat)
    .map(({ id, weight, forms }) => ({
      component: id,
      weight: mandate.weights[id] ?? weight,
      forms: forms.map(compile),
    })),
  headlines: (['goal', 'redLine'] as const).flatMap((kind) =>
    (kind === 'goal' ? mandate.goals : mandate.redLines).map(({ id, amount, form }) => ({
      id,
      kind,
      amount,
      form: compile(form),
    })),
  ),
});

/** A list of the values last asked for, the oldest dropped first: replays and previews ask for the same ones again. */
const recall = <T>(size: number, make: (key: string) => T) => {
  const kept = new Map<string, T>();
  return (key: string): T => {
    const value = kept.get(key) ?? make(key);
    kept.delete(key);
    kept.set(key, value);
    if (kept.size > size) kept.delete(kept.keys().next().value as string);
    return value;
  };
};

const OUTCOMES_KEPT = 256;

const economyOf = (scenario: Scenario, model: Model | null, cards: ReadonlyMap<string, NewsCard>) => {
  const position = new Map(scenario.levers.map(({ id }, i) => [id, i]));
  const solve = (levels: readonly number[], news: readonly string[]): Outcome | EconomyError | null => {
    if (model === null) return null;
    const extra: readonly Wedge[] = news.flatMap((id) => lookup('news card', cards, id).wedges);
    const result = solveModel(model, (lever) => levels[position.get(lever) ?? -1], { extra });
    return isEconomyError(result) ? result : result.outcome;
  };
  const solved = recall(OUTCOMES_KEPT, (key): Outcome | null => {
    const [levels, news] = JSON.parse(key) as [number[], string[]];
    const outcome = solve(levels, news);
    if (outcome !== null && isEconomyError(outcome))
      throw new Error(`${outcome.code} ${JSON.stringify(outcome.params)} at ${key}`);
    return outcome;
  });
  // Sorted: sums of floating-point numbers depend on their order, an outcome must not.
  const economyAt: Book['economyAt'] = (levels, news) =>
    model === null ? null : solved(JSON.stringify([levels, [...new Set(news)].sort()]));
  return { solve, economyAt };
};

const compileEconomy = ({ economy, levers }: Scenario): Model | EconomyError | null => {
  if (economy === null) return null;
  const counts = Object.fromEntries(levers.map(({ id, levels }) => [id, levels.length]));
  return compileModel(prepareWorld(calibration2024), counts, economy.wedges);
};

const economyFault = ({ code, params }: EconomyError): ScenarioError =>
  scenarioError('economy', { reason: code, ...params });

/** GAME.md section 2: no treaty and no measure give exactly 0, so no headline may count there. */
const headlineFault = (
  compiled: Iterable<CompiledMandate>,
  levels: readonly number[],
  outcome: Outcome | null,
): ScenarioError | null => {
  for (const { mandate, headlines } of compiled)
    for (const { id, form } of headlines)
      if (valueOfForm(form, levels, outcome) === 1) return scenarioError('headline', { in: mandate.id, id });
  return null;
};

const compileStance = (scenario: Scenario, compile: Compile): CompiledStance | null =>
  scenario.stance && {
    seat: scenario.stance.seat,
    x: scenario.stance.x.map(compile),
    y: scenario.stance.y.map(compile),
  };

/**
 * Opens a scenario for play: checks that its parts fit (see `ScenarioError`), compiles payoffs and trade model, and makes
 * sure that the economy can be solved at the pause and at snapback.
 */
export const openBook = (scenario: Scenario): Book | { readonly error: ScenarioError } => {
  const fault = findFault(scenario);
  if (fault !== null) return { error: fault };
  const model = compileEconomy(scenario);
  if (model !== null && isEconomyError(model)) return { error: economyFault(model) };
  const leverIndex = Object.fromEntries(scenario.levers.map(({ id }, i) => [id, i]));
  const compile: Compile = (form) => compileForm(form, scenario.levers, leverIndex);
  const levers = byId(scenario.levers);
  const cards = byId(scenario.news);
  const compiled = new Map(
    scenario.mandates.map((mandate) => [mandate.id, compileMandate(scenario, compile, mandate)]),
  );
  const mandates = perSeat(scenario.mandates);
  const blocs = perSeat(scenario.blocs);
  const positions = new Map(
    scenario.blocs.map((bloc) => [bloc.id, new Map(bloc.positions.map(({ lever, values }) => [lever, values]))]),
  );
  const pause = scenario.levers.map((lever) => lever.pause);
  const snapback = scenario.levers.map((lever) => lever.snapback);
  const { solve, economyAt } = economyOf(scenario, model, cards);
  for (const levels of [pause, snapback]) {
    const outcome = solve(levels, []);
    if (outcome !== null && isEconomyError(outcome)) return { error: economyFault(outcome) };
  }
  const early = scenario.rules.complete ? null : headlineFault(compiled.values(), snapback, economyAt(snapback, []));
  if (early !== null) return { error: early };
  return {
    scenario,
    leverIndex,
    snapback,
    pause,
    hasLever: (id) => levers.has(id),
    leverOf: (id) => lookup('lever', levers, id),
    hasNews: (id) => cards.has(id),
    newsOf: (id) => lookup('news card', cards, id),
    mandateOf: (id) => lookup('mandate', compiled, id).mandate,
    mandatesOf: (seat) => mandates.get(seat) ?? [],
    blocsOf: (seat) => blocs.get(seat) ?? [],
    positionOf: (bloc, lever, level) => positions.get(bloc)?.get(lever)?.[level] ?? 0,
    compiledOf: (mandate) => lookup('mandate', compiled, mandate),
    stance: compileStance(scenario, compile),
    economyAt,
  };
};
