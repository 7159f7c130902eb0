import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { factsSeal, type Rows, tableSeal } from '../rows.ts';

const EARLIER = 'earlier';

const addColumns = async (db: Kysely<unknown>): Promise<void> => {
  const table = db.schema.alterTable('tables');
  for (const name of ['last_seq', 'epoch'])
    await table.addColumn(name, 'bigint', (column) => column.notNull().defaultTo(0)).execute();
  for (const name of ['last_hash', 'seal', 'facts_seal'])
    await table.addColumn(name, 'text', (column) => column.notNull().defaultTo('')).execute();
  await table.addColumn('owner', 'text').execute();
};

/** What the new columns say of the tables that are there already. */
const fillColumns = async (db: Kysely<Rows>): Promise<void> => {
  for (const row of await db.selectFrom('tables').selectAll().execute()) {
    const last = await db
      .selectFrom('entries')
      .select(['seq', 'hash'])
      .where('table_id', '=', row.id)
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst();
    const end = { last_seq: last?.seq ?? 0, last_hash: last?.hash ?? '' };
    const seals = { seal: tableSeal(row), facts_seal: factsSeal(row.id, row.facts) };
    await db
      .updateTable('tables')
      .set({ ...end, ...seals, owner: EARLIER })
      .where('id', '=', row.id)
      .execute();
  }
};

/** Who serves which table, where each log ends, and seals on the rows of tables. Takes the place of the one heartbeat. */
export const owners: Migration = {
  up: async (db: Kysely<unknown>) => {
    await addColumns(db);
    await db.schema
      .createTable('processes')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('address', 'text', (column) => column.notNull())
      .addColumn('secret', 'text', (column) => column.notNull())
      .addColumn('began', 'bigint', (column) => column.notNull())
      .addColumn('beat', 'bigint', (column) => column.notNull())
      .addColumn('stopped', 'bigint', (column) => column.notNull())
      .execute();
    const rows = db as Kysely<Rows & { heartbeat: { at: number } }>;
    await fillColumns(rows as unknown as Kysely<Rows>);
    const last = await rows.selectFrom('heartbeat').select('at').executeTakeFirst();
    if (last !== undefined)
      await rows
        .insertInto('processes')
        .values({ id: EARLIER, address: '', secret: '', began: last.at, beat: last.at, stopped: 1 })
        .execute();
    await db.schema.dropTable('heartbeat').execute();
  },
};
