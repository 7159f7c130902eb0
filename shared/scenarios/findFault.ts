import { SECTORS } from '../economy/calibration.ts';
import type { Seat } from '../seats.ts';
import { type ScenarioError, scenarioError } from './scenarioError.ts';
import type { Form, Lever, Mandate, Scenario } from './schema.ts';

type Fault = ScenarioError | null;

/** The first fault among lazily made checks. */
const first = <T>(items: readonly T[], faultOf: (item: T) => Fault): Fault => {
  for (const item of items) {
    const fault = faultOf(item);
    if (fault !== null) return fault;
  }
  return null;
};

const duplicate = (kind: string, ids: readonly string[]): Fault => {
  const id = ids.find((each, i) => ids.indexOf(each) !== i);
  return id === undefined ? null : scenarioError('duplicate', { kind, id });
};

const findDuplicate = (scenario: Scenario): Fault =>
  duplicate('seat', scenario.seats) ??
  first(['levers', 'components', 'mandates', 'blocs', 'news'] as const, (kind) =>
    duplicate(
      kind,
      scenario[kind].map(({ id }) => id),
    ),
  ) ??
  first(scenario.mandates, ({ id, goals, redLines }) =>
    duplicate(
      id,
      [...goals, ...redLines].map((line) => line.id),
    ),
  );

const seatFault = (scenario: Scenario, seats: readonly Seat[], place: string): Fault => {
  const seat = seats.find((each) => !scenario.seats.includes(each));
  return seat === undefined ? null : scenarioError('seat', { in: place, seat });
};

const leverFault = (scenario: Scenario, lever: Lever): Fault => {
  const { id, levels, pause, snapback, owners } = lever;
  for (const level of [pause, snapback])
    if (level >= levels.length) return scenarioError('level', { lever: id, level });
  return (
    duplicate(
      id,
      levels.map((level) => level.id),
    ) ??
    duplicate(id, owners) ??
    seatFault(scenario, owners, id)
  );
};

type Levers = ReadonlyMap<string, Lever>;

/** Whether a table over levers is as long as their levels' product. */
const tableFault = (
  levers: Levers,
  by: readonly string[],
  values: readonly number[],
  place: string,
): Fault => {
  let expected = 1;
  for (const id of by) {
    const lever = levers.get(id);
    if (lever === undefined) return scenarioError('unknownLever', { in: place, id });
    expected *= lever.levels.length;
  }
  if (new Set(by).size < by.length) return scenarioError('sameLever', { in: place });
  return values.length === expected
    ? null
    : scenarioError('tableSize', { in: place, expected, found: values.length });
};

type SumForm = Extract<Form, { form: 'sum' }>;
type EconomyForm = Extract<Form, { form: 'economy' }>;

const sumFault = (levers: Levers, form: SumForm, place: string): Fault => {
  const unknown = form.of.find(({ lever }) => !levers.has(lever));
  if (unknown !== undefined) return scenarioError('unknownLever', { in: place, id: unknown.lever });
  const ascends = form.knots.every(([at], i) => i === 0 || at > form.knots[i - 1][0]);
  return ascends ? null : scenarioError('knots', { in: place });
};

const outputFault = (scenario: Scenario, form: EconomyForm, place: string): Fault => {
  const known = form.sectors?.every((sector) => (SECTORS as readonly string[]).includes(sector)) ?? true;
  const paired = form.output !== 'balance' || (form.partner !== undefined && form.partner !== form.region);
  return scenario.economy !== null && known && paired ? null : scenarioError('output', { in: place });
};

const formFault = (scenario: Scenario, levers: Levers, form: Form, place: string): Fault => {
  if (form.form === 'points') return tableFault(levers, [form.lever], form.values, place);
  if (form.form === 'table') return tableFault(levers, form.levers, form.values, place);
  if (form.form === 'sum') return sumFault(levers, form, place);
  return outputFault(scenario, form, place);
};

const SHARES_SLACK = 1e-6;

