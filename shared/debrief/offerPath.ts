import type { Clause, Offer, OfferState, State } from '../engine/state.ts';
import { clausesInForce, settlementLevels } from '../engine/treaties.ts';
import { type BySeat, bySeat, type Seat } from '../seats.ts';
import { type Ground, listing, type Metric, type Moment } from './metric.ts';

/**
 * An offer as it looked when it was tabled. `fate`: how it ended; `gains`: what the settlement would be worth to each seat if
 * it were signed beside the treaties then in force and nothing else came; `before`: the same without it. USD bn a year, or points.
 */
export type TracedOffer = {
  readonly id: string;
  readonly round: number;
  readonly at: number;
  readonly seq: number;
  readonly by: Seat;
  readonly parties: readonly Seat[];
  readonly clauses: readonly Clause[];
  readonly sealed: boolean;
  readonly parent: string | null;
  readonly fate: OfferState;
  readonly gains: BySeat<number>;
  readonly before: BySeat<number>;
};

const NOTHING: BySeat<number> = bySeat(() => 0);

/** The settlement if the treaties of a state and some further clauses were all that came. */
export const settledWith = (
  { book, gainsAt }: Pick<Ground, 'book' | 'gainsAt'>,
  state: State,
  clauses: readonly Clause[],
): BySeat<number> => {
  const agreed = [...clausesInForce(state.treaties), ...clauses];
  if (book.scenario.rules.complete && agreed.length === 0) return NOTHING;
  return gainsAt(settlementLevels(book, state.levels, agreed));
};

const trace = ({ entry, before }: Moment, ground: Ground, offer: Offer): TracedOffer => ({
  id: offer.id,
  round: offer.round,
  at: entry.at,
  seq: entry.seq,
  by: offer.by,
  parties: offer.parties,
  clauses: offer.clauses,
  sealed: offer.sealed,
  parent: offer.parent,
  fate: ground.end.offers.find(({ id }) => id === offer.id)?.state ?? 'open',
  gains: settledWith(ground, before, offer.clauses),
  before: settledWith(ground, before, []),
});

/** The path of the offers: every package that was laid on the table, with its place among the payoffs. */
export const offerPath: Metric<readonly TracedOffer[], readonly TracedOffer[]> = listing((moment, ground) =>
  moment.event.kind === 'offerTabled' ? [trace(moment, ground, moment.event.offer)] : [],
);
