import type { Book } from '../scenarios/book.ts';
import type { BySeat, Seat } from '../seats.ts';
import type { GainsAt } from './metric.ts';

/** A settlement and what it is worth to each seat beyond no deal: USD bn a year, or points. */
export type OutcomePoint = { readonly levels: readonly number[]; readonly gains: BySeat<number> };

/** What is asked: who takes part, what settlements are worth, and the end that it is compared with. */
export type Question = {
  readonly book: Book;
  readonly seats: readonly Seat[];
  readonly mandates: BySeat<string>;
  readonly gainsAt: GainsAt;
  readonly end: BySeat<number>;
};

/** What the search may have missed: `proven`: no package's weighted mean gain lies further above the one found than this on the additive surrogate; `error`: the largest error of the surrogate seen. USD bn. */
export type Gap = { readonly proven: number; readonly error: number };
