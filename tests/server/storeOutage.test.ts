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

let bed: StoreBed;
let clock: ManualClock;
let tables: OpenTables;
let close: () => Promise<void>;
/** What the store answers to whoever wants to write to a log; null: it takes it. */
let failure: StoreFailure | null;

beforeEach(async () => {
  bed = await sqliteBed();
  const opened = await bed.open('one', true);
  failure = null;
  const store: LogStore = {
    ...opened.store,
    append: async (...entry) => {
      if (failure !== null) throw failure;
      return opened.store.append(...entry);
    },
  };
  const config = readConfig({ BOT_DELAY_MS: '0' });
  if ('problems' in config) throw new Error(config.problems.join());
  clock = manualClock();
  const log = openLog('silent');
  const thinkers = openThinkers(config, clock, log);
  tables = openTables({ config, clock, log, store, thinkers }, null);
  close = async () => {
    await tables.stop();
    await thinkers.close();
    await store.close();
    await bed.remove();
  };
});
afterEach(() => close());

const openTable = async (request: object, quick = false): Promise<TableHost> => {
  const planned = planTable(TableRequest.parse(request), quick);
  if (isProblem(planned)) throw new Error(planned.code);
  const opened = await tables.create(someGuest, planned.options, planned.opening);
  if (isProblem(opened)) throw new Error(opened.code);
  return opened;
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
