import type { Entry } from '../../engine/log.ts';
import type { Book } from '../../scenarios/book.ts';
import type { Seat } from '../../seats.ts';
import type { Decision } from './decision.ts';
import { judge } from './judge.ts';
import { sightsOf } from './sights.ts';

/**
 * A seat's game, decision by decision. `accuracy`: 0..100, how good its decisions were, each as in `qualityOf`, on average
 * weighted by what was at stake in each: small talk weighs nothing in it, a missed treaty a lot, and a seat that never had much
 * to decide is not marked down for it; null when nothing was ever at stake. `lost`: the sum of all losses in points, each as if
 * it were the only one (the same chance missed twice counts twice); `costliest`: the three largest, the costliest first. What a
 * stand-in did for an absent person counts for nobody.
 */
export type SeatReview = {
  readonly seat: Seat;
  readonly accuracy: number | null;
  readonly lost: number;
  readonly decisions: readonly Decision[];
  readonly costliest: readonly Decision[];
};

/** How many worlds each choice is played out in, an even number: enough for the order of choices, few enough for a page. */
const WORLDS = 32;

const MOST_COSTLY = 3;

const isStoodIn = (occupant: { readonly kind: string; readonly standIn?: string | null }): boolean =>
  occupant.kind === 'person' && occupant.standIn != null;

/** Points lost at which a decision is worth a good third (1 / e) of a flawless one. */
const HARSHNESS = 20;

/**
 * How good a decision was, 0..100: 100 x exp(-loss / 20), as chess sites do. A loss of 1 point of the ideal leaves 95, of 5
 * leaves 78, of 20 leaves 37.
 */
export const qualityOf = (loss: number): number => 100 * Math.exp(-loss / HARSHNESS);

/** The quality of decisions, weighted by their stakes; a loss counts as its own stake where it is larger. */
export const accuracyOf = (decisions: readonly Pick<Decision, 'loss' | 'stake'>[]): number | null => {
  let sum = 0;
  let staked = 0;
  for (const { loss, stake } of decisions) {
    const weight = Math.max(loss, stake);
    sum += weight * qualityOf(loss);
    staked += weight;
  }
  return staked <= 0 ? null : Math.round((10 * sum) / staked) / 10;
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
 * Reviews a seat's game: at each decision, with nothing but what it saw, playouts of what it did and of what
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
