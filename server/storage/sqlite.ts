import { Kysely } from 'kysely';
import { missingCommits } from './commitCount.ts';
import { migrate } from './engine.ts';
import type { LogStore } from './logStore.ts';
import type { Self } from './owners.ts';
import type { Rows } from './rows.ts';
import { openDatabase } from './sqliteDatabase.ts';
import { readingDialect, sqliteDialect } from './sqliteDialect.ts';
import { sqliteWriter } from './sqliteWriter.ts';
import { type OpenStore, sqlStore } from './sqlStore.ts';

/**
 * Opens the store in a folder, which is made if need be. `onLost`: hears of a writing thread that died; `onMissing`: of
 * commits that the database once held and holds no longer.
 */
export const openSqlite = async (
  folder: string,
  self: Self,
  onLost: (error: Error) => void,
  onMissing: (commits: number) => void = () => {},
): Promise<OpenStore> => {
  const database = openDatabase(folder);
  await migrate(new Kysely<Rows>({ dialect: sqliteDialect(database) }));
  const missing = missingCommits(database, folder);
  if (missing > 0) onMissing(missing);
  const writer = sqliteWriter(folder, onLost);
  const db = new Kysely<Rows>({ dialect: readingDialect(database, writer.change) });
  const close = async (): Promise<void> => {
    await writer.close();
    await db.destroy();
  };
  return sqlStore({ db, atomically: writer.atomically, close }, self);
};

/** The store in a folder, for whoever serves no tables: tools and tests. */
export const openSqliteStore = async (folder: string): Promise<LogStore> => {
  const reader = { id: 'reader', address: '', secret: '', isAlone: true };
  return (await openSqlite(folder, reader, () => {})).store;
};
