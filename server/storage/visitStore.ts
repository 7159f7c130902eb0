import type { Kysely } from 'kysely';

/** The rows of administrators' visits, as SQLite and Postgres both keep them. `key`: a keyed hash of what the visitor shows. */
export type VisitRows = { admin_visits: { key: string; until: number } };

/** Where visits of administrators are kept, so that every process that shares the store knows of them. Times in epoch ms. */
export type VisitStore = {
  /** Keeps a visit, and forgets those that are over. */
  readonly begin: (key: string, until: number, now: number) => Promise<void>;
  /** Until when a visit goes on; null: there is none. */
  readonly untilOf: (key: string) => Promise<number | null>;
  readonly end: (key: string) => Promise<void>;
};

/** The visits of a database. */
export const visitsIn = (db: Kysely<VisitRows>): VisitStore => ({
  begin: async (key, until, now) => {
    await db.deleteFrom('admin_visits').where('until', '<=', now).execute();
    await db.insertInto('admin_visits').values({ key, until }).execute();
  },
  untilOf: async (key) => {
    const found = await db
      .selectFrom('admin_visits')
      .select('until')
      .where('key', '=', key)
      .executeTakeFirst();
    return found === undefined ? null : Number(found.until);
  },
  end: async (key) => {
    await db.deleteFrom('admin_visits').where('key', '=', key).execute();
  },
});
