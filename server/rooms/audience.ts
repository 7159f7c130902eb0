import type { Entry } from '../../shared/engine/log.ts';
import type { Reply, Update } from '../../shared/protocol.ts';
import type { Seat, Viewer } from '../../shared/seats.ts';
import type { Table } from '../../shared/table/table.ts';
import type { Clock } from '../clock.ts';
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
const MOST_CONNECTIONS = 3;

/** Everybody who is connected to one table. */
export type Audience = {
  readonly count: () => number;
  readonly watching: () => number;
  readonly seatOf: (guest: string) => Seat | null;
  readonly isPresent: (seat: Seat) => boolean;
  readonly add: (connection: Connection) => void;
  readonly remove: (connection: Connection) => void;
  /** Sends everybody what new entries mean for them; nothing to those for whom there is nothing. */
  readonly publish: (entries: readonly Entry[]) => void;
  /** Sends all connections of a guest the whole story, after the guest has changed seats. */
  readonly welcome: (guest: string) => void;
};

/** Gathers the audience of a table. */
export const gatherAudience = (table: Table, clock: Clock): Audience => {
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

  return {
    count: () => connections.length,
    watching: () => connections.filter((connection) => seatOf(connection.guest) === null).length,
    seatOf,
    isPresent: (seat) => connections.some(({ guest }) => holdersOf(table.state, seat).includes(guest)),
    add: (connection) => {
      const replaced = ofGuest(connection.guest).slice(0, 1 - MOST_CONNECTIONS);
      connections = [...connections.filter((other) => !replaced.includes(other)), connection];
      for (const old of replaced) old.close(SUPERSEDED);
      connection.update(table.welcome(viewerOf(connection), clock.now()));
    },
    remove: (connection) => {
      connections = connections.filter((other) => other !== connection);
    },
    publish: (entries) => {
      for (const viewer of new Set(connections.map(viewerOf))) {
        const update = updateFor(viewer, entries);
        if (update === null) continue;
        for (const connection of connections) if (viewerOf(connection) === viewer) connection.update(update);
      }
    },
    welcome: (guest) => {
      for (const connection of ofGuest(guest))
        connection.update(table.welcome(viewerOf(connection), clock.now()));
    },
  };
};
