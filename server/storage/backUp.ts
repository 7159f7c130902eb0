import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { databaseFile } from './sqliteDatabase.ts';

/** Why no copy was made. */
export type NoBackup = 'backup.nothing' | 'backup.exists';

const sync = (path: string): void => {
  const file = openSync(path, 'r+');
  fsyncSync(file);
  closeSync(file);
};

/**
 * Copies the store of a folder to a new file while a server writes to it: everything that was answered before the
 * call is in the copy, which is one moment of the store. Returns why it could not, or null; throws what the disk throws.
 */
export const backUp = (folder: string, to: string): NoBackup | null => {
  const from = databaseFile(folder);
  if (!existsSync(from)) return 'backup.nothing';
  if (existsSync(to)) return 'backup.exists';
  // The name stands for a whole copy only: what an interrupted run leaves behind has another.
  const partial = `${to}.partial`;
  rmSync(partial, { force: true });
  const database = new DatabaseSync(from, { readOnly: true, timeout: 5000 });
  try {
    database.prepare('VACUUM INTO ?').run(partial);
  } finally {
    database.close();
  }
  sync(partial);
  renameSync(partial, to);
  return null;
};
