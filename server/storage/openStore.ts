import { randomBytes } from 'node:crypto';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';
import type { OpenStore } from './sqlStore.ts';

/** Opens the store of this process where the configuration says: a Postgres database, or a file in a folder. */
export const openStore = (
  { DATA_DIR, DATABASE_URL, REDIS_URL, PEER_ADDRESS }: Config,
  log: Log,
): Promise<OpenStore> => {
  const self = {
    id: randomBytes(9).toString('base64url'),
    address: PEER_ADDRESS ?? '',
    secret: randomBytes(16).toString('base64url'),
    isAlone: REDIS_URL === undefined,
  };
  if (DATABASE_URL === undefined) return openSqlite(DATA_DIR, self);
  return openPostgres(DATABASE_URL, self, (err) => log.warn({ err }, 'a line to the database broke'));
};
