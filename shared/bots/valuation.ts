import type { Outcome } from '../economy/model.ts';
import { payoffOf } from '../engine/payoff.ts';
import type { Book } from '../scenarios/book.ts';

/**
 * What a settlement is worth under a mandate, fast enough to search with: the non-economic terms exactly, the trade
 * model by adding up what each lever does alone (solved once per scenario). USD bn a year, from an arbitrary zero.
 */
export type Valuation = (levels: readonly number[]) => number;

type LeverEffects = {
  readonly snapback: readonly number[];
  readonly base: Outcome | null;
  /** The trade model's outcome with one lever off its snapback level: [lever][level], null where nothing moves. */
  readonly alone: readonly (readonly (Outcome | null)[])[];
};

const effects = new WeakMap<Book, LeverEffects>();
const valuations = new WeakMap<Book, Map<string, Valuation>>();

const effectsOf = (book: Book): LeverEffects => {
  const known = effects.get(book);
  if (known !== undefined) return known;
  const { levers } = book.scenario;
  const { snapback } = book;
  const fresh = {
    snapback,
    base: book.economyAt(snapback, []),
    alone: levers.map((lever, i) =>
      lever.levels.map((_, level) =>
        level === lever.snapback ? null : book.economyAt(snapback.with(i, level), []),
      ),
    ),
  };
  effects.set(book, fresh);
  return fresh;
};

const valuationOf = (book: Book, mandate: string): Valuation => {
  const { snapback, base, alone } = effectsOf(book);
  // Same levels, other economy: the difference is what the economy alone is worth to this mandate.
  const zero = payoffOf(book, mandate, snapback, base);
  const economic = alone.map((outcomes) =>
    outcomes.map((outcome) => (outcome === null ? 0 : payoffOf(book, mandate, snapback, outcome) - zero)),
  );
  return (levels) => {
    let worth = payoffOf(book, mandate, levels, base);
    for (let i = 0; i < levels.length; i++) worth += economic[i]?.[levels[i] as number] ?? 0;
    return worth;
  };
};

/** The fast valuation of a mandate, made once per scenario and mandate. */
export const fastValuation = (book: Book, mandate: string): Valuation => {
  const known = valuations.get(book) ?? new Map<string, Valuation>();
  valuations.set(book, known);
  const found = known.get(mandate) ?? valuationOf(book, mandate);
  known.set(mandate, found);
  return found;
};

/** The mean valuation over all mandates that a seat may have drawn: what others know of it before it acts. */
export const expectedValuation = (book: Book, mandates: readonly string[]): Valuation => {
  const each = mandates.map((mandate) => fastValuation(book, mandate));
  return (levels) => each.reduce((sum, worth) => sum + worth(levels), 0) / each.length;
};
