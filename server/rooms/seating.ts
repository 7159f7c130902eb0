import type { Action } from '../../shared/engine/actions/index.ts';
import type { State } from '../../shared/engine/state.ts';
import { type BySeat, bySeat, SEATS, type Seat } from '../../shared/seats.ts';
import { type Problem, problem } from '../http/errorCodes.ts';
import type { Guest } from '../storage/logStore.ts';

/** Where a guest wants to sit; null: wherever there is room. */
export type SeatWish = Seat | 'spectator' | null;

/** Puts somebody in a seat. */
export type Occupy = Extract<Action, { type: 'occupy' }>;

/** What the host itself does at a table. */
export type HostAction =
  | Occupy
  | { readonly type: 'start' | 'tick' | 'openMandates' }
  | { readonly type: 'standIn'; readonly seat: Seat; readonly bot: string | null }
  | { readonly type: 'give'; readonly ms: number };

/** Where a guest will sit, and what the host has to do for it. */
export type SeatPlan = { readonly seat: Seat | 'spectator'; readonly steps: readonly Occupy[] };

const occupy = (seat: Seat, occupant: Occupy['occupant'], holder: string | null): Occupy => ({
  type: 'occupy',
  seat,
  occupant,
  holder,
});

/** Frees a seat. */
export const vacate = (seat: Seat): Occupy => occupy(seat, { kind: 'vacant' }, null);

/** Sits a bot down. */
export const seatBot = (seat: Seat, bot: string): Occupy => occupy(seat, { kind: 'bot', bot }, null);

const seatGuest = (seat: Seat, { id, name }: Guest): Occupy =>
  occupy(seat, { kind: 'person', name, standIn: null }, id);

/** The seats of a scenario that nobody has taken. */
export const vacantSeats = (state: State, seats: readonly Seat[]): readonly Seat[] =>
  seats.filter((seat) => state.occupants[seat].kind === 'vacant');

// Everybody is asked for with every message; they change when somebody sits down.
const known = new WeakMap<State['holders'], BySeat<readonly string[]>>();

/** The guests who may act for a seat: one, or several delegates. */
export const holdersOf = ({ holders }: Pick<State, 'holders'>, seat: Seat): readonly string[] => {
  const found = known.get(holders) ?? bySeat((each) => holders[each]?.split(' ') ?? []);
  known.set(holders, found);
  return found[seat];
};

/** Several delegates as one holder. */
export const holderOf = (guests: readonly string[]): string | null =>
  guests.length === 0 ? null : guests.join(' ');

/** The seat that a guest holds, alone or with others. */
export const heldSeat = (state: Pick<State, 'holders'>, guest: string): Seat | null =>
  SEATS.find((seat) => holdersOf(state, seat).includes(guest)) ?? null;

const planBeforeStart = (
  state: State,
  seats: readonly Seat[],
  guest: Guest,
  wish: SeatWish,
): SeatPlan | Problem => {
  const held = heldSeat(state, guest.id);
  const leave = held === null ? [] : [vacate(held)];
  if (wish === 'spectator') return { seat: 'spectator', steps: leave };
  const seat = wish ?? held ?? vacantSeats(state, seats)[0];
  if (seat === undefined) return { seat: 'spectator', steps: [] };
  if (seat === held) return { seat, steps: [] };
  if (!seats.includes(seat)) return problem('seat.unknown', { seat });
  if (state.occupants[seat].kind !== 'vacant') return problem('seat.taken', { seat });
  return { seat, steps: [...leave, seatGuest(seat, guest)] };
};

/** Who holds a seat gets it back; seats change before the start only; everybody else may watch. */
export const planSeat = (
  state: State,
  seats: readonly Seat[],
  guest: Guest,
  wish: SeatWish,
): SeatPlan | Problem => {
  if (state.phase === 'waiting') return planBeforeStart(state, seats, guest, wish);
  const held = heldSeat(state, guest.id);
  if (held !== null) return { seat: held, steps: [] };
  if (wish === null || wish === 'spectator') return { seat: 'spectator', steps: [] };
  return problem(state.phase === 'ended' ? 'table.ended' : 'table.started');
};
