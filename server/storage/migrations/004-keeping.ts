import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** When guests were last seen, and who has had a seat where: what is needed to delete what nobody needs any more. */
export const keeping: Migration = {
  up: async (db: Kysely<unknown>) => {
    const guests = db.schema.alterTable('guests');
    await guests.addColumn('seen', 'bigint', (column) => column.notNull().defaultTo(0)).execute();
    await sql`UPDATE guests SET seen = created`.execute(db);
    await db.schema.createIndex('guests_by_seen').on('guests').column('seen').execute();
    await db.schema
      .createTable('sitters')
      .addColumn('guest', 'text', (column) => column.notNull())
      .addColumn('table_id', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('sitters_once', ['guest', 'table_id'])
      .execute();
    await db.schema.createIndex('sitters_by_table').on('sitters').column('table_id').execute();
    await db.schema.createIndex('class_tables_by_class').on('class_tables').column('class_id').execute();
  },
};
