import { ANSWER_MS, type Presence } from '../../shared/protocol.ts';
import { bySeat, isSeat, SEATS, type Seat } from '../../shared/seats.ts';
import type { Table } from '../../shared/table/table.ts';
import type { Cancel, Clock } from '../clock.ts';
import type { TimeControl } from '../tableFacts.ts';
import type { Audience } from './audience.ts';
import { whoseMove } from './whoseMove.ts';

/** How the people of a table are there. Whoever keeps others waiting and does nothing is asked, and not answering is being away. */
export type Attendance = {
  /** How a person is there in a seat; null: it is no person's. */
  readonly presenceOf: (seat: Seat) => Presence | null;
  /** The last sign of somebody (epoch ms) who is connected, was asked and has not answered; null: so nobody is in this seat. */
  readonly silentSince: (seat: Seat) => number | null;
  /** A guest has done something, whatever it was. */
  readonly sign: (guest: string) => void;
  /** Something has changed: who is connected, who sits where, or whose move it is. */
  readonly review: () => void;
  readonly stop: () => void;
};

/**
 * What is known of the person in a seat. Times in epoch ms; null: not so now. `playing`: since when they take part;
 * `heldUp`: since when others have waited for them in this round.
 *
 * Readiness is private. So whether somebody looks idle doesn't depend on it, and whoever is asked goes on being asked when
 * nobody is ready any more: it may be a sealed offer that made them think again.
 */
type Sitter = {
  readonly holder: string | null;
  readonly round: number;
  readonly sign: number;
  readonly playing: number | null;
  readonly heldUp: number | null;
  readonly isUnanswered: boolean;
};

/** `idleMs`: silence after which somebody is idle. `changed`: a sign, or time alone, has changed something. */
export type AttendanceParts = {
  readonly table: Table;
  readonly audience: Audience;
  readonly clock: Clock;
  readonly timeControl: TimeControl;
  readonly idleMs: number;
  readonly changed: () => void;
};

/** Winds the watch. */
export const watchAttendance = (parts: AttendanceParts): Attendance => {
  const { table, audience, clock, timeControl, idleMs, changed } = parts;
  const sitters = new Map<Seat, Sitter>();
  let cancel: Cancel = () => {};

  const { takesPart, isWanted, holdsUp } = whoseMove(table, audience, timeControl);

  const idleAt = ({ sign, playing }: Sitter): number | null =>
    playing === null ? null : Math.max(sign, playing) + idleMs;
  const askedAt = ({ sign, heldUp }: Sitter): number | null =>
    heldUp === null ? null : Math.max(sign, heldUp) + idleMs;
  const isPast = (due: number | null): boolean => due !== null && clock.now() >= due;

  const reviewed = (seat: Seat): Sitter | null => {
    const { occupants, holders, round } = table.state;
    if (occupants[seat].kind !== 'person' || !audience.isPresent(seat)) return null;
    const now = clock.now();
    const known = sitters.get(seat);
    const isSame = known?.holder === holders[seat];
    const before = isSame && known.round === round ? known.heldUp : null;
    const sitter: Sitter = {
      holder: holders[seat],
      round,
      sign: isSame ? known.sign : now,
      playing: takesPart(seat) ? ((isSame ? known.playing : null) ?? now) : null,
      heldUp: isWanted(seat) ? (before ?? (holdsUp(seat) ? now : null)) : null,
      isUnanswered: isSame && known.isUnanswered,
    };
    const asked = askedAt(sitter);
    return asked !== null && isPast(asked + ANSWER_MS) ? { ...sitter, isUnanswered: true } : sitter;
  };

  /** The end of the time in which a seat's person has to answer; null: they are not asked. */
  const answerBy = (seat: Seat): number | null => {
    const sitter = sitters.get(seat);
    if (sitter === undefined || sitter.isUnanswered) return null;
    const asked = askedAt(sitter);
    return asked !== null && isPast(asked) ? asked + ANSWER_MS : null;
  };

  const presenceOf = (seat: Seat): Presence | null => {
    if (table.state.occupants[seat].kind !== 'person') return null;
    const sitter = sitters.get(seat);
    if (sitter === undefined) return 'gone';
    return sitter.isUnanswered || isPast(idleAt(sitter)) ? 'idle' : 'connected';
  };

  const tell = (): void => {
    const seats = bySeat(presenceOf);
    audience.attend((viewer) => ({ seats, answerBy: isSeat(viewer) ? answerBy(viewer) : null }));
  };

  /** The next moment at which time alone changes something. */
  const arm = (): void => {
    cancel();
    const dues = [...sitters.values()].flatMap((sitter) => {
      const asked = askedAt(sitter);
      return [idleAt(sitter), asked, asked === null ? null : asked + ANSWER_MS];
    });
    const next = Math.min(...dues.filter((due) => due !== null && !isPast(due)).map(Number));
    cancel = Number.isFinite(next) ? clock.after(next - clock.now(), changed) : () => {};
  };

  return {
    presenceOf,
    silentSince: (seat) => {
      const sitter = sitters.get(seat);
      return sitter?.isUnanswered ? sitter.sign : null;
    },
    sign: (guest) => {
      const seat = audience.seatOf(guest);
      const sitter = seat === null ? undefined : sitters.get(seat);
      if (seat === null || sitter === undefined) return;
      const wasStill = presenceOf(seat) === 'idle' || answerBy(seat) !== null;
      sitters.set(seat, { ...sitter, sign: clock.now(), isUnanswered: false });
      if (wasStill) changed();
    },
    review: () => {
      for (const seat of SEATS) {
        const sitter = reviewed(seat);
        if (sitter === null) sitters.delete(seat);
        else sitters.set(seat, sitter);
      }
      arm();
      tell();
    },
    stop: () => cancel(),
  };
};
