import { SEATS, type Seat } from '../../shared/seats.ts';
import type { Table } from '../../shared/table/table.ts';
import type { Cancel, Clock } from '../clock.ts';
import type { TimeControl } from '../tableFacts.ts';
import type { Audience } from './audience.ts';
import type { Orders } from './orders.ts';

/** Watches over seats whose person is away: a stand-in plays after a while; before the start the seat is freed. */
export type Absences = {
  /** Something has changed: who is connected, who sits where, or the phase. */
  readonly review: () => void;
  readonly stop: () => void;
};

type Consequence = 'standIn' | 'vacate';

const QUARTER = 0.25;

/** Winds the watch. `act` carries out what an absence comes to. */
export const watchAbsences = ({
  table,
  audience,
  clock,
  timeControl,
  graceMs,
  lobbyGraceMs,
  act,
}: {
  readonly table: Table;
  readonly audience: Audience;
  readonly clock: Clock;
  readonly timeControl: TimeControl;
  readonly graceMs: number;
  readonly lobbyGraceMs: number;
  readonly act: (seat: Seat, consequence: Consequence) => void;
}): Absences => {
  const awaySince = new Map<Seat, number>();
  const planned = new Map<Seat, { readonly due: number; readonly cancel: Cancel }>();
  let wasEmpty = true;

  const anybodyHere = (): boolean => SEATS.some((seat) => audience.isPresent(seat));

  /** What the absence of a person leads to, and after how long; null: nothing. */
  const consequenceOf = (seat: Seat): { readonly what: Consequence; readonly ms: number } | null => {
    const { phase, occupants, setup } = table.state;
    const occupant = occupants[seat];
    if (occupant.kind !== 'person' || audience.isPresent(seat)) return null;
    // Who plays by correspondence is away most of the time.
    if (phase === 'ended' || timeControl === 'correspondence') return null;
    if (phase === 'waiting') return { what: 'vacate', ms: lobbyGraceMs };
    if (occupant.standIn !== null) return null;
    // Without a clock nobody is in a hurry, unless somebody waits for this seat.
    if (setup.roundMs === null) return anybodyHere() ? { what: 'standIn', ms: graceMs } : null;
    return { what: 'standIn', ms: Math.min(graceMs, QUARTER * setup.roundMs) };
  };

  const carryOut = (seat: Seat): void => {
    planned.delete(seat);
    const consequence = consequenceOf(seat);
    if (consequence !== null) act(seat, consequence.what);
  };

  const plan = (seat: Seat, due: number | null): void => {
    if (planned.get(seat)?.due === due) return;
    planned.get(seat)?.cancel();
    planned.delete(seat);
    if (due === null) return;
    planned.set(seat, { due, cancel: clock.after(due - clock.now(), () => carryOut(seat)) });
  };

  const reviewSeat = (seat: Seat): void => {
    if (table.state.occupants[seat].kind !== 'person' || audience.isPresent(seat)) awaySince.delete(seat);
    else if (!awaySince.has(seat)) awaySince.set(seat, clock.now());
    const consequence = consequenceOf(seat);
    const since = awaySince.get(seat) ?? clock.now();
    plan(seat, consequence === null ? null : since + consequence.ms);
  };

  return {
    review: () => {
      // Whoever comes first to an empty table does not find the others' time used up.
      const isEmpty = !anybodyHere();
      if (wasEmpty && !isEmpty) awaySince.clear();
      wasEmpty = isEmpty;
      for (const seat of SEATS) reviewSeat(seat);
    },
    stop: () => {
      for (const { cancel } of planned.values()) cancel();
      planned.clear();
    },
  };
};

/** Whoever comes back plays for themselves again: their stand-in leaves. */
export const returning =
  (table: Table, audience: Audience, inTurn: Orders['inTurn']) =>
  (guest: string): Promise<void> =>
    inTurn(async (order) => {
      const seat = audience.seatOf(guest);
      if (seat === null || table.state.phase === 'ended') return;
      const occupant = table.state.occupants[seat];
      const isReplaced = occupant.kind === 'person' && occupant.standIn !== null;
      if (isReplaced) await order({ type: 'standIn', seat, bot: null });
    }, undefined);
