import type { Seat } from '../seats.ts';
import { drawName } from './chance.ts';
import { voteOn } from './ratification.ts';
import type { Offer, Treaty } from './state.ts';
import { bindingOf } from './treaties.ts';
import type { Turn } from './turn.ts';

const offerOf = (turn: Turn, id: string): Offer => {
  const offer = turn.state.offers.find((candidate) => candidate.id === id);
  if (offer === undefined) throw new Error(`no offer ${id}`);
  return offer;
};

const payFor = (turn: Turn, offer: Offer, prices: ReadonlyMap<Seat, number>): void => {
  const { sealed } = turn.book.scenario.rules;
  for (const seat of offer.parties) {
    const price = prices.get(seat) ?? 0;
    if (price > 0) turn.add({ kind: 'capitalChanged', seat, change: -price, cause: 'ratification' });
    if (offer.sealed && sealed.capital > 0)
      turn.add({ kind: 'capitalChanged', seat, change: -sealed.capital, cause: 'sealed' });
  }
};

/** Takes back what a new treaty forbids its parties: they know it, so they may not stand by the older word. */
const takeBackForbidden = (turn: Turn, treaty: Treaty): void => {
  for (const offer of turn.state.offers) {
    const forbidden =
      offer.state === 'open' &&
      offer.clauses.some(({ lever }) => bindingOf(turn.state.treaties, lever)?.id === treaty.id) &&
      treaty.parties.some((party) => !offer.parties.includes(party));
    if (!forbidden) continue;
    if (treaty.parties.includes(offer.by)) {
      turn.add({ kind: 'offerWithdrawn', offer: offer.id, by: offer.by });
      continue;
    }
    for (const seat of offer.accepted)
      if (treaty.parties.includes(seat)) turn.add({ kind: 'acceptanceTakenBack', offer: offer.id, by: seat });
  }
};

const signTreaty = (turn: Turn, offer: Offer): void => {
  const treaty: Treaty = {
    id: drawName(turn.state.seed, `treaty ${offer.id}`),
    offer: offer.id,
    parties: offer.parties,
    clauses: offer.clauses,
    sealed: offer.sealed,
    round: turn.state.round,
    denouncedBy: null,
    fallsIn: null,
    fallen: false,
  };
  turn.add({ kind: 'treatySigned', treaty });
  takeBackForbidden(turn, treaty);
};

/**
 * When the last party has accepted: each legislature votes. All in favour make a treaty, each paying its price;
 * otherwise the refusing capitals pay for the failure and the offer is `unratified` (GAME.md section 3).
 */
export const concludeIfAccepted = (turn: Turn, id: string): void => {
  const offer = offerOf(turn, id);
  if (!offer.parties.every((party) => offer.accepted.includes(party))) return;
  const prices = new Map<Seat, number>();
  const refusedBy: Seat[] = [];
  for (const seat of offer.parties) {
    const vote = voteOn(turn.book, turn.state, seat, offer.id, offer);
    if (turn.book.scenario.rules.ratification !== null)
      turn.add({ kind: 'legislatureVoted', seat, offer: offer.id, ...vote });
    if (vote.passed) prices.set(seat, vote.price);
    else refusedBy.push(seat);
  }
  if (refusedBy.length === 0) {
    payFor(turn, offer, prices);
    signTreaty(turn, offer);
    return;
  }
  const failure = turn.book.scenario.rules.ratification?.failure ?? 0;
  for (const seat of refusedBy)
    turn.add({ kind: 'capitalChanged', seat, change: -failure, cause: 'refused' });
  turn.add({ kind: 'offerUnratified', offer: offer.id, refusedBy });
};
