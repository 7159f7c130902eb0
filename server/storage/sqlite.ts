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

type Statements = Parameters<Engine['atomically']>[0];
type Outcome = 'done' | 'refused';

// How far apart commits begin when there is much to commit: what comes meanwhile goes into the next.
const GATHER_MS = 4;

/** Statements that wait for the next commit, and whoever waits for them. */
type Waiting = {
  readonly statements: Statements;
  readonly done: (outcome: Outcome) => void;
  readonly failed: (error: unknown) => void;
};

/**
 * Transactions are synchronous, so that nothing of another task gets into one. What comes in one turn of the event loop, or
 * soon after the last commit, is committed together, from however many tables: the disk is waited for once, which is what a
 * commit costs. Each is done or refused by itself; when the common commit fails, each is tried alone. The few statements are
 * prepared once.
 */
const atomicallyIn = (database: DatabaseSync): Engine['atomically'] => {
  const prepared = new Map<string, StatementSync>();
  const statementOf = (sql: string): StatementSync => {
    const statement = prepared.get(sql) ?? database.prepare(sql);
    prepared.set(sql, statement);
    return statement;
  };
  const isEachDone = (statements: Statements): boolean =>
    statements.every(
      ({ sql, parameters }) =>
        statementOf(sql).run(...(parameters as readonly SQLInputValue[])).changes === 1,
    );
  /** Within the transaction: leaves nothing behind when it is refused. */
  const attempt = (statements: Statements): Outcome => {
    database.exec('SAVEPOINT one');
    try {
      const isDone = isEachDone(statements);
      if (!isDone) database.exec('ROLLBACK TO one');
      database.exec('RELEASE one');
      return isDone ? 'done' : 'refused';
    } catch (error) {
      if (!isConstraint(error) || !database.isTransaction) throw error;
      database.exec('ROLLBACK TO one');
      database.exec('RELEASE one');
      return 'refused';
    }
  };
  const commit = (group: readonly Waiting[]): void => {
    let outcomes: readonly Outcome[] = [];
    // Another process may hold the lock: nobody waits for that twice.
    let isBegun = false;
    try {
      database.exec('BEGIN IMMEDIATE');
      isBegun = true;
      outcomes = group.map(({ statements }) => attempt(statements));
      database.exec('COMMIT');
    } catch (error) {
      if (isBegun && database.isTransaction) database.exec('ROLLBACK');
      if (isBegun && group.length > 1) for (const one of group) commit([one]);
      else for (const { failed } of group) failed(error);
      return;
    }
    for (const [i, outcome] of outcomes.entries()) group[i]?.done(outcome);
  };
  let waiting: Waiting[] = [];
  let began = Number.NEGATIVE_INFINITY;
  const flush = (): void => {
    const group = waiting;
    waiting = [];
    began = performance.now();
    try {
      commit(group);
    } catch (error) {
      // Nobody waits for ever: who has had an answer already takes no second one.
      for (const { failed } of group) failed(error);
    }
  };
  return (statements) =>
    new Promise((done, failed) => {
      if (waiting.length === 0) {
        const due = began + GATHER_MS - performance.now();
        if (due > 0) setTimeout(flush, due);
        else setImmediate(flush);
      }
      waiting.push({ statements, done, failed });
    });
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
