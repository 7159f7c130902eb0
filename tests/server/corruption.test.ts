import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fc, test } from '@fast-check/vitest';
import { afterAll, beforeAll, expect } from 'vitest';
import { isProblem } from '../../server/http/errorCodes.ts';
import { openLog } from '../../server/log.ts';
import { claimTable } from '../../server/rooms/claimTable.ts';
import type { LogStore } from '../../server/storage/logStore.ts';
import { openSqlite, openSqliteStore } from '../../server/storage/sqlite.ts';
import { databaseFile } from '../../server/storage/sqliteDatabase.ts';
import { StoreFailure } from '../../server/storage/storeFailure.ts';
import { manualClock } from '../helpers/manualClock.ts';
import { selfOf, someEntries, someTable } from '../helpers/stores.ts';

const COUNT = 20;
const IDS = ['one', 'two', 'three'] as const;
const COLUMNS = ['actor', 'id', 'action', 'events', 'hash'] as const;
const folder = mkdtempSync(join(tmpdir(), 'between-giants-corruption-'));
const logs = Object.fromEntries(IDS.map((id) => [id, someEntries(COUNT, `말 ${id}`)]));
let store: LogStore;
let file: DatabaseSync;

/** Writes the tables of this test into a fresh store. */
const fill = async (into: LogStore): Promise<void> => {
  for (const id of IDS) {
    await into.addTable(someTable(id));
    for (const entry of logs[id]!) await into.append(id, entry, 1);
  }
};

