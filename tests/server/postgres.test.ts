import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPostgres } from '../../server/storage/postgres.ts';
import type { OpenStore } from '../../server/storage/sqlStore.ts';
import { LogMoved, StoreFailure } from '../../server/storage/storeFailure.ts';
import {
  type BreakingLine,
  breakingLine,
  hasPostgres,
  newDatabase,
  type TestDatabase,
} from '../helpers/postgres.ts';
import { selfOf, someEntries, someTable } from '../helpers/stores.ts';

const NOW = 1_750_000_000_000;
const entries = someEntries(10);

describe.skipIf(!(await hasPostgres()))('a line to Postgres that breaks', () => {
  let database: TestDatabase;
  let line: BreakingLine;
  let far: OpenStore;

  beforeAll(async () => {
    database = await newDatabase();
    line = await breakingLine(database.url);
    far = await openPostgres(line.url, selfOf('far'), () => {});
    await far.store.beat(NOW);
  });
  afterAll(async () => {
    await far.store.close();
    await line.close();
    await database.drop();
  });

  let count = 0;
  const newTable = async (): Promise<string> => {
    const id = `line-${count++}`;
    await far.store.addTable(someTable(id));
    await far.store.append(id, entries[0]!, 1);
    return id;
  };
  const stored = async (id: string) => (await far.store.entriesOf(id)).map(({ seq }) => seq);

  test('before the commit arrives: nothing has happened, it says so, and the same entry may come again', async () => {
    const id = await newTable();
    line.nextCommit = 'is lost';
    const failure = await far.store.append(id, entries[1]!, 1).catch((error) => error);
    expect(failure).toBeInstanceOf(StoreFailure);
    expect(failure).not.toBeInstanceOf(LogMoved);
    expect(await stored(id)).toEqual([1]);
    await far.store.append(id, entries[1]!, 1);
    expect(await stored(id)).toEqual([1, 2]);
  });

  test('after the commit, before its answer: it is found out that the entry is in the log', async () => {
    const id = await newTable();
    line.nextCommit = 'is done unheard';
    await far.store.append(id, entries[1]!, 1);
    expect(await stored(id)).toEqual([1, 2]);
    await far.store.append(id, entries[2]!, 1);
    expect(await stored(id)).toEqual([1, 2, 3]);
  });

  test('for as long as it is down everything is unavailable; then all goes on by itself', async () => {
    const id = await newTable();
    line.cut();
    for (const asked of [
      () => far.store.append(id, entries[1]!, 1),
      () => far.store.guestByToken('any'),
      () => far.store.claim(id, NOW),
      () => far.fleet.others(NOW),
    ])
      await expect(asked()).rejects.toMatchObject({ code: 'unavailable' });
    line.mend();
    await far.store.append(id, entries[1]!, 1);
    expect(await stored(id)).toEqual([1, 2]);
  });

  test('in the middle of a read: the read is unavailable, and the process lives on', async () => {
    await database.run('BEGIN');
    await database.run('LOCK TABLE guests IN ACCESS EXCLUSIVE MODE');
    const asked = far.store.guestByToken('any').catch((error) => error);
    const readers = `SELECT 1 FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    while ((await database.run(readers)).length === 0);
    line.cut();
    expect(await asked).toMatchObject({ code: 'unavailable' });
    await database.run('ROLLBACK');
    line.mend();
    expect(await far.store.guestByToken('any')).toBeNull();
  });

  test('that fall silent: the reads that wait for them fail, and all others are answered', async () => {
    const id = await newTable();
    await Promise.all(Array.from({ length: 10 }, () => far.store.tableById(id)));
    line.hush();
    await expect(far.store.tableById(id)).rejects.toMatchObject({ code: 'unavailable' });
    expect(await far.store.tableById(id)).toMatchObject({ id });
  });

  test('that falls silent at a commit: it is found out that nothing has happened, and nobody is kept from the table', async () => {
    const id = await newTable();
    line.nextCommit = 'is swallowed';
    const failure = await far.store.append(id, entries[1]!, 1).catch((error) => error);
    expect(failure).toBeInstanceOf(StoreFailure);
    expect(failure).not.toBeInstanceOf(LogMoved);
    await far.store.append(id, entries[1]!, 1);
    expect(await stored(id)).toEqual([1, 2]);
  });

  test('sessions that the database ends between two appends cost nothing', async () => {
    const id = await newTable();
    await database.run(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    );
    const first = await far.store.append(id, entries[1]!, 1).catch((error) => error);
    if (first !== undefined) {
      expect(first).toMatchObject({ code: 'unavailable' });
      await far.store.append(id, entries[1]!, 1);
    }
    expect(await stored(id)).toEqual([1, 2]);
  });
});
