import type { Entry } from '../../shared/engine/log.ts';
import type { Attendance, Update } from '../../shared/protocol.ts';
import { bySeat, type Seat, type Viewer } from '../../shared/seats.ts';
import { isBehind } from '../../shared/table/hindsight.ts';
import type { Table } from '../../shared/table/table.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { type Connection, FAILED, SUPERSEDED } from './connection.ts';
import { heldSeat, holdersOf } from './seating.ts';

const MOST_CONNECTIONS = 3;

/** Everybody who is connected to one table. */
export type Audience = {
  readonly count: () => number;
  readonly watching: () => number;
  readonly seatOf: (guest: string) => Seat | null;
  readonly isPresent: (seat: Seat) => boolean;
  /** Whether actions are taken from this connection, also such as were on their way when it went. */
  readonly acts: (connection: Connection) => boolean;
  readonly add: (connection: Connection) => void;
  readonly remove: (connection: Connection) => void;
  /**
   * Sends everybody what new entries mean for them; nothing to those for whom there is nothing. Whatever fails costs those
   * connections only for which it was done.
   */
  readonly publish: (entries: readonly Entry[]) => void;
  /** Tells everybody how people are there, and nobody the same twice. */
  readonly attend: (attendanceOf: (viewer: Viewer) => Attendance) => void;
  /** Sends all connections of a guest the whole story, after the guest has changed seats. */
  readonly welcome: (guest: string) => void;
  /** Closes all connections: `FAILED` when nobody knows who has missed what. */
  readonly dismiss: (code: number) => void;
};

/** Who is here, and not who is active: for whoever sees each round only when it is over. */
const withoutActivity = ({ seats }: Attendance): Attendance => ({
  seats: bySeat((seat) => (seats[seat] === 'idle' ? 'connected' : seats[seat])),
  answerBy: null,
});

/** Gathers the audience of a table. */
export const gatherAudience = (table: Table, clock: Clock, log: Log): Audience => {
  let connections: readonly Connection[] = [];
  const attended = new WeakMap<Connection, string>();

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

  const acts = ({ guest, since }: Connection): boolean =>
    ofGuest(guest).every((other) => other.since <= since);

  const remove = (connection: Connection): void => {
    if (!connections.includes(connection)) return;
    connections = connections.filter((other) => other !== connection);
    tellWhoActs(connection.guest);
  };

  const giveUp = (connection: Connection, code: number): void => {
    remove(connection);
    try {
      connection.close(code);
    } catch (err) {
      log.error({ err }, 'a connection could not be closed');
    }
  };

  const tell = (connection: Connection, something: () => void): void => {
    try {
      something();
    } catch (err) {
      log.error({ err }, 'somebody could not be told');
      giveUp(connection, FAILED);
    }
  };
  const tellUpdate = (connection: Connection, updateOf: (viewer: Viewer) => Update | null): void =>
    tell(connection, () => {
      const update = updateOf(viewerOf(connection));
      if (update !== null) connection.update(update);
    });
  const welcome = (connection: Connection): void =>
    tellUpdate(connection, (viewer) => table.welcome(viewer, clock.now()));
  const tellWhoActs = (guest: string): void => {
    for (const connection of ofGuest(guest))
      tell(connection, () => connection.acting({ acts: acts(connection) }));
  };

  return {
    count: () => connections.length,
    watching: () => connections.filter((connection) => seatOf(connection.guest) === null).length,
    seatOf,
    isPresent: (seat) => connections.some(({ guest }) => holdersOf(table.state, seat).includes(guest)),
    acts,
    add: (connection) => {
      connections = [...connections, connection].sort((one, other) => one.since - other.since);
      for (const old of ofGuest(connection.guest).slice(0, -MOST_CONNECTIONS)) giveUp(old, SUPERSEDED);
      if (!connections.includes(connection)) return;
      tellWhoActs(connection.guest);
      welcome(connection);
    },
    remove,
    publish: (entries) => {
      const updates = new Map<Viewer, Update | null>();
      const updateOf = (viewer: Viewer): Update | null => {
        const known = updates.get(viewer);
        if (known !== undefined) return known;
        const update = updateFor(viewer, entries);
        updates.set(viewer, update);
        return update;
      };
      for (const connection of connections) tellUpdate(connection, updateOf);
    },
    attend: (attendanceOf) => {
      for (const connection of connections)
        tell(connection, () => {
          const viewer = viewerOf(connection);
          const whole = attendanceOf(viewer);
          const attendance = isBehind(table.state.setup, viewer) ? withoutActivity(whole) : whole;
          const text = JSON.stringify(attendance);
          if (attended.get(connection) === text) return;
          attended.set(connection, text);
          connection.attendance(attendance);
        });
    },
    dismiss: (code) => {
      for (const connection of connections) giveUp(connection, code);
    },
    welcome: (guest) => {
      for (const connection of ofGuest(guest)) welcome(connection);
    },
  };
};
