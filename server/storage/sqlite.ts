import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, type Selectable } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { Entry } from '../../shared/engine/log.ts';
import type { Actor } from '../../shared/seats.ts';
import { type ClassRows, classesIn } from './classStore.ts';
import type { LogStore, TableRecord } from './logStore.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { sqliteDialect } from './sqliteDialect.ts';

type Rows = {
  guests: { id: string; token_hash: string; name: string; created: number };
  tables: {
    id: string;
    code: string;
    creator: string;
    created: number;
    options: string;
    status: string;
    facts: string;
    changed: number;
  };
  entries: {
    table_id: string;
    seq: number;
    at: number;
    actor: string;
    id: string | null;
    action: string;
    events: string;
    hash: string;
  };
  heartbeat: { id: number; at: number };
} & ClassRows;

/** Where the database of a folder is. */
export const databaseFile = (folder: string): string => join(folder, 'between-giants.db');

const openDatabase = (folder: string): DatabaseSync => {
  mkdirSync(folder, { recursive: true });
  const database = new DatabaseSync(databaseFile(folder));
  // FULL: an answer means that the action survives a power cut.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 250');
  return database;
};

const migrate = async (db: Kysely<Rows>): Promise<void> => {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
};

const statusOf = (phase: string): string => (phase === 'ended' ? 'ended' : 'open');

const recordOf = (row: Selectable<Rows['tables']>): TableRecord => ({
  id: row.id,
  code: row.code,
  creator: row.creator,
  created: row.created,
  options: JSON.parse(row.options),
  facts: JSON.parse(row.facts),
});

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** A row whose JSON is torn becomes an entry of nothing, with a hash that no chain accepts: the log breaks there. */
const entryOf = (row: Selectable<Rows['entries']>): Entry => {
  const { seq, at, id } = row;
  const [action, events] = [jsonOf(row.action), jsonOf(row.events)];
  const isWhole = action !== null && Array.isArray(events);
  return {
    seq,
    at,
    actor: row.actor as Actor,
    id,
    action,
    events: isWhole ? events : [],
    hash: isWhole ? row.hash : '',
  };
};

const guestsIn = (db: Kysely<Rows>): Pick<LogStore, 'addGuest' | 'renameGuest' | 'guestByToken'> => ({
  addGuest: async (guest, tokenHash) => {
    await db
      .insertInto('guests')
      .values({ ...guest, token_hash: tokenHash })
      .execute();
  },
  renameGuest: async (id, name) => {
    await db.updateTable('guests').set({ name }).where('id', '=', id).execute();
  },
  guestByToken: async (tokenHash) => {
    const found = db
      .selectFrom('guests')
      .select(['id', 'name', 'created'])
      .where('token_hash', '=', tokenHash);
    return (await found.executeTakeFirst()) ?? null;
  },
});

const tablesIn = (
  db: Kysely<Rows>,
): Pick<LogStore, 'addTable' | 'tableById' | 'tableByCode' | 'openTableIds' | 'entriesOf'> => {
  const tableWhere = async (column: 'id' | 'code', value: string): Promise<TableRecord | null> => {
    const row = await db.selectFrom('tables').selectAll().where(column, '=', value).executeTakeFirst();
    return row === undefined ? null : recordOf(row);
  };
  return {
    addTable: async ({ id, code, creator, created, options, facts }) => {
      const row = { id, code, creator, created, status: statusOf(facts.phase), changed: created };
      const { numInsertedOrUpdatedRows: added } = await db
        .insertInto('tables')
        .values({ ...row, options: JSON.stringify(options), facts: JSON.stringify(facts) })
        .onConflict((conflict) => conflict.column('code').doNothing())
        .executeTakeFirstOrThrow();
      return added === 1n;
    },
    tableById: (id) => tableWhere('id', id),
    tableByCode: (code) => tableWhere('code', code),
    openTableIds: async () => {
      const open = db.selectFrom('tables').select('id').where('status', '=', 'open');
      const rows = await open.orderBy('changed', 'desc').execute();
      return rows.map((row) => row.id);
    },
    entriesOf: async (tableId) => {
      const rows = db.selectFrom('entries').selectAll().where('table_id', '=', tableId).orderBy('seq');
      return (await rows.execute()).map(entryOf);
    },
  };
};

/** Statements of the playing server: prepared once, synchronous, each its own durable transaction. */
const hotStatements = (database: DatabaseSync): Pick<LogStore, 'append' | 'saveFacts' | 'beat'> => {
  const append = database.prepare(
    'INSERT INTO entries (table_id, seq, at, actor, id, action, events, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const saveFacts = database.prepare('UPDATE tables SET status = ?, facts = ?, changed = ? WHERE id = ?');
  const beat = database.prepare(
    'INSERT INTO heartbeat (id, at) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET at = excluded.at',
  );
  return {
    append: async (tableId, { seq, at, actor, id, action, events, hash }) => {
      append.run(tableId, seq, at, actor, id, JSON.stringify(action), JSON.stringify(events), hash);
    },
    saveFacts: async (id, facts, now) => {
      saveFacts.run(statusOf(facts.phase), JSON.stringify(facts), now, id);
    },
    beat: async (at) => {
      beat.run(at);
    },
  };
};

/** Opens the store in a folder, which is made if need be, and brings its form up to date. */
export const openSqliteStore = async (folder: string): Promise<LogStore> => {
  const database = openDatabase(folder);
  const db = new Kysely<Rows>({ dialect: sqliteDialect(database) });
  await migrate(db);
  const before = await db.selectFrom('heartbeat').select('at').executeTakeFirst();
  return {
    ...guestsIn(db),
    ...tablesIn(db),
    ...hotStatements(database),
    // The classes' part sees its own tables only.
    classes: classesIn(db as unknown as Kysely<ClassRows>),
    lastBeat: async () => before?.at ?? null,
    close: () => db.destroy(),
  };
};
