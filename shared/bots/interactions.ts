import type { Outcome } from '../economy/outcome.ts';
import type { Book } from '../scenarios/book.ts';
import type { CompiledForm } from '../scenarios/compiledForm.ts';

type EconomyForm = Extract<CompiledForm, { kind: 'economy' }>;

/** What two levers do to the trade model beyond the sum of what each does alone: [level of the first][level of the second]. */
export type Interaction = {
  readonly levers: readonly [number, number];
  readonly outcomes: readonly (readonly (Outcome | null)[])[];
};

/**
 * The trade model around snapback, from a few hundred exact solves (about 0.1 s, once per scenario): with one lever off
 * it, and with two for the pairs of levers that work on each other most. Null in a scenario without economy.
 */
export type Effects = {
  readonly base: Outcome;
  /** [lever][level] */
  readonly alone: readonly (readonly (Outcome | null)[])[];
  readonly together: readonly Interaction[];
};

// Measured on tariff-pause-2025: 16 pairs bring the error from 1.0-1.8 bn to 0.1-0.5 bn, the other 335 the rest.
const PAIRS = 16;

/** All readings of the economy that any mandate's payoff is made of, with the largest weight that a mandate gives them. */
const readings = (book: Book): readonly { readonly weight: number; readonly form: EconomyForm }[] =>
  book.scenario.mandates.flatMap(({ id }) =>
    book
      .compiledOf(id)
      .terms.flatMap(({ weight, forms }) =>
        forms.flatMap((form) => (form.kind === 'economy' ? [{ weight, form }] : [])),
      ),
  );

/** Makes one thing after the other; whoever asks may do something else between two. */
function* oneByOne<Item, Made>(
  items: readonly Item[],
  make: (item: Item, index: number) => Made,
): Generator<void, readonly Made[]> {
  const made: Made[] = [];
  for (const [index, item] of items.entries()) {
    made.push(make(item, index));
    yield;
  }
  return made;
}

const largest = (values: readonly number[]): number => Math.max(0, ...values.map(Math.abs));

type Alone = Effects['alone'];
type Value = (outcome: Outcome) => readonly number[];

/** For each lever the level that moves the economy most when it moves alone, and by how much. */
const extremes = (alone: Alone, value: Value, zero: readonly number[]) =>
  alone.map((outcomes) =>
    outcomes.reduce(
      (best, outcome, level) => {
        const size = outcome === null ? 0 : largest(value(outcome).map((reading, r) => reading - zero[r]));
        return size > best.size ? { level, size } : best;
      },
      { level: 0, size: 0 },
    ),
  );

/** The pairs that work on each other most, judged at the extreme level of both. */
function* strongestPairs(
  book: Book,
  base: Outcome,
  alone: Alone,
): Generator<void, readonly (readonly [number, number])[]> {
  const used = readings(book);
  const value: Value = (outcome) => used.map(({ weight, form }) => weight * form.read(outcome));
  const zero = value(base);
  const most = extremes(alone, value, zero);
  const live = most.flatMap(({ size }, lever) => (size > 0 ? [lever] : []));
  const pairs = live.flatMap((one, i) => live.slice(i + 1).map((other) => [one, other] as const));
  const sized = yield* oneByOne(pairs, ([one, other]) => {
    const levels = book.snapback.with(one, most[one].level).with(other, most[other].level);
    const both = book.economyAt(levels, []);
    const [first, second] = [alone[one][most[one].level], alone[other][most[other].level]];
    if (both === null || first === null || second === null) return { pair: [one, other] as const, size: 0 };
    const [a, b] = [value(first), value(second)];
    const size = largest(value(both).map((reading, r) => reading - a[r] - b[r] + zero[r]));
    return { pair: [one, other] as const, size };
  });
  const strongest = sized.toSorted((one, other) => other.size - one.size);
  return strongest.slice(0, PAIRS).map(({ pair }) => pair);
}

/** Solves the economy around snapback, in steps of a few milliseconds at most. */
export function* solveEffects(book: Book): Generator<void, Effects | null> {
  const { snapback, scenario } = book;
  const base = book.economyAt(snapback, []);
  if (base === null) return null;
  const alone = yield* oneByOne(scenario.levers, (lever, i) =>
    lever.levels.map((_, level) => book.economyAt(snapback.with(i, level), [])),
  );
  const pairs = yield* strongestPairs(book, base, alone);
  const together = yield* oneByOne(pairs, ([one, other]) => ({
    levers: [one, other] as const,
    outcomes: scenario.levers[one].levels.map((_, first) =>
      scenario.levers[other].levels.map((__, second) =>
        book.economyAt(snapback.with(one, first).with(other, second), []),
      ),
    ),
  }));
  return { base, alone, together };
}
