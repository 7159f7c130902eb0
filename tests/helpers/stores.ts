import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Dialect, Kysely, PostgresDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import pg from 'pg';
import type { Guest, TableRecord } from '../../server/storage/logStore.ts';
import { MIGRATIONS } from '../../server/storage/migrations/index.ts';
import type { Self } from '../../server/storage/owners.ts';
import { openPostgres } from '../../server/storage/postgres.ts';
import { openSqlite } from '../../server/storage/sqlite.ts';
import { databaseFile } from '../../server/storage/sqliteDatabase.ts';
import { sqliteDialect } from '../../server/storage/sqliteDialect.ts';
import type { OpenStore } from '../../server/storage/sqlStore.ts';
import type { TableFacts } from '../../server/tableFacts.ts';
import { chainHash, type Entry } from '../../shared/engine/log.ts';
import { newDatabase } from './postgres.ts';

/** A database that several stores may be opened on. */
export type StoreBed = {
  readonly open: (id: string, isAlone?: boolean, address?: string) => Promise<OpenStore>;
  /** Gives it the first form it ever had, before any store is opened. */
  readonly begin: () => Promise<void>;
  /** Does something to it behind the stores' backs. */
  readonly run: (sql: string) => Promise<readonly Record<string, unknown>[]>;
  readonly remove: () => Promise<void>;
};

export const selfOf = (id: string, isAlone = false, address = `${id}:1`): Self => ({
  id,
  address,
  secret: `secret of ${id}`,
  isAlone,
});

const firstForm = async (dialect: Dialect): Promise<void> => {
  const db = new Kysely<unknown>({ dialect });
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  const { error } = await migrator.migrateTo('001-start');
  await db.destroy();
  if (error !== undefined) throw error;
};

export const sqliteBed = async (): Promise<StoreBed> => {
  const folder = mkdtempSync(join(tmpdir(), 'between-giants-store-'));
  let file: DatabaseSync | null = null;
  return {
    begin: () => firstForm(sqliteDialect(new DatabaseSync(databaseFile(folder)))),
    open: (id, isAlone, address) => openSqlite(folder, selfOf(id, isAlone, address), () => {}),
    run: async (sql) => {
      file ??= new DatabaseSync(databaseFile(folder));
      return file.prepare(sql).all();
    },
    remove: async () => {
      file?.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

export const postgresBed = async (): Promise<StoreBed> => {
  const database = await newDatabase();
  return {
    begin: () => firstForm(new PostgresDialect({ pool: new pg.Pool({ connectionString: database.url }) })),
    open: (id, isAlone, address) => openPostgres(database.url, selfOf(id, isAlone, address), () => {}),
    run: database.run,
    remove: database.drop,
  };
};

export const someGuest: Guest = { id: 'ann', name: 'Ann 안 안娜 "\'\\ 🦊', created: 1_750_000_000_123 };

export const someTable = (id: string, phase: TableFacts['phase'] = 'waiting'): TableRecord => {
  const options = {
    scenario: 'tariff-pause-2025',
    timeControl: 'standard',
    press: 'full',
    explain: false,
    listed: true,
    quick: false,
    mandates: 'drawn',
  } as const;
  const code = `CODE-${id}`;
  const vacant = { kind: 'vacant' } as const;
  const seats = { US: vacant, KR: { kind: 'person', name: '안 "Ann"', present: false }, CN: vacant } as const;
  const facts = { ...options, code, phase, round: 0, roundMs: 240_000, created: 1, seats, watching: 0 };
  return { id, code, creator: 'ann', created: 1, options, facts };
};

/** A sound chain of speeches. */
export const someEntries = (count: number, text = '말 🦊 "\'\\'): readonly Entry[] => {
  const entries: Entry[] = [];
  for (let seq = 1; seq <= count; seq++) {
    const bare: Omit<Entry, 'hash'> = {
      seq,
      at: 1_750_000_000_000 + seq,
      actor: seq === 1 ? 'system' : 'US',
      id: seq === 1 ? null : `speech-${String(seq).padStart(4, '0')}`,
      action: { type: 'speak', to: 'all', text: `${text} ${seq}`, pledge: null },
      events: [],
    };
    entries.push({ ...bare, hash: chainHash(entries.at(-1)?.hash ?? '', bare) });
  }
  return entries;
};
