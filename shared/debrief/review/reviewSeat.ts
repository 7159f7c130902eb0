import type { Entry } from '../../engine/log.ts';
import type { Book } from '../../scenarios/book.ts';
import type { Seat } from '../../seats.ts';
import type { Decision } from './decision.ts';
import { judge } from './judge.ts';
import { sightsOf } from './sights.ts';

/**
 * A seat's game, decision by decision. `accuracy`: 0..100, the share that its decisions kept of what a strong negotiator would
 * have hoped for in its place: 100 x (1 - sum of losses / sum of stakes), a loss counting as its own stake where it is larger;
 * null when nothing was ever at stake. Small talk weighs nothing in it, a missed treaty a lot. `lost`: the sum of all losses
 * in points, each as if it were the only one; `costliest`: the three largest, the costliest first. What a stand-in did for an
 * absent person counts for nobody.
 */
export type SeatReview = {
  readonly seat: Seat;
  readonly accuracy: number | null;
  readonly lost: number;
  readonly decisions: readonly Decision[];
  readonly costliest: readonly Decision[];
};

/** How many worlds each choice is played out in: enough for the order of choices, few enough for a page. */
const WORLDS = 16;

const MOST_COSTLY = 3;

const isStoodIn = (occupant: { readonly kind: string; readonly standIn?: string | null }): boolean =>
  occupant.kind === 'person' && occupant.standIn != null;

const accuracyOf = (decisions: readonly Decision[]): number | null => {
  let lost = 0;
  let staked = 0;
  for (const { loss, stake } of decisions) {
    lost += loss;
    staked += Math.max(loss, stake);
  }
  return staked <= 0 ? null : Math.round(1000 * (1 - lost / staked)) / 10;
};

const summary = (seat: Seat, decisions: readonly Decision[]): SeatReview => {
  const lost = decisions.reduce((total, { loss }) => total + loss, 0);
  return {
    seat,
    accuracy: accuracyOf(decisions),
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
