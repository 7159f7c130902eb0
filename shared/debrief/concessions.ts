import { type BySeat, bySeat, type Seat } from '../seats.ts';
import type { Ground, Metric } from './metric.ts';
import { offerPath, type TracedOffer } from './offerPath.ts';

/**
 * One step of a seat's concession curve: what its offer asked for itself and left to the other parties together, in shares of
 * the ideals (1 = its whole ideal; others: the mean of theirs).
 */
export type ConcessionStep = {
  readonly offer: string;
  readonly round: number;
  readonly asked: number;
  readonly left: number;
};

const share = ({ book, end }: Ground, offer: TracedOffer, seat: Seat): number =>
  offer.gains[seat] / book.mandateOf(end.mandates[seat]).ideal;

const rounded = (value: number): number => Math.round(value * 1000) / 1000 + 0;

const stepOf = (ground: Ground, offer: TracedOffer): ConcessionStep => {
  const others = offer.parties.filter((seat) => seat !== offer.by);
  const left = others.reduce((sum, seat) => sum + share(ground, offer, seat), 0) / others.length;
  return {
    offer: offer.id,
    round: offer.round,
    asked: rounded(share(ground, offer, offer.by)),
    left: rounded(left),
  };
};

/** Each seat's concession curve over its own offers, in the order in which they were tabled. */
export const concessions: Metric<readonly TracedOffer[], BySeat<readonly ConcessionStep[]>> = {
  start: offerPath.start,
  step: offerPath.step,
  finish: (offers, ground) =>
    bySeat((seat) => offers.filter(({ by }) => by === seat).map((offer) => stepOf(ground, offer))),
};
