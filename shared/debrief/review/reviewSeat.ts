import type { Entry } from '../../engine/log.ts';
import type { Book } from '../../scenarios/book.ts';
import type { Seat } from '../../seats.ts';
import type { Decision } from './decision.ts';
import { judge } from './judge.ts';
import { sightsOf } from './sights.ts';

/**
 * A seat's game, decision by decision. `accuracy`: 0..100, the mean over its decisions of 100 x e^(-loss / SCALE), null when it
 * had nothing to decide; `lost`: the sum of all losses in points, each as if it were the only one; `costliest`: the three
 * largest, the costliest first. What a stand-in did for an absent person counts for nobody.
 */
export type SeatReview = {
  readonly seat: Seat;
  readonly accuracy: number | null;
  readonly lost: number;
  readonly decisions: readonly Decision[];
  readonly costliest: readonly Decision[];
};

/** A decision that costs so many points of the ideal counts a bit more than a third. */
export const SCALE = 10;

/** How many worlds each choice is played out in: enough for the order of choices, few enough for a page. */
const WORLDS = 16;

const MOST_COSTLY = 3;

const isStoodIn = (occupant: { readonly kind: string; readonly standIn?: string | null }): boolean =>
  occupant.kind === 'person' && occupant.standIn != null;

const summary = (seat: Seat, decisions: readonly Decision[]): SeatReview => {
  const sum = decisions.reduce((total, { loss }) => total + Math.exp(-loss / SCALE), 0);
  const lost = decisions.reduce((total, { loss }) => total + loss, 0);
  return {
    seat,
    accuracy: decisions.length === 0 ? null : Math.round((1000 * sum) / decisions.length) / 10,
    lost: Math.round(10 * lost) / 10,
    decisions,
    costliest: decisions
      .filter(({ loss }) => loss > 0)
      .toSorted((one, other) => other.loss - one.loss || one.seq - other.seq)
      .slice(0, MOST_COSTLY),
  };
};

/**
 * Reviews a seat's game: at each decision, with nothing but what it saw, the statesman's playouts of what it did and of what
 * it could have done. Takes seconds where the game was long. `worlds`: how many each choice is played out in.
 */
export const reviewSeat = (
  book: Book,
  entries: readonly Entry[],
  seat: Seat,
  { worlds = WORLDS }: { readonly worlds?: number } = {},
): SeatReview => {
  const decisions: Decision[] = [];
  for (const juncture of sightsOf(book, entries, seat, worlds)) {
    if (isStoodIn(juncture.before.occupants[seat])) continue;
    const decision = judge(juncture);
    if (decision !== null) decisions.push(decision);
  }
  return summary(seat, decisions);
};
