import type { Entry } from '../../shared/engine/log.ts';
import type { Reply, Update } from '../../shared/protocol.ts';
import type { Seat, Viewer } from '../../shared/seats.ts';
import type { Table } from '../../shared/table/table.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { heldSeat, holdersOf } from './seating.ts';

/** One socket of one guest. What it may see and do follows from the seat that the guest holds, at any moment. */
export type Connection = {
  readonly guest: string;
  readonly update: (update: Update) => void;
  readonly reply: (reply: Reply) => void;
  readonly close: (code: number) => void;
};

/** Close code of a connection that newer ones of the same guest have replaced. */
export const SUPERSEDED = 4011;
/** Close code of a connection that could not be told something. Its client comes back and is told everything. */
export const FAILED = 4002;
/** Close code when the table is no longer here: whoever asks for a place again is led to it, if it is anywhere. */
export const MOVED = 4012;
const MOST_CONNECTIONS = 3;

/** Everybody who is connected to one table. */
export type Audience = {
  readonly count: () => number;
  readonly watching: () => number;
  readonly seatOf: (guest: string) => Seat | null;
  readonly isPresent: (seat: Seat) => boolean;
  readonly add: (connection: Connection) => void;
  readonly remove: (connection: Connection) => void;
  /**
   * Sends everybody what new entries mean for them; nothing to those for whom there is nothing. Whatever fails costs those
   * connections only for which it was done.
   */
  readonly publish: (entries: readonly Entry[]) => void;
  /** Sends all connections of a guest the whole story, after the guest has changed seats. */
  readonly welcome: (guest: string) => void;
  /** Has everybody come back, for nobody knows who has missed what. */
  readonly recall: () => void;
  /** Closes all connections. */
  readonly dismiss: (code: number) => void;
};

/** Gathers the audience of a table. */
export const gatherAudience = (table: Table, clock: Clock, log: Log): Audience => {
  let connections: readonly Connection[] = [];

  const seatOf = (guest: string): Seat | null => heldSeat(table.state, guest);
  const viewerOf = ({ guest }: Connection): Viewer => seatOf(guest) ?? 'spectator';
  const ofGuest = (guest: string): readonly Connection[] =>
    connections.filter((connection) => connection.guest === guest);

  /** Entries that were made in one go travel as one update: its sequence number counts all of them. */
  const updateFor = (viewer: Viewer, entries: readonly Entry[]): Update | null => {
    const updates = entries.flatMap((entry) => table.updateFor(viewer, entry, clock.now()) ?? []);
    const last = updates.at(-1);
    return last === undefined ? null : { ...last, events: updates.flatMap((update) => update.events) };
  };

  const giveUp = (connection: Connection): void => {
    connections = connections.filter((other) => other !== connection);
    try {
      connection.close(FAILED);
    } catch (err) {
      log.error({ err }, 'a connection could not be closed');
    }
  };

  const tell = (connection: Connection, updateOf: (viewer: Viewer) => Update | null): void => {
    try {
      const update = updateOf(viewerOf(connection));
      if (update !== null) connection.update(update);
    } catch (err) {
      log.error({ err }, 'somebody could not be told');
      giveUp(connection);
    }
  };
  const welcome = (connection: Connection): void =>
    tell(connection, (viewer) => table.welcome(viewer, clock.now()));

  return {
    count: () => connections.length,
    watching: () => connections.filter((connection) => seatOf(connection.guest) === null).length,
    seatOf,
    isPresent: (seat) => connections.some(({ guest }) => holdersOf(table.state, seat).includes(guest)),
    add: (connection) => {
      const replaced = ofGuest(connection.guest).slice(0, 1 - MOST_CONNECTIONS);
      connections = [...connections.filter((other) => !replaced.includes(other)), connection];
      for (const old of replaced) old.close(SUPERSEDED);
      welcome(connection);
    },
    remove: (connection) => {
      connections = connections.filter((other) => other !== connection);
    },
    publish: (entries) => {
      const updates = new Map<Viewer, Update | null>();
      const updateOf = (viewer: Viewer): Update | null => {
        const known = updates.get(viewer);
        if (known !== undefined) return known;
        const update = updateFor(viewer, entries);
        updates.set(viewer, update);
        return update;
      };
      for (const connection of connections) tell(connection, updateOf);
    },
    dismiss: (code) => {
      for (const connection of connections) connection.close(code);
    },
    welcome: (guest) => {
      for (const connection of ofGuest(guest)) welcome(connection);
    },
    recall: () => {
      for (const connection of connections) giveUp(connection);
    },
  };
};
