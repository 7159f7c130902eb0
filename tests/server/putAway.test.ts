import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { isProblem } from '../../server/http/errorCodes.ts';
import { rematchRoutes } from '../../server/http/rematch.ts';
import { planTable, TableRequest } from '../../server/http/tableRequest.ts';
import { openLog } from '../../server/log.ts';
import { type OpenTables, openTables } from '../../server/rooms/openTables.ts';
import type { TableHost } from '../../server/rooms/tableHost.ts';
import type { LogStore } from '../../server/storage/logStore.ts';
import { openThinkers } from '../../server/workers/thinkers.ts';
import { manualClock } from '../helpers/manualClock.ts';
import { type StoreBed, someGuest, sqliteBed } from '../helpers/stores.ts';

/** Something that waits until it is let through. */
const barrier = () => {
  let pass: () => void = () => {};
  const passed = new Promise<void>((resolve) => {
    pass = resolve;
  });
  return { pass, passed };
};

let bed: StoreBed;
let store: LogStore;
let tables: OpenTables;
let close: () => Promise<void>;
/** What reading a log waits for. */
let reading: Promise<void>;

beforeEach(async () => {
  bed = await sqliteBed();
  const opened = await bed.open('one', true);
  reading = Promise.resolve();
  store = {
    ...opened.store,
    entriesOf: async (id) => {
      await reading;
      return opened.store.entriesOf(id);
    },
  };
  const config = readConfig({ BOT_DELAY_MS: '0' });
  if ('problems' in config) throw new Error(config.problems.join());
  const [clock, log] = [manualClock(), openLog('silent')];
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

const openTable = async (): Promise<TableHost> => {
  const planned = planTable(TableRequest.parse({ timeControl: 'untimed' }), false);
  if (isProblem(planned)) throw new Error(planned.code);
  const opened = await tables.create(someGuest, planned.options, planned.opening);
  if (isProblem(opened)) throw new Error(opened.code);
  return opened;
};
const newTable = async (): Promise<string> => (await openTable()).record.id;

test('a table that is being opened is put away when it is open: nobody is left with a host that is out of date', async () => {
  const id = await newTable();
  await tables.putAway(id, async () => {});
  const read = barrier();
  reading = read.passed;
  const opening = tables.open(id);
  const seen: unknown[] = [];
  const away = tables.putAway(id, async () => {
    seen.push(tables.get(id));
  });
  read.pass();
  const first = await opening;
  await away;
  expect(isProblem(first)).toBe(false);
  expect(seen).toEqual([undefined]);
  const second = await tables.open(id);
  expect(second).toBe(tables.get(id));
  expect(second).not.toBe(first);
});

test('what is done to a table by several at once is done one after the other, and whoever opens it waits', async () => {
  const id = await newTable();
  const done: string[] = [];
  const gates = [barrier(), barrier()];
  const tasks = gates.map(({ passed }, i) =>
    tables.putAway(id, async () => {
      done.push(`begin ${i}`);
      await passed;
      done.push(`end ${i}`);
    }),
  );
  const opening = tables.open(id).then(() => done.push('open'));
  gates[1]!.pass();
  gates[0]!.pass();
  await Promise.all([...tasks, opening]);
  // No two at a time, and it is open to nobody in the middle of a task.
  const inTurn = done.filter((one) => one !== 'open');
  expect(inTurn.map((one) => one.split(' ')[0])).toEqual(['begin', 'end', 'begin', 'end']);
  expect(done.indexOf('open')).toBeGreaterThan(done.indexOf('end 0'));
});

test('a table that is put away while its people open another one is led to that one all the same', async () => {
  const last = await openTable();
  const { id, code } = last.record;
  await last.takeSeat(someGuest, 'US');
  await last.startWithBots();
  for (let i = 0; i < 20 && last.table.state.phase !== 'ended'; i++)
    await last.command('facilitator', { type: 'advance' });
  const interrupted: OpenTables = {
    ...tables,
    create: async (...parameters) => {
      await tables.putAway(id, async () => {});
      return tables.create(...parameters);
    },
  };
  const allow = () => null;
  const limits = {
    enter: allow,
    ask: allow,
    noteMiss: () => {},
    open: allow,
    openMany: allow,
    join: allow,
    read: allow,
    write: allow,
    host: allow,
  };
  const app = express().use(express.json());
  app.use(rematchRoutes({ store, tables: interrupted, limits, identify: async () => someGuest }));
  const http = await new Promise<Server>((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
  });
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}/tables/${code}/rematch`;
  const ask = () =>
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ seats: 'kept' }),
    });
  const called = await ask();
  expect(called.status).toBe(201);
  const next = await called.json();
  const back = await tables.open(id);
  if (isProblem(back)) throw new Error(back.code);
  expect(back).not.toBe(last);
  expect(back.table.state.rematch?.code).toBe(next.code);
  expect(await (await ask()).json()).toEqual(next);
  await new Promise((resolve) => http.close(resolve));
});
