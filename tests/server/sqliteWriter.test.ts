import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CompiledQuery } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../server/storage/sqliteDatabase.ts';
import { sqliteWriter } from '../../server/storage/sqliteWriter.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'between-giants-writer-'));
  openDatabase(folder).exec('CREATE TABLE notes (text TEXT PRIMARY KEY)');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const note = (text: unknown) =>
  ({ sql: 'INSERT INTO notes VALUES (?)', parameters: [text] }) as unknown as CompiledQuery;
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
