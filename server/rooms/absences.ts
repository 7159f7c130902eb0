import { SEATS, type Seat } from '../../shared/seats.ts';
import type { Table } from '../../shared/table/table.ts';
import type { Cancel, Clock } from '../clock.ts';
import type { TimeControl } from '../tableFacts.ts';
import type { Attendance } from './attendance.ts';
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

/** `act` carries out what an absence comes to. */
export type AbsenceParts = {
  readonly table: Table;
  readonly audience: Audience;
  readonly attendance: Pick<Attendance, 'silentSince'>;
  readonly clock: Clock;
  readonly timeControl: TimeControl;
  readonly graceMs: number;
  readonly lobbyGraceMs: number;
  readonly act: (seat: Seat, consequence: Consequence) => void;
};

/** Winds the watch. */
export const watchAbsences = ({
  table,
  audience,
  attendance,
  clock,
  timeControl,
  graceMs,
  lobbyGraceMs,
  act,
}: AbsenceParts): Absences => {
  const awaySince = new Map<Seat, number>();
  const planned = new Map<Seat, { readonly due: number; readonly cancel: Cancel }>();
  let wasEmpty = true;

  /** Since when a seat's person is away (epoch ms): gone, or asked and silent. null: somebody is there. */
  const leftSince = (seat: Seat): number | null =>
    audience.isPresent(seat) ? attendance.silentSince(seat) : (awaySince.get(seat) ?? clock.now());

  const anybodyHere = (): boolean => SEATS.some((seat) => audience.isPresent(seat));

  /** What the absence of a person leads to, and after how long; null: nothing. */
  const consequenceOf = (seat: Seat): { readonly what: Consequence; readonly ms: number } | null => {
    const { phase, occupants, setup } = table.state;
    const occupant = occupants[seat];
    if (occupant.kind !== 'person' || leftSince(seat) === null) return null;
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
    const since = table.state.occupants[seat].kind === 'person' ? leftSince(seat) : null;
    if (since === null) awaySince.delete(seat);
    else awaySince.set(seat, since);
    const consequence = consequenceOf(seat);
    plan(seat, consequence === null || since === null ? null : since + consequence.ms);
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
export const returning = (table: Table, audience: Audience, inTurn: Orders['inTurn']) => {
  const isReplaced = (seat: Seat | null): seat is Seat => {
    const occupant = seat === null ? null : table.state.occupants[seat];
    return table.state.phase !== 'ended' && occupant?.kind === 'person' && occupant.standIn !== null;
  };
  return (guest: string): void => {
    // Asked for every sign of life: mostly there is nothing to do.
    if (!isReplaced(audience.seatOf(guest))) return;
    void inTurn(async (order) => {
      const seat = audience.seatOf(guest);
      if (isReplaced(seat)) await order({ type: 'standIn', seat, bot: null });
    }, undefined);
  };
};
