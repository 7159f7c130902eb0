import type { SeatAction } from '../engine/actions/index.ts';
import type { Reason } from '../engine/events.ts';
import { mostToSpend } from '../engine/ratification.ts';
import type { Clause, Offer } from '../engine/state.ts';
import { allowed } from '../engine/submit.ts';
import type { Seat } from '../seats.ts';
import type { BotSight, Move } from './bot.ts';
import { type Mask, maskOf, seatsOf } from './situation.ts';

/** A move that the rules allow now; null otherwise. A stand-in seals nothing and denounces nothing. */
export const legal = (sight: BotSight, action: SeatAction, reason: Reason): Move | null => {
  const { book, view, own, standIn } = sight;
  const sealed = 'sealed' in action ? action.sealed : 'offer' in action && sealedOffer(sight, action.offer);
  const binds = action.type === 'table' || action.type === 'counter' || action.type === 'accept';
  if (standIn && ((binds && sealed) || action.type === 'denounce')) return null;
  return allowed(book, view, own.seat, action, 0) === null ? { action, reason } : null;
};

const sealedOffer = ({ view }: BotSight, id: string): boolean =>
  view.offers.find((offer) => offer.id === id)?.sealed ?? false;

// A point of capital is worth far less than any treaty: a bot always stakes all that it may on ratification.
const stake = ({ book, own }: BotSight, sealed: boolean): number => mostToSpend(book, own.capital, sealed);

/** Accepts an offer. */
export const accept = (sight: BotSight, offer: Offer, reason: Reason): Move | null =>
  legal(sight, { type: 'accept', offer: offer.id, spend: stake(sight, offer.sealed) }, reason);

/** Declines an offer. */
export const decline = (sight: BotSight, offer: Offer, reason: Reason): Move | null =>
  legal(sight, { type: 'decline', offer: offer.id, note: '' }, reason);

/** Lays a package before the other seats of a group. */
export const table = (
  sight: BotSight,
  group: Mask,
  clauses: readonly Clause[],
  reason: Reason,
  sealed = false,
): Move | null => {
  const to: Seat[] = seatsOf(group).filter((seat) => seat !== sight.own.seat);
  const spend = stake(sight, sealed);
  if (clauses.length === 0) return null;
  return legal(sight, { type: 'table', to, clauses: [...clauses], sealed, note: '', spend }, reason);
};

/** Answers an offer with another package. */
export const counter = (
  sight: BotSight,
  offer: Offer,
  clauses: readonly Clause[],
  reason: Reason,
): Move | null => {
  const { id, sealed } = offer;
  const spend = stake(sight, sealed);
  if (clauses.length === 0) return null;
  return legal(sight, { type: 'counter', offer: id, clauses: [...clauses], sealed, note: '', spend }, reason);
};

/** Steps back from a word given: withdraws one's own offer, or takes back an acceptance. */
export const stepBack = (sight: BotSight, offer: Offer, reason: Reason): Move | null =>
  legal(sight, { type: offer.by === sight.own.seat ? 'withdraw' : 'takeBack', offer: offer.id }, reason);

/** Has nothing more to say in this round. */
export const ready = (sight: BotSight): Move | null =>
  legal(sight, { type: 'ready', ready: true }, { key: 'reason.ready', params: {} });

/** Open offers that wait for this seat's answer. */
export const toAnswer = ({ view, own }: BotSight): readonly Offer[] =>
  view.offers.filter(
    ({ state, parties, accepted }) =>
      state === 'open' && parties.includes(own.seat) && !accepted.includes(own.seat),
  );

/** Open offers that this seat stands by. */
export const stoodBy = ({ view, own }: BotSight): readonly Offer[] =>
  view.offers.filter(({ state, accepted }) => state === 'open' && accepted.includes(own.seat));

/** Whether new offers can be made: the closing phase is for answers. */
export const isNegotiating = ({ view }: BotSight): boolean => view.phase === 'negotiation';

/** The last chance to say yes: after it, what is not signed never will be. */
export const isLastTurn = ({ book, view }: BotSight): boolean =>
  view.phase === 'closing' && view.round >= book.scenario.rules.rounds;

/** Whether this seat has laid something before a group in this round. */
export const hasTabled = ({ view, own }: BotSight, group: Mask): boolean =>
  view.offers.some(
    (offer) => offer.by === own.seat && offer.round === view.round && maskOf(offer.parties) === group,
  );

// A second package in a round, for when the first one has been answered.
const TABLINGS = 2;

/** Whether this seat has said enough to a group in this round: something of this round still lies there, or it has tried twice. */
export const isBusy = ({ view, own }: BotSight, group: Mask): boolean => {
  const tabled = view.offers.filter(
    (offer) => offer.by === own.seat && offer.round === view.round && maskOf(offer.parties) === group,
  );
  return tabled.length >= TABLINGS || tabled.some(({ state }) => state === 'open');
};

/** One's own open offers to a group. */
export const ownOpen = ({ view, own }: BotSight, group: Mask): readonly Offer[] =>
  view.offers.filter(
    (offer) => offer.by === own.seat && offer.state === 'open' && maskOf(offer.parties) === group,
  );

/** How much of the game has passed, 0 in the first round and 1 in the last. */
export const timeOf = ({ book, view }: BotSight): number =>
  (view.round - 1) / Math.max(1, book.scenario.rules.rounds - 1);

/** The first move that one of several things leads to. */
export const firstOf = <T>(items: readonly T[], moveFor: (item: T) => Move | null): Move | null => {
  for (const item of items) {
    const move = moveFor(item);
    if (move !== null) return move;
  }
  return null;
};
