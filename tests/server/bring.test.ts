import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ClassPlanFormat } from '../../server/classes/classPlan.ts';
import { type OpenClasses, openClasses } from '../../server/classes/openClasses.ts';
import { readConfig } from '../../server/config.ts';
import { forgettingIn } from '../../server/http/elsewhere.ts';
import { isProblem } from '../../server/http/errorCodes.ts';
import { peerRoutes } from '../../server/http/peerRoutes.ts';
import { planTable, TableRequest } from '../../server/http/tableRequest.ts';
import { openLog } from '../../server/log.ts';
import { type Removals, removalsOf } from '../../server/removal/removals.ts';
import { deleteStale } from '../../server/removal/retention.ts';
import { type OpenTables, openTables } from '../../server/rooms/openTables.ts';
import type { LogStore } from '../../server/storage/logStore.ts';
import { openThinkers } from '../../server/workers/thinkers.ts';
import { stateHash } from '../../shared/engine/log.ts';
import { manualClock } from '../helpers/manualClock.ts';
import { hasPostgres } from '../helpers/postgres.ts';
import { postgresBed, type StoreBed, someGuest, sqliteBed } from '../helpers/stores.ts';

type Half = {
  readonly tables: OpenTables;
  readonly store: LogStore;
  readonly classes: OpenClasses;
  readonly removals: Removals;
  /** Deletes what nothing has happened to. */
  readonly deleteStale: () => Promise<unknown>;
  readonly close: () => Promise<void>;
  readonly silence: () => Promise<void>;
  /** Hangs up on whoever asks, until it is told to answer again. */
  readonly hangUp: (hangsUp: boolean) => void;
};

const clock = manualClock();
const log = openLog('silent');
let bed: StoreBed;
let near: Half;
let far: Half;

/** A server reduced to its tables and to the door through which others ask for them. */
const half = async (id: string): Promise<Half> => {
  const app = express();
  const http = await new Promise<Server>((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
  });
  const address = `127.0.0.1:${(http.address() as AddressInfo).port}`;
  const { store, fleet } = await bed.open(id, false, address);
  const config = readConfig({ BOT_DELAY_MS: '0' });
  if ('problems' in config) throw new Error(config.problems.join());
  const thinkers = openThinkers(config, clock, log);
  const tables = openTables({ config, clock, log, store, thinkers }, fleet);
  const classes = openClasses({ clock, store, tables }, true);
  let hangsUp = false;
  app.use((request, _response, next) => {
    if (hangsUp) request.socket.destroy();
    else next();
  });
  app.use('/peers', peerRoutes(tables, classes, fleet));
  await store.beat(clock.now());
  const silence = (): Promise<void> =>
    new Promise((resolve) => {
      http.closeAllConnections();
      http.close(() => resolve());
    });
  const removals = removalsOf({ store, tables, classes, forgetElsewhere: forgettingIn(fleet, clock) });
  const deleteAll = () => deleteStale({ store, log, tables, removals }, clock.now() + 1);
  return {
    tables,
    store,
    classes,
    removals,
    deleteStale: deleteAll,
    silence,
    hangUp: (does) => {
      hangsUp = does;
    },
    close: async () => {
      await tables.stop();
      await thinkers.close();
      await silence();
      await store.close();
    },
  };
};