const sharesFault = (scenario: Scenario, { id, seat, blocShares }: Mandate): Fault => {
  const shares = Object.entries(blocShares);
  const unknown = shares.find(([bloc]) => !scenario.blocs.some((each) => each.id === bloc));
  if (unknown !== undefined) return scenarioError('unknownBloc', { in: id, id: unknown[0] });
  const foreign = shares.find(([bloc]) =>
    scenario.blocs.some((each) => each.id === bloc && each.seat !== seat),
  );
  if (foreign !== undefined) return scenarioError('foreign', { in: id, id: foreign[0] });
  const found = shares.reduce((sum, [, share]) => sum + share, 0);
  const needed = scenario.rules.ratification !== null || shares.length > 0;
  return needed && Math.abs(found - 100) > SHARES_SLACK
    ? scenarioError('blocShares', { in: id, found })
    : null;
};

const mandateFault = (scenario: Scenario, levers: Levers, mandate: Mandate): Fault => {
  const { id, seat, weights, goals, redLines } = mandate;
  return (
    seatFault(scenario, [seat], id) ??
    first(Object.keys(weights), (component) => {
      const found = scenario.components.find((each) => each.id === component);
      if (found === undefined) return scenarioError('unknownComponent', { in: id, id: component });
      return found.seat === seat ? null : scenarioError('foreign', { in: id, id: component });
    }) ??
    first([...goals, ...redLines], (line) => formFault(scenario, levers, line.form, line.id)) ??
    first(goals, (line) => (line.amount > 0 ? null : scenarioError('headline', { in: id, id: line.id }))) ??
    first(redLines, (line) =>
      line.amount < 0 ? null : scenarioError('headline', { in: id, id: line.id }),
    ) ??
    sharesFault(scenario, mandate)
  );
};

/** Rules that would contradict each other: GAME.md section 6 says what `complete` goes with. */
const rulesFault = ({ rules, seats, levers }: Scenario): Fault => {
  const clash =
    (rules.complete && rules.maxClauses < levers.length && 'maxClauses') ||
    (rules.complete && rules.measures.perRound > 0 && 'measures') ||
    (rules.flow.floor > rules.flow.ceiling && 'flow') ||
    (rules.capital.start > rules.capital.max && 'capital') ||
    (levers.some((lever) => lever.offAgenda) && !seats.includes(rules.offAgenda.opener) && 'offAgenda');
  return clash ? scenarioError('rules', { rule: clash }) : null;
};

/**
 * The first thing in a scenario that does not fit the rest of it: ids, tables, seats, shares, rules. What needs the
 * trade model is checked where the book is opened.
 */
export const findFault = (scenario: Scenario): ScenarioError | null => {
  const levers: Levers = new Map(scenario.levers.map((lever) => [lever.id, lever]));
  const { components, mandates, blocs, news, stance, seats } = scenario;
  return (
    findDuplicate(scenario) ??
    first(scenario.levers, (lever) => leverFault(scenario, lever)) ??
    first(scenario.economy?.wedges ?? [], ({ by, values, kind }) => tableFault(levers, by, values, kind)) ??
    first(
      components,
      ({ id, seat, forms }) =>
        seatFault(scenario, [seat], id) ?? first(forms, (form) => formFault(scenario, levers, form, id)),
    ) ??
    first(mandates, (mandate) => mandateFault(scenario, levers, mandate)) ??
    first(seats, (seat) =>
      mandates.some((mandate) => mandate.seat === seat) ? null : scenarioError('noMandate', { seat }),
    ) ??
    first(
      blocs,
      ({ id, seat, positions }) =>
        seatFault(scenario, [seat], id) ??
        first(positions, ({ lever, values }) => tableFault(levers, [lever], values, id)),
    ) ??
    first(
      news,
      ({ id, agenda, wedges }) =>
        first(agenda, (lever) =>
          levers.has(lever) ? null : scenarioError('unknownLever', { in: id, id: lever }),
        ) ?? first(wedges, ({ by, values }) => tableFault(levers, by, values, id)),
    ) ??
    first(stance === null ? [] : [...stance.x, ...stance.y], (form) =>
      formFault(scenario, levers, form, 'stance'),
    ) ??
    rulesFault(scenario)
  );
};
