import type { Opening } from '../../shared/engine/open.ts';
import { bookOf } from '../../shared/scenarios/index.ts';
import { newTable, type Table } from '../../shared/table/table.ts';
import type { House } from '../house.ts';
import type { Problem } from '../http/errorCodes.ts';
import type { Fleet, Guest, TableOptions, TableRecord } from '../storage/logStore.ts';
import type { TimeControl } from '../tableFacts.ts';
import { type Neighbours, neighboursOf } from './bringTable.ts';
import { capacity } from './capacity.ts';
import { hostTable } from './hostTable.ts';
import { lookAfter } from './lookAfter.ts';
import { type Debt, openingsOf } from './openings.ts';
import { recordTable } from './recordTable.ts';
import type { TableHost } from './tableHost.ts';
import { waitingQuick } from './waitingQuick.ts';

/** All tables of the server: opened from their logs when somebody needs them, at most once at a time. */
export type OpenTables = Neighbours & {
  /** Opens a new table, unless as many are being played as the server carries. */
  readonly create: (creator: Guest, options: TableOptions, opening: Opening) => Promise<TableHost | Problem>;
  /** Why so many more tables can't be opened now; null: they can. */
  readonly lackOfRoom: (tables: number) => Problem | null;
  /** Opens a table that has a log already, under the same limit. */
  readonly adopt: (creator: Guest, options: TableOptions, table: Table) => Promise<TableHost | Problem>;
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
  /** Hands a table over to another process. */
  readonly handOver: (id: string, to: string) => Promise<void>;
  /**
   * Closes a table and does something to what is stored of it before anybody opens it again. Whoever is connected is sent
   * away, and led back if they ask for a place and there is one.
   */
  readonly putAway: (id: string, task: () => Promise<void>) => Promise<void>;
  /** Tables whose logs could not be opened. */
  readonly broken: ReadonlySet<string>;
  /** Stops all tables, and is done when everything that was begun at them is. */
  readonly stop: () => Promise<void>;
};

const FIRST_EPOCH = 1;
const NO_DEBT: Debt = { unservedSince: null, onServed: () => {} };

/** Opens the house. `fleet`: the processes that share the store; null: there is only this one. */
export const openTables = (house: House, fleet: Fleet | null): OpenTables => {
  const { store, clock, log, config } = house;
  const hosts = new Map<string, TableHost>();
  const leaving = new Map<string, Promise<void>>();

  const atWork = (id: string): Promise<unknown> | undefined => openings.underWay(id) ?? leaving.get(id);
  const putAway: OpenTables['putAway'] = async (id, task) => {
    // Whoever opens it waits for those who put it away, and the other way round: until nobody does either.
    for (let other = atWork(id); other !== undefined; other = atWork(id)) await other.catch(() => {});
    const opened = hosts.get(id);
    hosts.delete(id);
    const gone = (async () => {
      opened?.dismiss();
      await opened?.stop();
      await task();
    })().finally(() => leaving.delete(id));
    leaving.set(id, gone);
    await gone;
  };
  /** Nobody needs the table here, or another process goes on with it. */
  const giveUp = (id: string): void => {
    putAway(id, async () => {}).catch((err) => log.error({ err, table: id }, 'a table was not put away'));
  };

  const host = (record: TableRecord, table: Table, epoch: number, debt: Debt): TableHost => {
    const { id } = record;
    const opened = hostTable({
      ...house,
      ...debt,
      record,
      table,
      epoch,
      log: log.child({ table: id }),
      onIdle: () => giveUp(id),
      onMoved: () => {
        giveUp(id);
        openings.lose(id);
      },
    });
    hosts.set(id, opened);
    return opened;
  };
  const openings = openingsOf(
    house,
    (id) => hosts.get(id),
    (id) => leaving.get(id),
    ({ record, table, held }, debt) => host(record, table, held.epoch, debt),
  );

  const playing = (): number =>
    [...hosts.values()].filter(({ table }) => table.state.phase !== 'ended').length;
  const { lackOfRoom, whileOpening } = capacity(config.MOST_TABLES, playing);

  const adopt: OpenTables['adopt'] = (creator, options, table) =>
    whileOpening(async () => {
      const record = await recordTable(house, creator, options, table.state);
      for (const entry of table.entries) await store.append(record.id, entry, FIRST_EPOCH);
      return host(record, table, FIRST_EPOCH, NO_DEBT);
    });
  const create: OpenTables['create'] = (creator, options, start) =>
    adopt(creator, options, newTable({ book: bookOf(options.scenario), opening: start, now: clock.now() }));

  const { open } = openings;
  const looking = lookAfter({ house, fleet, open, owned: () => [...hosts.keys()], giveUp });

  return {
    create,
    lackOfRoom,
    adopt,
    open,
    get: (id) => hosts.get(id),
    openRecent: looking.begin,
    putAway,
    broken: openings.broken,
    hosts: () => [...hosts.values()],
    waitingQuick: (timeControl, guest) => waitingQuick([...hosts.values()], timeControl, guest),
    ...neighboursOf(open, fleet, clock),
    handOver: (id, to) => putAway(id, async () => fleet?.handOver(id, to)),
    stop: async () => {
      looking.stop();
      openings.stop();
      const stopping = [...hosts.values()].map((opened) => opened.stop());
      await Promise.all([...stopping, ...leaving.values()]);
      hosts.clear();
    },
  };
};
