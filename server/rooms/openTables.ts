import type { Opening } from '../../shared/engine/open.ts';
import { bookOf } from '../../shared/scenarios/index.ts';
import { newTable, restoreTable, type Table } from '../../shared/table/table.ts';
import type { Cancel } from '../clock.ts';
import type { House } from '../house.ts';
import { type Problem, problem } from '../http/errorCodes.ts';
import type { Guest, TableOptions, TableRecord } from '../storage/logStore.ts';
import type { TimeControl } from '../tableFacts.ts';
import { recordTable } from './recordTable.ts';
import { timeLost } from './roundClock.ts';
import { heldSeat, vacantSeats } from './seating.ts';
import { hostTable, type TableHost } from './tableHost.ts';

/** All tables of the server: opened from their logs when somebody needs them, at most once at a time. */
export type OpenTables = {
  readonly create: (creator: Guest, options: TableOptions, opening: Opening) => Promise<TableHost>;
  /** Opens a table that has a log already. */
  readonly adopt: (creator: Guest, options: TableOptions, table: Table) => Promise<TableHost>;
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
  /** Stops all tables, and is done when everything that was begun at them is. */
  readonly stop: () => Promise<void>;
};

// Older tables are opened this many at a time, with this much time between for those who play.
const SWEEP_SIZE = 10;
const SWEEP_MS = 1000;

/** Opens the house. `lastServed`: when the tables in the store were last looked after; null: never. */
export const openTables = (house: House, lastServed: number | null): OpenTables => {
  const { store, clock, log } = house;
  const hosts = new Map<string, TableHost>();
  const opening = new Map<string, Promise<TableHost | Problem>>();
  const leaving = new Map<string, Promise<void>>();

  const host = (record: TableRecord, table: Table): TableHost => {
    const opened = hostTable({
      ...house,
      record,
      table,
      log: log.child({ table: record.id }),
      onIdle: () => {
        hosts.delete(record.id);
        leaving.set(
          record.id,
          opened.stop().finally(() => leaving.delete(record.id)),
        );
      },
    });
    hosts.set(record.id, opened);
    return opened;
  };

  const restore = async (id: string): Promise<TableHost | Problem> => {
    await leaving.get(id);
    const record = await store.tableById(id);
    if (record === null) return problem('table.unknown');
    const entries = await store.entriesOf(id);
    const book = bookOf(record.options.scenario);
    const table = restoreTable({ book, entries });
    if ('brokenAt' in table || entries.length === 0) {
      log.error({ table: id, at: 'brokenAt' in table ? table.brokenAt : 0 }, 'a log is broken');
      return problem('table.broken');
    }
    if (isStopped) return problem('unavailable');
    const opened = host(record, table);
    if (lastServed !== null) await opened.giveTime(timeLost(table.state, lastServed, clock.now()));
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

  const adopt: OpenTables['adopt'] = async (creator, options, table) => {
    const record = await recordTable(house, creator, options, table.state);
    for (const entry of table.entries) await store.append(record.id, entry);
    return host(record, table);
  };

  let cancelSweep: Cancel = () => {};
  let isStopped = false;
  const sweep = (ids: readonly string[]): void => {
    if (ids.length === 0 || isStopped) return;
    cancelSweep = clock.after(SWEEP_MS, () => {
      openAll(ids.slice(0, SWEEP_SIZE)).then(() => sweep(ids.slice(SWEEP_SIZE)));
    });
  };

  return {
    create: (creator, options, start) =>
      adopt(creator, options, newTable({ book: bookOf(options.scenario), opening: start, now: clock.now() })),
    adopt,
    open,
    get: (id) => hosts.get(id),
    openRecent: async (most) => {
      const ids = await store.openTableIds();
      await openAll(ids.slice(0, most));
      sweep(ids.slice(most));
    },
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
    stop: async () => {
      isStopped = true;
      cancelSweep();
      const stopping = [...hosts.values()].map((opened) => opened.stop());
      await Promise.all([...stopping, ...leaving.values()]);
      hosts.clear();
    },
  };
};
