import type { Outcome } from '../economy/model.ts';
import { SEATS, type Seat } from '../seats.ts';
import { type CompiledForm, compileForm, valueOfForm } from './compiledForm.ts';
import { findFault } from './findFault.ts';
import { type EconomyAt, openEconomy } from './openEconomy.ts';
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
  readonly economyAt: EconomyAt;
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
      weight: Object.hasOwn(mandate.weights, id) ? mandate.weights[id] : weight,
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

/** What is asked by id or seat, looked up once. */
const indexParts = ({ levers, news, mandates, blocs }: Scenario) => {
  const leverById = byId(levers);
  const cardById = byId(news);
  const mandatesBySeat = perSeat(mandates);
  const blocsBySeat = perSeat(blocs);
  const positions = new Map(
    blocs.map((bloc) => [bloc.id, new Map(bloc.positions.map(({ lever, values }) => [lever, values]))]),
  );
  return {
    leverIndex: Object.fromEntries(levers.map(({ id }, i) => [id, i])),
    pause: levers.map((lever) => lever.pause),
    snapback: levers.map((lever) => lever.snapback),
    hasLever: (id) => leverById.has(id),
    leverOf: (id) => lookup('lever', leverById, id),
    hasNews: (id) => cardById.has(id),
    newsOf: (id) => lookup('news card', cardById, id),
    mandatesOf: (seat) => mandatesBySeat.get(seat) ?? [],
    blocsOf: (seat) => blocsBySeat.get(seat) ?? [],
    positionOf: (bloc, lever, level) => positions.get(bloc)?.get(lever)?.[level] ?? 0,
  } satisfies Partial<Book>;
};

/**
 * Opens a scenario for play: checks that its parts fit (see `ScenarioError`), compiles payoffs and trade model, and makes
 * sure that the economy can be solved at the pause and at snapback under every news card.
 */
export const openBook = (scenario: Scenario): Book | { readonly error: ScenarioError } => {
  const fault = findFault(scenario);
  if (fault !== null) return { error: fault };
  const economyAt = openEconomy(scenario);
  if ('error' in economyAt) return economyAt;
  const parts = indexParts(scenario);
  const compile: Compile = (form) => compileForm(form, scenario.levers, parts.leverIndex);
  const compiled = new Map(
    scenario.mandates.map((mandate) => [mandate.id, compileMandate(scenario, compile, mandate)]),
  );
  const early = headlineFault(compiled.values(), parts.snapback, economyAt(parts.snapback, []));
  if (early !== null) return { error: early };
  return {
    scenario,
    ...parts,
    mandateOf: (id) => lookup('mandate', compiled, id).mandate,
    compiledOf: (id) => lookup('mandate', compiled, id),
    stance: compileStance(scenario, compile),
    economyAt,
  };
};
