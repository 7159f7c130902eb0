import type { Ground, Metric } from './metric.ts';
import { offerPath, type TracedOffer } from './offerPath.ts';
import { endGains } from './value.ts';

/** An offer that was not signed, and what the end gave up against it. `forAll`: no seat at the table would be worse off. */
export type RefusedDeal = {
  readonly offer: TracedOffer;
  /** What all its parties together would have had more than at the end, USD bn a year, or points. */
  readonly missed: number;
  readonly forAll: boolean;
};

// Differences below this are noise of rounding, USD bn.
const LEAST = 0.01;

const against = (offer: TracedOffer, ground: Ground): readonly RefusedDeal[] => {
  if (offer.fate === 'signed') return [];
  const end = endGains(ground);
  const more = offer.parties.map((seat) => offer.gains[seat] - end[seat]);
  const missed = more.reduce((sum, value) => sum + value, 0);
  if (more.some((value) => value < 0) || missed < LEAST) return [];
  const forAll = ground.seats.every((seat) => offer.gains[seat] >= end[seat]);
  return [{ offer, missed: Math.round(missed * 1000) / 1000, forAll }];
};

/** Packages that lay on the table, were not signed, and would have left none of their parties worse off than the end. The costliest first. */
export const refusedDeals: Metric<readonly TracedOffer[], readonly RefusedDeal[]> = {
  start: offerPath.start,
  step: offerPath.step,
  finish: (offers, ground) =>
    offers
      .flatMap((offer) => against(offer, ground))
      .sort((one, other) => other.missed - one.missed || one.offer.seq - other.offer.seq),
};
