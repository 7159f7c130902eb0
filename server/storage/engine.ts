import type { Compilable, Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { Atomically } from './atomically.ts';
import { MIGRATIONS } from './migrations/index.ts';
import type { Rows } from './rows.ts';
import { StoreFailure } from './storeFailure.ts';

/** A database that the store can be built on. */
export type Engine = {
  readonly db: Kysely<Rows>;
  readonly atomically: Atomically;
  /** Ends when all that was begun is done. */
  readonly close: () => Promise<void>;
};

/**
 * Does one statement, which is to change one row, together with what comes from others at this moment: whether it found its
 * row, or its place. Rejects when that can't be known.
 */
export const changesOne = async (
  { atomically }: Pick<Engine, 'atomically'>,
  statement: Compilable,
): Promise<boolean> => {
  const outcome = await atomically([statement.compile()]);
  if (outcome === 'doubtful') throw new StoreFailure('unavailable', 'the line broke before the commit');
  return outcome === 'done';
};

/** Brings the form of a database up to date. */
export const migrate = async (db: Kysely<Rows>): Promise<void> => {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
};
