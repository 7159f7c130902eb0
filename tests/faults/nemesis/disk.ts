import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { databaseFile } from '../../../server/storage/sqliteDatabase.ts';

/** A disk for one server that can be full, and have room again. */
export type SmallDisk = {
  readonly folder: string;
  /** How it becomes full: a file system of its own, or a limit on the sizes of the server's files. */
  readonly kind: 'tmpfs' | 'limit';
  readonly fill: (pid: number) => void;
  readonly clear: (pid: number) => void;
  readonly close: () => void;
};

const SIZE_MB = 8;
const PIECE = Buffer.alloc(64 * 1024);

const run = (command: string, ...parameters: readonly string[]): boolean => {
  try {
    execFileSync(command, parameters, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** Writes until there is no room, in ever smaller pieces. */
const fillUp = (file: string): void => {
  const out = openSync(file, 'w');
  for (let size = PIECE.length; size >= 1; ) {
    try {
      if (writeSync(out, PIECE, 0, size) < size) size = Math.floor(size / 2);
    } catch {
      size = Math.floor(size / 2);
    }
  }
  closeSync(out);
};

/** A real small file system where mounting is allowed. */
const tmpfs = (folder: string): SmallDisk => {
  const ballast = join(folder, 'ballast');
  return {
    folder,
    kind: 'tmpfs',
    fill: () => fillUp(ballast),
    clear: () => rmSync(ballast, { force: true }),
    close: () => {
      run('umount', '--lazy', folder);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** Elsewhere the kernel refuses the server's process to write beyond the first page of any file (RLIMIT_FSIZE). */
const limited = (folder: string): SmallDisk => {
  const limit = (pid: number, bytes: string): void => {
    execFileSync('prlimit', [`--pid=${pid}`, `--fsize=${bytes}:`]);
  };
  return {
    folder,
    kind: 'limit',
    fill: (pid) => limit(pid, '4096'),
    clear: (pid) => limit(pid, 'unlimited'),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
};

/** Makes a small disk. `kind`: how; by default whatever this machine allows. */
export const smallDisk = (kind?: SmallDisk['kind']): SmallDisk => {
  const folder = mkdtempSync(join(tmpdir(), 'between-giants-disk-'));
  const canMount = kind !== 'limit' && run('mount', '-t', 'tmpfs', '-o', `size=${SIZE_MB}m`, 'tmpfs', folder);
  return canMount ? tmpfs(folder) : limited(folder);
};

/** A second writer that holds the database until it lets go. */
export const lockDatabase = (folder: string): { readonly release: () => void } => {
  const database = new DatabaseSync(databaseFile(folder), { timeout: 5000 });
  database.exec('BEGIN IMMEDIATE');
  return {
    release: () => {
      database.exec('ROLLBACK');
      database.close();
    },
  };
};
