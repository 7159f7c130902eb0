import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fc, test } from '@fast-check/vitest';
import { afterAll, beforeAll, expect } from 'vitest';
import type { LogStore } from '../../server/storage/logStore.ts';
import { databaseFile, openSqliteStore } from '../../server/storage/sqlite.ts';
import { brokenAt, chainHash, type Entry } from '../../shared/engine/log.ts';

const COUNT = 20;
const COLUMNS = ['actor', 'id', 'action', 'events', 'hash'] as const;
const folder = mkdtempSync(join(tmpdir(), 'between-giants-corruption-'));
let store: LogStore;
let file: DatabaseSync;

beforeAll(async () => {
  store = await openSqliteStore(folder);
  file = new DatabaseSync(databaseFile(folder));
  let before = '';
  for (let seq = 1; seq <= COUNT; seq++) {
    const action = { type: 'speak', to: 'all', text: `말 ${seq}`, pledge: null };
    const bare: Omit<Entry, 'hash'> = {
      seq,
      at: seq * 1000,
      actor: 'US',
      id: String.fromCharCode(64 + seq).repeat(8),
      action,
      events: [],
    };
    before = chainHash(before, bare);
    store.append('t', { ...bare, hash: before });
  }
});
afterAll(async () => {
  file.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Does something to the log, reads it, and takes it back. */
const brokenAfter = async (damage: () => void): Promise<number | null> => {
  file.exec('CREATE TEMP TABLE kept AS SELECT * FROM entries');
  try {
    damage();
    return brokenAt(await store.entriesOf('t'));
  } finally {
    file.exec('DELETE FROM entries; INSERT INTO entries SELECT * FROM kept; DROP TABLE kept');
  }
};

const place = { seq: fc.integer({ min: 1, max: COUNT }), column: fc.constantFrom(...COLUMNS) };

test.prop({ ...place, at: fc.nat(), flip: fc.integer({ min: 1, max: 127 }) }, { numRuns: 100 })(
  'a byte that was changed anywhere breaks the log there, and never throws',
  async ({ seq, column, at, flip }) => {
    const row = file.prepare(`SELECT ${column} AS text FROM entries WHERE seq = ?`).get(seq);
    const bytes = Buffer.from(String(row!.text));
    bytes[at % bytes.length]! ^= flip;
    const damage = () =>
      file.prepare(`UPDATE entries SET ${column} = CAST(? AS TEXT) WHERE seq = ?`).run(bytes, seq);
    expect(await brokenAfter(damage)).toBe(seq);
  },
);

test.prop({ ...place, at: fc.nat() }, { numRuns: 100 })(
  'a value that was cut off breaks the log there',
  async ({ seq, column, at }) => {
    const row = file.prepare(`SELECT ${column} AS text FROM entries WHERE seq = ?`).get(seq);
    const text = String(row!.text);
    const damage = () =>
      file
        .prepare(`UPDATE entries SET ${column} = ? WHERE seq = ?`)
        .run(text.slice(0, at % text.length), seq);
    expect(await brokenAfter(damage)).toBe(seq);
  },
);

test.prop({ seq: fc.integer({ min: 1, max: COUNT - 1 }) })(
  'an entry that is missing breaks the log in its place',
  async ({ seq }) => {
    const damage = () => file.prepare('DELETE FROM entries WHERE seq = ?').run(seq);
    expect(await brokenAfter(damage)).toBe(seq);
  },
);
