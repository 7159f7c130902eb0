import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';

/** Where the database of a folder is. */
export const databaseFile = (folder: string): string => join(folder, 'between-giants.db');

/** Opens the database of a folder, which is made if need be. */
export const openDatabase = (folder: string): DatabaseSync => {
  mkdirSync(folder, { recursive: true });
  const database = new DatabaseSync(databaseFile(folder));
  // FULL: an answer means that the action survives a power cut.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 250');
  // What is deleted is overwritten.
  database.exec('PRAGMA secure_delete = ON');
  return database;
};

// More than there are different ones, but for lists of ids, whose length is part of the text.
const STATEMENTS_KEPT = 200;

/** Prepares each statement of a database once, which takes longer than running most of them does. */
export const statementsOf = (database: DatabaseSync): ((sql: string) => StatementSync) => {
  const kept = new Map<string, StatementSync>();
  return (sql) => {
    const statement = kept.get(sql) ?? database.prepare(sql);
    kept.delete(sql);
    kept.set(sql, statement);
    if (kept.size > STATEMENTS_KEPT) kept.delete(kept.keys().next().value as string);
    return statement;
  };
};
