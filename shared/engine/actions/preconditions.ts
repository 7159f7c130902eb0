import type { Seat } from '../../seats.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Offer, Treaty } from '../state.ts';
import type { Turn } from '../turn.ts';
import type { OwnView } from '../view.ts';
import type { Sight } from './defineAction.ts';

/** The game is on and not paused. */
export const underway = ({ view }: Sight): Refusal | null => {
  if (view.phase === 'waiting') return refuse('game.notStarted');
  if (view.phase === 'ended') return refuse('game.ended');
  return view.pause === null ? null : refuse('game.paused');
};

/** The game is on and still negotiating: what is new has to come before the closing phase. */
export const negotiating = (sight: Sight): Refusal | null =>
  underway(sight) ?? (sight.view.phase === 'closing' ? refuse('game.closing') : null);

/** The acting seat's own part of its view. Only seats reach actions with the role `seat`. */
export const ownOf = (sight: Sight): OwnView => {
  if (sight.own === null) throw new Error('a seat has an own view');
  return sight.own;
};

/** The acting seat of a decision. */
export const seatOf = (turn: Turn): Seat => turn.actor as Seat;

/** An offer that the viewer knows and that is still open, or why not. */
export const openOffer = ({ view }: Sight, id: string): Offer | Refusal => {
  const offer = view.offers.find((candidate) => candidate.id === id);
  if (offer === undefined) return refuse('offer.unknown');
  return offer.state === 'open' ? offer : refuse('offer.ended', { state: offer.state });
};

/** A treaty that the viewer knows and that is in force, or why not. */
export const standingTreaty = ({ view }: Sight, id: string): Treaty | Refusal => {
  const treaty = view.treaties.find((candidate) => candidate.id === id);
  if (treaty === undefined) return refuse('treaty.unknown');
  return treaty.fallen || treaty.clauses.length === 0 ? refuse('treaty.fallen') : treaty;
};

/** Tells a refusal from the thing that was looked for. */
export const isRefusal = (found: object): found is Refusal => 'code' in found;

/** News for a seat: whoever is addressed has something to answer, so its ready is cleared. */
export const clearReady = (turn: Turn, seats: readonly Seat[]): void => {
  for (const seat of seats) if (turn.state.ready[seat]) turn.add({ kind: 'readySet', seat, ready: false });
};
