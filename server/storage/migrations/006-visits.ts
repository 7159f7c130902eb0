import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Administrators' visits, which any process may be asked in. */
export const visits: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('admin_visits')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('until', 'bigint', (column) => column.notNull())
      .execute();
  },
};
