import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import type { Engine } from './engine.ts';
import type { LogStore } from './logStore.ts';
import type { Self } from './owners.ts';
import type { Rows } from './rows.ts';
import { sqliteDialect } from './sqliteDialect.ts';
import { type OpenStore, sqlStore } from './sqlStore.ts';

/** Where the database of a folder is. */
export const databaseFile = (folder: string): string => join(folder, 'between-giants.db');

const openDatabase = (folder: string): DatabaseSync => {
  mkdirSync(folder, { recursive: true });
  const database = new DatabaseSync(databaseFile(folder));
  // FULL: an answer means that the action survives a power cut.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 250');
  // What is deleted is overwritten.
  database.exec('PRAGMA secure_delete = ON');
  return database;
};

const CONSTRAINT = 19;
const isConstraint = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === CONSTRAINT;

/** Transactions are synchronous, so that nothing of another task gets into one. Their few statements are prepared once. */
const atomicallyIn = (database: DatabaseSync): Engine['atomically'] => {
  const prepared = new Map<string, StatementSync>();
  const statementOf = (sql: string): StatementSync => {
    const statement = prepared.get(sql) ?? database.prepare(sql);
    prepared.set(sql, statement);
    return statement;
  };
  return async (statements) => {
    database.exec('BEGIN IMMEDIATE');
    try {
      const isDone = statements.every(
        ({ sql, parameters }) =>
          statementOf(sql).run(...(parameters as readonly SQLInputValue[])).changes === 1,
      );
      database.exec(isDone ? 'COMMIT' : 'ROLLBACK');
      return isDone ? 'done' : 'refused';
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      if (isConstraint(error)) return 'refused';
      throw error;
    }
  };
};

const sqliteEngine = (folder: string): Engine => {
  const database = openDatabase(folder);
  return {
    db: new Kysely<Rows>({ dialect: sqliteDialect(database) }),
    atomically: atomicallyIn(database),
  };
};

/** Opens the store in a folder, which is made if need be. */
export const openSqlite = (folder: string, self: Self): Promise<OpenStore> =>
  sqlStore(sqliteEngine(folder), self);

/** The store in a folder, for whoever serves no tables: tools and tests. */
export const openSqliteStore = async (folder: string): Promise<LogStore> => {
  const reader = { id: 'reader', address: '', secret: '', isAlone: true };
  return (await openSqlite(folder, reader)).store;
};