beforeAll(async () => {
  store = await openSqliteStore(folder);
  file = new DatabaseSync(databaseFile(folder), { timeout: 5000 });
  await fill(store);
});
afterAll(async () => {
  file.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const houseOf = (held: LogStore) => {
  return { store: held, clock: manualClock(), log: openLog('silent') };
};

/** What somebody gets who wants a table: the code of a refusal, or how many entries of the true log, or `wrong`. */
const opened = async (held: LogStore, id: string): Promise<string | number> => {
  try {
    const found = await claimTable(houseOf(held), id);
    if (isProblem(found)) return found.code;
    const { entries } = found.table;
    const isTrue = JSON.stringify(entries) === JSON.stringify(logs[id]?.slice(0, entries.length));
    const isKnown = JSON.stringify(found.record) === JSON.stringify(someTable(id));
    return isTrue && isKnown ? entries.length : 'wrong';
  } catch (error) {
    if (error instanceof StoreFailure) return error.code;
    throw error;
  }
};

/** Does something to the rows, opens the first table, and takes it back. */
const openedAfter = async (damage: () => void): Promise<string | number> => {
  const kept = ['entries', 'tables'];
  for (const name of kept) file.exec(`CREATE TEMP TABLE kept_${name} AS SELECT * FROM ${name}`);
  try {
    damage();
    return await opened(store, 'one');
  } finally {
    for (const name of kept)
      file.exec(
        `DELETE FROM ${name}; INSERT INTO ${name} SELECT * FROM kept_${name}; DROP TABLE kept_${name}`,
      );
  }
};

const place = { seq: fc.integer({ min: 2, max: COUNT }), column: fc.constantFrom(...COLUMNS) };
const textAt = (seq: number, column: string): string =>
  String(
    file.prepare(`SELECT ${column} AS text FROM entries WHERE table_id = 'one' AND seq = ?`).get(seq)!.text,
  );
/** An id that another entry has is refused by the database itself. */
const put = (seq: number, column: string, value: string | Uint8Array) => () => {
  const sql = `UPDATE OR IGNORE entries SET ${column} = CAST(? AS TEXT) WHERE table_id = 'one' AND seq = ?`;
  fc.pre(file.prepare(sql).run(value, seq).changes === 1);
};

test('what nobody has touched opens', async () => {
  expect(await openedAfter(() => {})).toBe(COUNT);
});

test.prop({ ...place, at: fc.nat(), flip: fc.integer({ min: 1, max: 127 }) }, { numRuns: 40 })(
  'a byte of an entry that was changed anywhere is found',
  async ({ seq, column, at, flip }) => {
    const bytes = Buffer.from(textAt(seq, column));
    bytes[at % bytes.length]! ^= flip;
    expect(await openedAfter(put(seq, column, bytes))).toBe('table.broken');
  },
);

test.prop({ ...place, at: fc.nat() }, { numRuns: 40 })(
  'a value of an entry that was cut off is found',
  async ({ seq, column, at }) => {
    const text = textAt(seq, column);
    expect(await openedAfter(put(seq, column, text.slice(0, at % text.length)))).toBe('table.broken');
  },
);

test.prop(
  { from: fc.integer({ min: 1, max: COUNT }), most: fc.integer({ min: 1, max: COUNT }) },
  { numRuns: 40 },
)(
  'entries that are missing are found, at the beginning, in the middle and at the end',
  async ({ from, most }) => {
    const damage = () =>
      file.exec(`DELETE FROM entries WHERE table_id = 'one' AND seq BETWEEN ${from} AND ${from + most - 1}`);
    expect(await openedAfter(damage)).toBe('table.broken');
  },
);

test.each([
  [
    "last_seq = 19, last_hash = (SELECT hash FROM entries WHERE table_id = 'one' AND seq = 19)",
    'table.broken',
  ],
  ["last_hash = ''", 'table.broken'],
  ["options = '{'", 'table.broken'],
  ["facts = ''", 'table.broken'],
  ["creator = 'somebody else'", 'table.broken'],
  ['owner = NULL, epoch = 7', COUNT],
])('a row of a table with %s: %s', async (change, outcome) => {
  expect(await openedAfter(() => file.exec(`UPDATE tables SET ${change} WHERE id = 'one'`))).toBe(outcome);
});

const FILES = ['between-giants.db', 'between-giants.db-wal', 'between-giants.commits'];

/** What became of the tables of a copy, and how many commits it says that it misses. */
type Found = { readonly outcomes: readonly (string | number)[]; readonly missing: number };

/** Opens a copy of a store's files after something was done to the bytes of one of them. */
const openedFromCopy = async (
  from: string,
  suffix: string,
  damage: (bytes: Buffer) => Buffer,
): Promise<Found> => {
  const copy = mkdtempSync(join(tmpdir(), 'between-giants-copy-'));
  for (const name of FILES)
    if (existsSync(join(from, name))) copyFileSync(join(from, name), join(copy, name));
  const path = databaseFile(copy) + suffix;
  writeFileSync(path, damage(readFileSync(path)));
  try {
    let missing = 0;
    const { store: held } = await openSqlite(
      copy,
      selfOf('copy', true),
      () => {},
      (commits) => {
        missing = commits;
      },
    );
    const outcomes: (string | number)[] = [];
    for (const id of IDS) outcomes.push(await opened(held, id));
    await held.close().catch(() => {});
    return { outcomes, missing };
  } catch {
    // The server says why it can't start.
    return { outcomes: ['no start'], missing: 0 };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
};

const damages = {
  share: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  flips: fc.array(fc.integer({ min: 1, max: 255 }), { minLength: 0, maxLength: 8 }),
};

/** No flips: the file ends there. */
const damaging =
  (share: number, flips: readonly number[]) =>
  (bytes: Buffer): Buffer => {
    const at = Math.floor(share * bytes.length);
    if (flips.length === 0) return bytes.subarray(0, at);
    flips.forEach((flip, i) => {
      bytes[(at + i) % bytes.length]! ^= flip;
    });
    return bytes;
  };

const FINE = [COUNT, 'table.broken', 'table.unknown', 'unavailable', 'no start'];

test.prop(damages, { numRuns: 150 })(
  'a database file with flipped bytes or an early end is never wrong silently',
  async ({ share, flips }) => {
    const closed = join(folder, 'closed');
    if (!existsSync(closed)) {
      const whole = await openSqliteStore(closed);
      await fill(whole);
      await whole.close();
    }
    const { outcomes } = await openedFromCopy(closed, '', damaging(share, flips));
    for (const outcome of outcomes) expect(FINE).toContain(outcome);
  },
);

test.prop(damages, { numRuns: 25 })(
  'a damaged write-ahead log brings a table back as it once was at the worst, and the server says that commits are missing',
  async ({ share, flips }) => {
    const { outcomes, missing } = await openedFromCopy(folder, '-wal', damaging(share, flips));
    for (const outcome of outcomes) if (typeof outcome === 'string') expect(FINE).toContain(outcome);
    const isWhole = outcomes.every((outcome) => outcome === COUNT);
    if (!isWhole && outcomes[0] !== 'no start') expect(missing).toBeGreaterThan(0);
  },
);

test('commits count themselves: a whole store misses none, an older copy those since, also where the numbers begin anew', async () => {
  const newest = 2 ** 31 - 1;
  for (const before of [0, newest]) {
    const place = mkdtempSync(join(tmpdir(), 'between-giants-count-'));
    const missing: number[] = [];
    const open = () =>
      openSqlite(
        place,
        selfOf('one', true),
        () => {},
        (commits) => missing.push(commits),
      );
    const first = await open();
    await first.store.close();
    const set = new DatabaseSync(databaseFile(place));
    set.exec(`PRAGMA user_version = ${before}`);
    set.close();
    rmSync(join(place, 'between-giants.commits'), { force: true });
    const second = await open();
    await second.store.addTable(someTable('one'));
    await second.store.close();
    expect(missing).toEqual([]);
    const older = join(place, 'older');
    copyFileSync(databaseFile(place), older);
    const third = await open();
    for (const entry of logs.one!.slice(0, 3)) await third.store.append('one', entry, 1);
    await third.store.close();
    expect(missing).toEqual([]);
    copyFileSync(older, databaseFile(place));
    await (await open()).store.close();
    // The three entries, and that the process signed off.
    expect(missing).toEqual([4]);
    rmSync(place, { recursive: true });
  }
});
