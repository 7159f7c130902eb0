import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Training sessions: what a class was opened with, its journal, its tables, and what its people answered. */
export const classes: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('classes')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('code', 'text', (column) => column.notNull().unique())
      .addColumn('created', 'bigint', (column) => column.notNull())
      .addColumn('secret_hash', 'text', (column) => column.notNull())
      .addColumn('roster_key', 'text', (column) => column.notNull())
      .addColumn('plan', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('class_facts')
      .addColumn('class_id', 'text', (column) => column.notNull())
      .addColumn('seq', 'bigint', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('fact', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('class_facts_in_order', ['class_id', 'seq'])
      .execute();
    await db.schema
      .createTable('class_tables')
      .addColumn('table_id', 'text', (column) => column.primaryKey())
      .addColumn('class_id', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('class_answers')
      .addColumn('class_id', 'text', (column) => column.notNull())
      .addColumn('member', 'text', (column) => column.notNull())
      .addColumn('form', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('answers', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('class_answers_once', ['class_id', 'member', 'form'])
      .execute();
  },
};
