import type { Presence, Reply } from '../../shared/protocol.ts';
import type { Seat } from '../../shared/seats.ts';
import type { Table } from '../../shared/table/table.ts';
import type { House } from '../house.ts';
import type { Problem } from '../http/errorCodes.ts';
import type { Guest, TableRecord } from '../storage/logStore.ts';
import type { TableFacts } from '../tableFacts.ts';
import type { Command } from './command.ts';
import type { Connection } from './connection.ts';
import type { SeatWish } from './seating.ts';

/** A table being played: its clock, its bots, its seats and whoever is connected. Knows nothing of sockets. */
export type TableHost = {
  readonly record: TableRecord;
  readonly table: Table;
  readonly facts: () => TableFacts;
  /** How many connections there are, players' and spectators'. */
  readonly count: () => number;
  readonly connect: (connection: Connection) => void;
  readonly disconnect: (connection: Connection) => void;
  /** An action that came in over a connection: its answer, when it is committed and published. */
  readonly act: (connection: Connection, input: unknown) => Promise<Reply>;
  /** Somebody is at the page of this connection. */
  readonly here: (connection: Connection) => void;
  /** How a person is there in a seat; null: it is no person's. */
  readonly presenceOf: (seat: Seat) => Presence | null;
  readonly takeSeat: (
    guest: Guest,
    wish: SeatWish,
  ) => Promise<{ readonly seat: Seat | 'spectator' } | Problem>;
  readonly startWithBots: () => Promise<Problem | null>;
  readonly command: Command;
  /** Opens the mandates of a daily table whose day is over. */
  readonly openDay: () => Promise<void>;
  /** Gives back the time in which nobody served the table. What can't be stored now is given later: until then no clock ticks. */
  readonly giveBack: () => Promise<void>;
  /** Keeps the facts and the sitters in the store, if they are not what is kept. */
  readonly keepFacts: () => Promise<void>;
  /** Sends everybody away, because the table is no longer here. */
  readonly dismiss: () => void;
  /** Stops clock and bots, and is done when everything that was begun is. */
  readonly stop: () => Promise<void>;
};

/**
 * What a host works with. `unservedSince`: until now nobody has served the table, epoch ms; null: it is new, or nothing was
 * missed. `onServed`: that time is given back; `onIdle`: nobody is there and no clock runs; `onMoved`: the log has gone on
 * without this host.
 */
export type HostParts = House & {
  readonly record: TableRecord;
  readonly table: Table;
  /** In which this process owns the table. */
  readonly epoch: number;
  readonly unservedSince: number | null;
  readonly onServed: () => void;
  readonly onIdle: () => void;
  readonly onMoved: () => void;
};
