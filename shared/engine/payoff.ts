import type { Outcome } from '../economy/model.ts';
import type { Book, CompiledTerm } from '../scenarios/book.ts';
import { type CompiledForm, valueOfForm } from '../scenarios/compiledForm.ts';
import type { StancePoint } from './state.ts';

/** One term of a payoff: weight x component, USD bn a year. */
export type PayoffTerm = { readonly component: string; readonly value: number };

/** A goal (amount > 0) or red line (amount < 0) of a mandate and whether these levels meet it. */
export type HeadlineState = {
  readonly id: string;
  readonly kind: 'goal' | 'redLine';
  readonly amount: number;
  readonly met: boolean;
};

const sumOf = (
  forms: readonly CompiledForm[],
  levels: readonly number[],
  outcome: Outcome | null,
): number => {
  let sum = 0;
  for (const form of forms) sum += valueOfForm(form, levels, outcome);
  return sum;
};

const termValue = (term: CompiledTerm, levels: readonly number[], outcome: Outcome | null): number =>
  term.weight * sumOf(term.forms, levels, outcome) + 0;

/**
 * What a mandate's payoff is made of, term by term, in the scenario's order. `levels`: level index per lever;
 * `outcome`: the economy under them (`book.economyAt`); without it, its terms are 0. From an arbitrary zero: only
 * differences between two states count.
 */
export const payoffTerms = (
  book: Book,
  mandate: string,
  levels: readonly number[],
  outcome: Outcome | null,
): readonly PayoffTerm[] =>
  book.compiledOf(mandate).terms.map((term) => ({
    component: term.component,
    value: termValue(term, levels, outcome),
  }));

/** The sum of a mandate's terms, USD bn a year, without headlines. About a microsecond. */
export const payoffOf = (
  book: Book,
  mandate: string,
  levels: readonly number[],
  outcome: Outcome | null,
): number => {
  let sum = 0;
  for (const term of book.compiledOf(mandate).terms) sum += termValue(term, levels, outcome);
  return sum;
};

/** A mandate's goals, then its red lines, each with whether these levels meet it. */
export const headlinesOf = (
  book: Book,
  mandate: string,
  levels: readonly number[],
  outcome: Outcome | null,
): readonly HeadlineState[] =>
  book.compiledOf(mandate).headlines.map(({ id, kind, amount, form }) => ({
    id,
    kind,
    amount,
    met: valueOfForm(form, levels, outcome) === 1,
  }));

/** Where the scenario's hedging seat stands, both 0..1 (GAME.md section 6); null in a scenario without a stance. */
export const stanceOf = (book: Book, levels: readonly number[]): StancePoint | null =>
  book.stance && { x: sumOf(book.stance.x, levels, null), y: sumOf(book.stance.y, levels, null) };
