import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CompiledQuery } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSqlite } from '../../server/storage/sqlite.ts';
import { openDatabase } from '../../server/storage/sqliteDatabase.ts';
import { sqliteWriter } from '../../server/storage/sqliteWriter.ts';
import { selfOf, someGuest, someTable } from '../helpers/stores.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'between-giants-writer-'));
  openDatabase(folder).exec('CREATE TABLE notes (text TEXT PRIMARY KEY)');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const note = (text: unknown) =>
  ({ sql: 'INSERT INTO notes VALUES (?)', parameters: [text] }) as unknown as CompiledQuery;
const query = (sql: string) => ({ sql, parameters: [] }) as unknown as CompiledQuery;
const notes = () =>
  openDatabase(folder)
    .prepare('SELECT text FROM notes ORDER BY rowid')
    .all()
    .map(({ text }) => text);

test('what is written before the end is there, in its order, each refused by itself', async () => {
  const writer = sqliteWriter(folder, () => {});
  const outcomes = ['a', 'b', 'a', 'c'].map((text) => writer.atomically([note(text)]));
  const both = writer.atomically([note('d'), note('b')]);
  await writer.close();
  expect(await Promise.all([...outcomes, both])).toEqual(['done', 'done', 'refused', 'done', 'refused']);
  expect(notes()).toEqual(['a', 'b', 'c']);
});

test('what can’t be sent to the thread fails, and costs nothing else', async () => {
  const writer = sqliteWriter(folder, () => {});
  await expect(writer.atomically([note(() => {})])).rejects.toThrow('could not be cloned');
  expect(await writer.atomically([note('a')])).toBe('done');
  await writer.close();
});

test('a thread that dies leaves it open what became of its work, and another goes on', async () => {
  const lost: Error[] = [];
  const writer = sqliteWriter(folder, (error) => lost.push(error));
  // No thread can begin where the folder is not one.
  const aside = `${folder}-aside`;
  renameSync(folder, aside);
  writeFileSync(folder, '');
  expect(await Promise.all([writer.atomically([note('a')]), writer.atomically([note('b')])])).toEqual([
    'doubtful',
    'doubtful',
  ]);
  expect(lost).toHaveLength(1);
  rmSync(folder);
  renameSync(aside, folder);
  expect(await writer.atomically([note('a')])).toBe('done');
  await writer.close();
  expect(notes()).toEqual(['a']);
});

test('a statement alone tells what it changed and gives back; one that fails costs nothing else', async () => {
  const writer = sqliteWriter(folder, () => {});
  const written = ['a', 'b'].map((text) => writer.change(note(text)));
  const twice = writer.change(note('a'));
  const gone = writer.change(query("DELETE FROM notes WHERE text < 'c' RETURNING text"));
  await expect(twice).rejects.toThrow('UNIQUE');
  expect(await Promise.all(written)).toEqual([
    { changes: 1, rows: [] },
    { changes: 1, rows: [] },
  ]);
  expect(await gone).toEqual({ changes: 2, rows: [{ text: 'a' }, { text: 'b' }] });
  expect(await writer.change(query('DELETE FROM notes'))).toEqual({ changes: 0, rows: [] });
  await writer.close();
});

test('while somebody else holds the database, whatever is to be written keeps nobody but its writer waiting', async () => {
  const { store } = await openSqlite(folder, selfOf('one', true), () => {});
  const table = someTable('t1');
  await store.addGuest(someGuest, 'hash');
  await store.addTable(table);
  const opened = { id: 'c1', code: 'KLMN2345', created: 1, secretHash: 'x', rosterKey: 'y', plan: {} };
  await store.classes.addClass(opened);
  const other = openDatabase(folder);
  other.exec('BEGIN IMMEDIATE');
  const fact = { seq: 1, at: 1, fact: { kind: 'closed' } };
  const writes = Promise.all([
    store.renameGuest(someGuest.id, 'Anna'),
    store.classes.addClass({ ...opened, id: 'c2', code: 'PQRS2345' }),
    store.classes.addFact(opened.id, fact, [table.id]),
    store.daily.begin({ day: '2026-11-25', guest: someGuest.id, tableId: table.id }),
    store.visits.begin('key', 2, 1),
    store.claim(table.id, 1),
    store.keeping.deleteTable('none'),
  ]);
  // A thread that waited for the lock itself would not come here before it had given up.
  await new Promise((resolve) => setImmediate(resolve));
  other.exec('COMMIT');
  await writes;
  expect(await store.guestByToken('hash')).toMatchObject({ name: 'Anna' });
  expect(await store.classes.factsOf(opened.id)).toEqual([fact]);
  expect(await store.classes.tablesOf(opened.id)).toEqual([table.id]);
  await store.close();
});
