import { randomBytes } from 'node:crypto';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import type { Fleet, LogStore } from './logStore.ts';
import { openSqlite } from './sqlite.ts';

/**
 * Opens the store of this process where the configuration says: a Postgres database, or a file in a folder. `fleet` null: no
 * other process serves the same tables.
 */
export const openStore = async (
  { DATA_DIR, DATABASE_URL, REDIS_URL, PEER_ADDRESS }: Config,
  log: Log,
): Promise<{ readonly store: LogStore; readonly fleet: Fleet | null }> => {
  const self = {
    id: randomBytes(9).toString('base64url'),
    address: PEER_ADDRESS ?? '',
    secret: randomBytes(16).toString('base64url'),
    isAlone: REDIS_URL === undefined,
  };
  const onLost = (err: Error): void => log.warn({ err }, 'a line to the database broke');
  const onMissing = (commits: number): void =>
    log.error({ commits }, 'the last commits are missing: the database was damaged, or is an older copy');
  const { store, fleet } = await (DATABASE_URL === undefined
    ? openSqlite(DATA_DIR, self, onLost, onMissing)
    : (await import('./postgres.ts')).openPostgres(DATABASE_URL, self, onLost));
  return { store, fleet: self.isAlone ? null : fleet };
};
