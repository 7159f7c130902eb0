import { constants, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';

/*
 * SQLite takes a write-ahead log with damaged bytes for one that ended there: commits that were answered are gone, and what is
 * left is sound. So each commit counts itself, in the database and in a file beside it. The file is written after the commit
 * and the disk is not waited for: it may be behind, but never ahead of a database that is whole.
 */

const countFile = (folder: string): string => join(folder, 'between-giants.commits');

// The database keeps the count in its header, where there is room for 31 bits: after the last number the first comes again.
const NUMBERS = 2 ** 31;
const DIGITS = 10;

const countIn = (database: DatabaseSync): number =>
  Number(database.prepare('PRAGMA user_version').get()?.user_version ?? 0);

/** Counts the commit that is being made, within its transaction. */
export const countCommit = (database: DatabaseSync): number => {
  const count = (countIn(database) + 1) % NUMBERS;
  database.exec(`PRAGMA user_version = ${count}`);
  return count;
};

/** Opens the notes of a folder: a function that notes the count of a commit that was made, and never throws. */
export const commitNotes = (folder: string): ((count: number) => void) => {
  let file: number | null = null;
  return (count) => {
    try {
      file ??= openSync(countFile(folder), constants.O_RDWR | constants.O_CREAT, 0o600);
      writeSync(file, String(count).padStart(DIGITS, '0'), 0);
    } catch {
      // A full disk, for one. What is made is made.
    }
  };
};

const notedIn = (folder: string): number | null => {
  try {
    return Number.parseInt(readFileSync(countFile(folder), 'utf8'), 10);
  } catch {
    return null;
  }
};

/** How many commits of a folder's database are missing from it: 0, unless it was damaged, or is an older copy. */
export const missingCommits = (database: DatabaseSync, folder: string): number => {
  const noted = notedIn(folder);
  if (noted === null || !(noted >= 0)) return 0;
  const ahead = (noted - countIn(database) + NUMBERS) % NUMBERS;
  return ahead < NUMBERS / 2 ? ahead : 0;
};
