import type { Presence } from '../../shared/protocol.ts';
import type { Seat } from '../../shared/seats.ts';
import type { Config } from '../config.ts';
import type { TableRecord } from '../storage/logStore.ts';
import { returning, watchAbsences } from './absences.ts';
import { type AttendanceParts, watchAttendance } from './attendance.ts';
import { HOUSE_BOT } from './gameStart.ts';
import type { Orders } from './orders.ts';
import { vacate } from './seating.ts';

/** The people of a table: how they are there, what becomes of the seats of those who aren't, and how they come back. */
export type People = {
  /** How a person is there in a seat; null: it is no person's. */
  readonly presenceOf: (seat: Seat) => Presence | null;
  /** A guest has come, or has done something: they are there, and play for themselves again. */
  readonly here: (guest: string) => void;
  readonly review: () => void;
  readonly stop: () => void;
};

type PeopleParts = Pick<AttendanceParts, 'table' | 'audience' | 'clock' | 'changed'> & {
  readonly record: Pick<TableRecord, 'options'>;
  readonly config: Config;
  readonly orders: Orders;
};

/** Looks after the people of a table. */
export const lookAfterPeople = ({ record, config, orders, ...parts }: PeopleParts): People => {
  const { table, audience } = parts;
  const { timeControl } = record.options;
  const attendance = watchAttendance({ ...parts, timeControl, idleMs: config.IDLE_MS });
  const absences = watchAbsences({
    ...parts,
    attendance,
    timeControl,
    graceMs: config.GRACE_MS,
    lobbyGraceMs: config.LOBBY_GRACE_MS,
    act: (seat, what) =>
      orders.order(what === 'vacate' ? vacate(seat) : { type: 'standIn', seat, bot: HOUSE_BOT }),
  });
  const welcomeBack = returning(table, audience, orders.inTurn);
  return {
    presenceOf: attendance.presenceOf,
    here: (guest) => {
      attendance.sign(guest);
      welcomeBack(guest);
    },
    review: () => {
      attendance.review();
      absences.review();
    },
    stop: () => {
      attendance.stop();
      absences.stop();
    },
  };
};