const conformance = (makeBed: () => Promise<StoreBed>): void => {
  beforeEach(async () => {
    bed = await makeBed();
    [near, far] = [await half('near'), await half('far')];
  });
  afterEach(async () => {
    await near.close();
    await far.close();
    await bed.remove();
  });

  const openFar = async () => {
    const planned = planTable(TableRequest.parse({}), false);
    if (isProblem(planned)) throw new Error(planned.code);
    const opened = await far.tables.create(someGuest, planned.options, planned.opening);
    if (isProblem(opened)) throw new Error(opened.code);
    return opened;
  };

  test('a table that another server plays is brought here as it stands, and no longer served there', async () => {
    const there = await openFar();
    await there.takeSeat(someGuest, 'KR');
    const { id } = there.record;
    const closed: number[] = [];
    const ignore = (): void => {};
    there.connect({
      guest: 'ann',
      since: 0,
      update: ignore,
      reply: ignore,
      acting: ignore,
      attendance: ignore,
      close: (code) => closed.push(code),
    });
    expect(await near.tables.open(id)).toMatchObject({ code: 'unavailable' });
    const here = await near.tables.bring(id);
    if (isProblem(here)) throw new Error(here.code);
    expect(stateHash(here.table.state)).toBe(stateHash(there.table.state));
    expect([closed, far.tables.get(id)]).toEqual([[4012], undefined]);
    expect(await here.takeSeat({ ...someGuest, id: 'bo' }, 'CN')).toMatchObject({ seat: 'CN' });
    expect(await far.tables.open(id)).toMatchObject({ code: 'unavailable' });
  });

  test('a table of a server that is gone is brought without it', async () => {
    const { id } = (await openFar()).record;
    await far.silence();
    expect(isProblem(await near.tables.bring(id))).toBe(false);
  });

  test('what is here, and what is nowhere, is what it is without asking anybody', async () => {
    const { id } = (await openFar()).record;
    expect(await far.tables.bring(id)).toBe(far.tables.get(id));
    expect(await near.tables.bring('nothing')).toMatchObject({ code: 'table.unknown' });
  });

  test('a table that another server plays is deleted from here: it is put away there, and nothing of it is left', async () => {
    const there = await openFar();
    const { id } = there.record;
    const closed: number[] = [];
    const ignore = (): void => {};
    const ear = { guest: 'ann', since: 0, update: ignore, reply: ignore, acting: ignore, attendance: ignore };
    there.connect({ ...ear, close: (code) => closed.push(code) });
    // By itself only the server deletes it that knows that nobody is there.
    await near.deleteStale();
    expect([closed, far.tables.get(id), await near.store.tableById(id)]).toMatchObject([[], there, { id }]);
    await near.removals.table(id);
    expect([closed, far.tables.get(id)]).toEqual([[4012], undefined]);
    expect([await far.store.tableById(id), await far.store.entriesOf(id)]).toEqual([null, []]);
    expect(await far.tables.open(id)).toMatchObject({ code: 'table.unknown' });
  });

  test('a class whose table is at a server that does not answer shows the others, and that one as out of reach', async () => {
    const plan = ClassPlanFormat.parse({ people: 6, remainder: 'bots' });
    const { host } = await near.classes.create(plan);
    for (const id of ['ann', 'bo', 'cy', 'di', 'ed', 'flo']) {
      const guest = { ...someGuest, id, name: id };
      expect(await host.join({ guest, line: null, isFacilitator: false })).toMatchObject({ name: id });
    }
    expect(await host.act({ type: 'begin' })).toMatchObject({ done: [1, 2] });
    const { id = '' } = host.desk.journal.state().tables[1] ?? {};
    await near.tables.handOver(id, 'far');
    expect(await far.tables.open(id)).toMatchObject({ record: { id } });
    far.hangUp(true);
    const phases = async () => (await host.console()).tables.map(({ phase }) => phase);
    expect(await phases()).toEqual(['negotiation', 'unreachable']);
    expect(await near.tables.bring(id)).toMatchObject({ code: 'unavailable' });
    expect(await host.act({ type: 'pause', text: '', tables: 'all' })).toMatchObject({ done: [1] });
    await expect(near.removals.table(id)).rejects.toMatchObject({ code: 'unavailable' });
    far.hangUp(false);
    expect(await phases()).toEqual(['negotiation', 'negotiation']);
  });

  test('a class that nobody has asked for in an hour leaves memory, and is as it was for whoever comes back', async () => {
    const plan = ClassPlanFormat.parse({});
    const { host: quiet } = await near.classes.create(plan);
    const { host: busy } = await near.classes.create(plan);
    await quiet.join({ guest: someGuest, line: null, isFacilitator: false });
    const [code, other] = [quiet, busy].map(({ desk }) => desk.record.code) as [string, string];
    await clock.advance(3_599_999);
    expect(await near.classes.byCode(other)).toBe(busy);
    await clock.advance(1);
    await near.classes.create(plan);
    expect(await near.classes.byCode(other)).toBe(busy);
    const again = await near.classes.byCode(code);
    expect(again).not.toBe(quiet);
    expect(again!.desk.journal.state()).toEqual(quiet.desk.journal.state());
  });

  test('a table of a server that is gone is deleted without it', async () => {
    const { id } = (await openFar()).record;
    await far.silence();
    await near.removals.table(id);
    expect(await near.store.tableById(id)).toBeNull();
  });

  test('a guest of a table there is deleted from here: the others keep its record, without the name', async () => {
    const there = await openFar();
    const { id } = there.record;
    await far.store.addGuest(someGuest, 'hash of ann');
    await there.takeSeat(someGuest, 'KR');
    await there.takeSeat({ ...someGuest, id: 'bo', name: 'Bo' }, 'US');
    await there.takeSeat({ ...someGuest, id: 'cy', name: 'Cy' }, 'CN');
    await there.keepFacts();
    await near.removals.guest(someGuest.id);
    const text = JSON.stringify(await far.store.entriesOf(id));
    expect(text).not.toContain(someGuest.name.slice(0, 5));
    expect(text).toContain('Bo');
  });
};

describe('on SQLite', () => conformance(sqliteBed));
describe.skipIf(!(await hasPostgres()))('on Postgres', () => conformance(postgresBed));
