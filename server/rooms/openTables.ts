import type { Opening } from '../../shared/engine/open.ts';
import { bookOf } from '../../shared/scenarios/index.ts';
import { newTable, type Table } from '../../shared/table/table.ts';
import type { House } from '../house.ts';
import { isProblem, type Problem, problem } from '../http/errorCodes.ts';
import type { Fleet, Guest, TableOptions, TableRecord } from '../storage/logStore.ts';
import type { TimeControl } from '../tableFacts.ts';
import { type BringTable, bringTable } from './bringTable.ts';
import { claimTable } from './claimTable.ts';
import { lookAfter } from './lookAfter.ts';
import { recordTable } from './recordTable.ts';
import { timeLost } from './roundClock.ts';
import { heldSeat, vacantSeats } from './seating.ts';
import { hostTable, type TableHost } from './tableHost.ts';

/** All tables of the server: opened from their logs when somebody needs them, at most once at a time. */
export type OpenTables = {
  readonly create: (creator: Guest, options: TableOptions, opening: Opening) => Promise<TableHost>;
  /** The host of a table, which is opened from its log if need be. */
  readonly open: (id: string) => Promise<TableHost | Problem>;
  /** The host of a table that is open now. */
  readonly get: (id: string) => TableHost | undefined;
  /**
   * Opens the tables that had not ended when the server stopped: the most recent ones before it returns,
   * the others bit by bit afterwards, so that their clocks run even if nobody comes.
   */
  readonly openRecent: (most: number) => Promise<void>;
  readonly hosts: () => readonly TableHost[];
  /** A quick match that waits for people: the guest's own, or one with a vacant seat. */
  readonly waitingQuick: (timeControl: TimeControl, guest: Guest) => TableHost | undefined;
  readonly bring: BringTable;
  /** Hands a table over to another process. */
  readonly handOver: (id: string, to: string) => Promise<void>;
  /** Stops all tables, and is done when everything that was begun at them is. */
  readonly stop: () => Promise<void>;
};

const FIRST_EPOCH = 1;

/** Opens the house. `fleet`: the processes that share the store; null: there is only this one. */
export const openTables = (house: House, fleet: Fleet | null): OpenTables => {
  const { store, clock, log } = house;
  const hosts = new Map<string, TableHost>();
  const opening = new Map<string, Promise<TableHost | Problem>>();
  const leaving = new Map<string, Promise<void>>();

  const putAway = (id: string): void => {
    const opened = hosts.get(id);
    if (opened === undefined) return;
    hosts.delete(id);
    leaving.set(
      id,
      opened.stop().finally(() => leaving.delete(id)),
    );
  };
  /** Another process goes on with the table, or will: this one knows no longer how it stands. */
  const giveUp = (id: string): void => {
    const opened = hosts.get(id);
    putAway(id);
    opened?.dismiss();
  };

  const host = (record: TableRecord, table: Table, epoch: number): TableHost => {
    const { id } = record;
    const parts = { record, table, epoch, log: log.child({ table: id }) };
    const opened = hostTable({
      ...house,
      ...parts,
      onIdle: () => putAway(id),
      onMoved: () => giveUp(id),
    });
    hosts.set(id, opened);
    return opened;
  };

  const restore = async (id: string): Promise<TableHost | Problem> => {
    await leaving.get(id);
    const claimed = await claimTable(house, id);
    if (isProblem(claimed)) return claimed;
    if (isStopped) return problem('unavailable');
    const { record, table, held } = claimed;
    const opened = host(record, table, held.epoch);
    if (held.lastServed !== null) await opened.giveTime(timeLost(table.state, held.lastServed, clock.now()));
    return opened;
  };

  const open = (id: string): Promise<TableHost | Problem> => {
    const known = hosts.get(id);
    if (known !== undefined) return Promise.resolve(known);
    const pending = opening.get(id) ?? restore(id).finally(() => opening.delete(id));
    opening.set(id, pending);
    return pending;
  };

  const openAll = async (ids: readonly string[]): Promise<void> => {
    for (const id of ids)
      await open(id).catch((err) => log.error({ err, table: id }, 'a table could not be opened'));
  };

  let isStopped = false;
  const owned = (): readonly string[] => [...hosts.keys()];
  const looking = lookAfter({ house, fleet, openAll, owned, giveUp });

  return {
    create: async (creator, options, start) => {
      const record = await recordTable(house, creator, options, start);
      const book = bookOf(options.scenario);
      const table = newTable({ book, opening: start, now: clock.now() });
      for (const entry of table.entries) await store.append(record.id, entry, FIRST_EPOCH);
      return host(record, table, FIRST_EPOCH);
    },
    open,
    get: (id) => hosts.get(id),
    openRecent: looking.begin,
    hosts: () => [...hosts.values()],
    waitingQuick: (timeControl, guest) => {
      const waiting = [...hosts.values()].filter(
        ({ record: { options }, table: { state } }) =>
          options.quick && options.timeControl === timeControl && state.phase === 'waiting',
      );
      const own = waiting.find(({ table }) => heldSeat(table.state, guest.id) !== null);
      return (
        own ?? waiting.find(({ table }) => vacantSeats(table.state, table.book.scenario.seats).length > 0)
      );
    },
    bring: bringTable(open, fleet, clock),
    handOver: async (id, to) => {
      giveUp(id);
      await leaving.get(id);
      await fleet?.handOver(id, to);
    },
    stop: async () => {
      isStopped = true;
      looking.stop();
      const stopping = [...hosts.values()].map((opened) => opened.stop());
      await Promise.all([...stopping, ...leaving.values()]);
      hosts.clear();
    },
  };
};
