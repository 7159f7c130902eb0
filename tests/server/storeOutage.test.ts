import { afterEach, beforeEach, expect, test } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { isProblem } from '../../server/http/errorCodes.ts';
import { planTable, TableRequest } from '../../server/http/tableRequest.ts';
import { openLog } from '../../server/log.ts';
import { type OpenTables, openTables } from '../../server/rooms/openTables.ts';
import type { TableHost } from '../../server/rooms/tableHost.ts';
import type { LogStore } from '../../server/storage/logStore.ts';
import { LogMoved, StoreFailure } from '../../server/storage/storeFailure.ts';
import { openThinkers } from '../../server/workers/thinkers.ts';
import { SEATS } from '../../shared/seats.ts';
import { type ManualClock, manualClock } from '../helpers/manualClock.ts';
import { type StoreBed, someGuest, sqliteBed } from '../helpers/stores.ts';

const SECOND = 1000;
const DAY = 86_400_000;

let bed: StoreBed;
let clock: ManualClock;
let tables: OpenTables;
let stop: () => Promise<void>;
/** What the store answers to whoever wants to write to a log; null: it takes it. */
let failure: StoreFailure | null;
/** The same for whoever reads a log. */
let unreadable: StoreFailure | null;
/** Happens while the store is at an entry. */
let meanwhile: () => void;

/** A server reduced to its tables. */
const start = async (id: string): Promise<void> => {
  const { store: plain } = await bed.open(id, true);
  const store: LogStore = {
    ...plain,
    append: async (...entry) => {
      meanwhile();
      if (failure !== null) throw failure;
      return plain.append(...entry);
    },
    entriesOf: async (table) => {
      if (unreadable !== null) throw unreadable;
      return plain.entriesOf(table);
    },
  };
  const config = readConfig({ BOT_DELAY_MS: '0' });
  if ('problems' in config) throw new Error(config.problems.join());
  const log = openLog('silent');
  const thinkers = openThinkers(config, clock, log);
  tables = openTables({ config, clock, log, store, thinkers }, null);
  await store.beat(clock.now());
  stop = async () => {
    await tables.stop();
    await thinkers.close();
    await store.beat(clock.now());
    await store.close();
  };
};

beforeEach(async () => {
  bed = await sqliteBed();
  clock = manualClock();
  failure = null;
  unreadable = null;
  meanwhile = () => {};
  await start('one');
});
afterEach(async () => {
  await stop();
  await bed.remove();
});

const openTable = async (request: object, quick = false): Promise<TableHost> => {
  const planned = planTable(TableRequest.parse(request), quick);
  if (isProblem(planned)) throw new Error(planned.code);
  const opened = await tables.create(someGuest, planned.options, planned.opening);
  if (isProblem(opened)) throw new Error(opened.code);
  return opened;
};

const opened = async (id: string): Promise<TableHost> => {
  const host = await tables.open(id);
  if (isProblem(host)) throw new Error(host.code);
  return host;
};

const ignore = (): void => {};
const EAR = { since: 0, update: ignore, reply: ignore, acting: ignore, attendance: ignore, close: ignore };

const PEOPLE = { US: 'human', KR: 'human', CN: 'human' };

/** Three people take their seats, and are there. */
const gather = async ({ takeSeat, connect }: TableHost): Promise<void> => {
  for (const seat of SEATS) {
    const guest = { ...someGuest, id: `guest-${seat}` };
    connect({ guest: guest.id, ...EAR });
    await takeSeat(guest, seat);
  }
};

const away = async (ms: number): Promise<void> => {
  await stop();
  await clock.advance(ms);
  await start('two');
};

const outage = async (ms: number): Promise<void> => {
  failure = new StoreFailure('unavailable', 'away');
  await clock.advance(ms);
  failure = null;
};

test('bots whose moves could not be stored make them when the store is back', async () => {
  const { table, startWithBots } = await openTable({ timeControl: 'untimed' });
  await startWithBots();
  await outage(60 * SECOND);
  const before = table.entries.length;
  await clock.advance(10 * SECOND);
  expect(table.entries.length).toBeGreaterThan(before);
});

