import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

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
