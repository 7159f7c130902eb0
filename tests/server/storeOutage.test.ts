import { afterEach, beforeEach, expect, test } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { isProblem } from '../../server/http/errorCodes.ts';
import { planTable, TableRequest } from '../../server/http/tableRequest.ts';
import { openLog } from '../../server/log.ts';
import { type OpenTables, openTables } from '../../server/rooms/openTables.ts';
import type { TableHost } from '../../server/rooms/tableHost.ts';
import type { LogStore } from '../../server/storage/logStore.ts';
import { StoreFailure } from '../../server/storage/storeFailure.ts';
import { openThinkers } from '../../server/workers/thinkers.ts';
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
  const ignore = (): void => {};
  const ear = { update: ignore, reply: ignore, acting: ignore, attendance: ignore, close: ignore };
  connect({ guest: someGuest.id, since: 0, ...ear });
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