test('a seat whose person is away is played by a stand-in all the same', async () => {
  const { table, takeSeat, startWithBots } = await openTable({});
  await takeSeat(someGuest, 'US');
  await startWithBots();
  await outage(120 * SECOND);
  await clock.advance(5 * SECOND);
  expect(table.state.occupants.US).toMatchObject({ kind: 'person', standIn: 'trader' });
});

test('whoever waits for a quick match plays against bots all the same', async () => {
  const { table, takeSeat, connect } = await openTable({}, true);
  connect({ guest: someGuest.id, ...EAR });
  await takeSeat(someGuest, 'US');
  await outage(60 * SECOND);
  expect(table.state.phase).toBe('waiting');
  await clock.advance(30 * SECOND);
  expect(table.state.phase).toBe('negotiation');
});

test('whoever was away for days loses no time, however long it takes to store that', async () => {
  const { table, record, startWithBots } = await openTable({});
  await startWithBots();
  const left = table.state.clock.endsAt! - clock.now();
  await away(3 * DAY);
  // What is due by now is done while the store is busy.
  meanwhile = () => void clock.advance(0);
  const again = await opened(record.id);
  expect(again.table.state.round).toBe(1);
  expect(again.table.state.clock.endsAt! - clock.now()).toBe(left);
});

test('time that could not be given back is given as soon as the store takes it, and no clock ticks before', async () => {
  const host = await openTable({ seats: PEOPLE });
  await gather(host);
  const { table, record } = host;
  const left = table.state.clock.endsAt! - clock.now();
  await away(DAY / 2);
  failure = new StoreFailure('unavailable', 'away');
  const again = await opened(record.id);
  await gather(again);
  await clock.advance(left + 60 * SECOND);
  expect(again.table.state.round).toBe(1);
  failure = null;
  await clock.advance(2 * SECOND);
  expect(again.table.state.round).toBe(1);
  // All that the store was away for is given back too, to within the wait for the next attempt.
  const now = again.table.state.clock.endsAt! - clock.now();
  expect(left - now).toBeGreaterThanOrEqual(0);
  expect(left - now).toBeLessThanOrEqual(2 * SECOND);
  await clock.advance(now - 1);
  expect(again.table.state.phase).toBe('negotiation');
  await clock.advance(1);
  expect(again.table.state.phase).toBe('closing');
});

test('a table that is put away while it gets its time back leaves nothing planned', async () => {
  const host = await openTable({ seats: PEOPLE });
  await gather(host);
  await away(DAY / 2);
  let stopping: Promise<void> | null = null;
  meanwhile = () => {
    stopping ??= tables.stop();
  };
  await tables.open(host.record.id);
  await stopping;
  expect(clock.plans()).toBe(0);
});

test('a table whose log could not be read is opened when it can be, with its time, though nobody asks', async () => {
  const host = await openTable({ seats: PEOPLE });
  await gather(host);
  const { table, record } = host;
  const left = table.state.clock.endsAt! - clock.now();
  await away(DAY);
  unreadable = new StoreFailure('unavailable', 'away');
  await expect(tables.open(record.id)).rejects.toBe(unreadable);
  await clock.advance(60 * SECOND);
  expect(tables.get(record.id)).toBeUndefined();
  unreadable = null;
  await clock.advance(SECOND);
  const again = tables.get(record.id)!;
  expect(again.table.state.round).toBe(1);
  expect(again.table.state.clock.endsAt! - clock.now()).toBe(left);
});

test('a table whose log went on without it stays with whoever came back to it first', async () => {
  const { record, startWithBots } = await openTable({ timeControl: 'untimed' });
  await startWithBots();
  failure = new LogMoved('nobody knows whether the entry is on record');
  while (tables.get(record.id) !== undefined) await clock.advance(SECOND / 10);
  failure = null;
  const again = await opened(record.id);
  await clock.advance(2 * SECOND);
  expect(tables.get(record.id)).toBe(again);
});

test('a table whose log went on without it is opened again by itself', async () => {
  const { table, record, startWithBots } = await openTable({ timeControl: 'untimed' });
  await startWithBots();
  failure = new LogMoved('nobody knows whether the entry is on record');
  while (tables.get(record.id) !== undefined) await clock.advance(SECOND);
  failure = null;
  const before = table.entries.length;
  await clock.advance(30 * SECOND);
  expect(tables.get(record.id)!.table.entries.length).toBeGreaterThan(before);
});
