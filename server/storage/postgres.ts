import { Socket } from 'node:net';
import { type CompiledQuery, Kysely, PostgresDialect } from 'kysely';
import { Pool, type PoolClient, types } from 'pg';
import type { Atomically, Outcome } from './atomically.ts';
import { migrate } from './engine.ts';
import type { Self } from './owners.ts';
import type { Rows } from './rows.ts';
import { type OpenStore, sqlStore } from './sqlStore.ts';

const MOST_CONNECTIONS = 10;
const CONNECT_MS = 3000;
// Longer than a lock is held by anybody who is alive.
const STATEMENT_MS = 5000;
// By then an answer has come, if the database heard the question.
const SILENCE_MS = STATEMENT_MS + 1000;

const BIGINT = types.builtins.INT8;

/** Counts, numbers and epoch ms are all below 2^53. */
const typeParsers = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === BIGINT ? Number : types.getTypeParser(oid, format as 'text')) as typeof types.getTypeParser,
};

const CONSTRAINT = '23';
const isConstraint = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith(CONSTRAINT);

/** Runs the statements up to the point at which they could be committed. */
const prepareAll = async (client: PoolClient, statements: readonly CompiledQuery[]): Promise<boolean> => {
  await client.query('BEGIN');
  try {
    for (const { sql, parameters } of statements) {
      const { rowCount } = await client.query({ text: sql, values: [...parameters] });
      if (rowCount !== 1) return false;
    }
    return true;
  } catch (error) {
    if (isConstraint(error)) return false;
    throw error;
  }
};

const finish = async (client: PoolClient, isReady: boolean): Promise<Outcome> => {
  if (!isReady) {
    await client.query('ROLLBACK');
    return 'refused';
  }
  try {
    await client.query('COMMIT');
    return 'done';
  } catch {
    return 'doubtful';
  }
};

const atomicallyIn =
  (pool: Pool): Atomically =>
  async (statements) => {
    const client = await pool.connect();
    let isSound = false;
    try {
      const outcome = await finish(client, await prepareAll(client, statements));
      isSound = outcome !== 'doubtful';
      return outcome;
    } finally {
      client.release(!isSound);
    }
  };

/** A line that went dead tells nobody: one that is silent for too long breaks, or all who use it would wait in vain. */
const breakingSocket = (): Socket => {
  const socket = new Socket();
  return socket.setTimeout(SILENCE_MS, () => socket.destroy(new Error('the line fell silent')));
};

const poolOf = (url: string, onLost: (error: Error) => void): Pool => {
  const pool = new Pool({
    connectionString: url,
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: STATEMENT_MS,
    // Whoever went silent in the middle of a commit must not keep a table's row locked.
    idle_in_transaction_session_timeout: STATEMENT_MS,
    stream: breakingSocket,
    // Before silence breaks a line that nobody needs.
    idleTimeoutMillis: STATEMENT_MS,
    keepAlive: true,
    types: typeParsers,
  });
  pool.on('error', onLost);
  // Whoever uses a line that breaks is told by what they asked; that the line tells it too, unheard, would end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
};

/** Opens the store in a Postgres database, `postgres://…`. `onLost`: hears of lines that broke while nobody used them. */
export const openPostgres = async (
  url: string,
  self: Self,
  onLost: (error: Error) => void,
): Promise<OpenStore> => {
  const pool = poolOf(url, onLost);
  const db = new Kysely<Rows>({ dialect: new PostgresDialect({ pool }) });
  await migrate(db);
  return sqlStore({ db, atomically: atomicallyIn(pool), close: () => db.destroy() }, self);
};
