import { mostToSpend } from '../engine/ratification.ts';
import type { Seat } from '../seats.ts';
import { listing, type Metric } from './metric.ts';

/**
 * A vote of a legislature. `slack`: points of support, bought ones included, beyond what was needed (negative: it failed by
 * so much); `near`: another swing of the day could have turned it.
 */
export type Vote = {
  readonly round: number;
  readonly offer: string;
  readonly seat: Seat;
  readonly support: number;
  readonly price: number;
  readonly passed: boolean;
  readonly slack: number;
  readonly near: boolean;
};

/** All votes on treaties, near misses and narrow passes marked. */
export const votes: Metric<readonly Vote[], readonly Vote[]> = listing(({ event, before }, { book }) => {
  const { ratification } = book.scenario.rules;
  if (event.kind !== 'legislatureVoted' || ratification === null) return [];
  const { seat, offer, support, price, passed } = event;
  const sealed = before.offers.find(({ id }) => id === offer)?.sealed ?? false;
  const budget = Math.min(
    before.spending[offer]?.[seat] ?? 0,
    mostToSpend(book, before.capital[seat], sealed),
  );
  const slack = Math.round(10 * (support - ratification.pass + budget / ratification.price)) / 10 + 0;
  const near = Math.abs(slack) <= ratification.swing;
  return [{ round: before.round, offer, seat, support, price, passed, slack, near }];
});
