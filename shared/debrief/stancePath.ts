import { stanceOf } from '../engine/payoff.ts';
import { listing, type Metric } from './metric.ts';

/** Where the hedging seat stood once a round was resolved: toward the first giant (x) and the second (y), 0..1, and as three shares of 1. */
export type StanceAt = {
  readonly round: number;
  readonly x: number;
  readonly y: number;
  readonly aligned: number;
  readonly autonomous: number;
  readonly multi: number;
};

const rounded = (value: number): number => Math.round(value * 1000) / 1000 + 0;

const shares = (round: number, x: number, y: number): StanceAt => ({
  round,
  x: rounded(x),
  y: rounded(y),
  aligned: rounded(x * (1 - y) + y * (1 - x)),
  autonomous: rounded((1 - x) * (1 - y)),
  multi: rounded(x * y),
});

/** Korea's way through the triangle, a point when each round begins and one at the end. Empty in a scenario without a stance. */
export const stancePath: Metric<readonly StanceAt[], readonly StanceAt[]> = listing(
  ({ event, after }, { book }) => {
    const round =
      event.kind === 'roundBegan' ? event.round - 1 : event.kind === 'gameEnded' ? after.round : null;
    const stance = round === null ? null : stanceOf(book, after.levels);
    return round === null || stance === null ? [] : [shares(round, stance.x, stance.y)];
  },
);
