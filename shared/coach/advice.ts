import type { Event, Reason } from '../engine/events.ts';
import type { Clause } from '../engine/state.ts';
import type { OwnView, View } from '../engine/view.ts';
import type { Book } from '../scenarios/book.ts';
import type { Seat } from '../seats.ts';

/** All that a coach goes by: what its learner's seat sees, and nothing else. `events`: all that it has seen so far. */
export type Lesson = {
  readonly book: Book;
  readonly view: View;
  readonly own: OwnView;
  readonly events: readonly Event[];
};

/** What something is worth to the learner beyond no deal. `points`: of the final score, the rounds until then included; `bn`: USD bn a year in the settlement alone. */
export type Worth = { readonly bn: number; readonly points: number };

/** A sentence of the catalogue, with what is to be filled in. `points`, `other`: of the score; `seat`, `lever`, `level`, `headline`: by id; `chance`: 0..1. */
export type Hint = Reason;

/** A package that the learner could lay down. `counters`: the offer that it would answer; `chance`: that it becomes a treaty, 0..1. */
export type Suggestion = {
  readonly to: readonly Seat[];
  readonly clauses: readonly Clause[];
  readonly sealed: boolean;
  readonly counters: string | null;
  readonly worth: Worth;
  readonly chance: number;
  readonly why: Hint;
};

/** What to do with an offer. `wait`: it may get better, or something better lies there; `decline`: it is worse than nothing. */
export type Verdict = 'accept' | 'counter' | 'wait' | 'decline';

/**
 * What to make of an offer that waits for the learner's answer. `total`: its worth with what could still be got once it is
 * signed; `instead`: what is worth holding out
 * for without it, its chances counted boldly; both in points of the score. `suggestion`: what to answer it with, or, where
 * it is worth keeping to fall back on, what to lay beside it.
 */
export type OfferAdvice = {
  readonly offer: string;
  readonly worth: Worth;
  readonly total: number;
  readonly instead: number;
  readonly verdict: Verdict;
  readonly why: Hint;
  readonly suggestion: Suggestion | null;
};

/** What a coach has to say now. `opening`: what to lay down of one's own; `watch`: what to look out for, the gravest first. */
export type Advice = {
  readonly offers: readonly OfferAdvice[];
  readonly opening: Suggestion | null;
  readonly watch: readonly Hint[];
};
