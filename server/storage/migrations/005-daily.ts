import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * The daily table: the secret that its draws are made with, and each guest's one attempt a day that counts. `tenths`: its
 * score in tenths, null until it is finished.
 */
export const daily: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('secrets')
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('value', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('daily_attempts')
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('guest', 'text', (column) => column.notNull())
      .addColumn('table_id', 'text', (column) => column.notNull())
      .addColumn('tenths', 'bigint')
      .addColumn('finished', 'bigint')
      .addPrimaryKeyConstraint('daily_attempts_once', ['day', 'guest'])
      .execute();
    await db.schema
      .createIndex('daily_attempts_by_guest')
      .on('daily_attempts')
      .columns(['guest', 'day'])
      .execute();
    await db.schema.createIndex('daily_attempts_by_table').on('daily_attempts').column('table_id').execute();
  },
};
