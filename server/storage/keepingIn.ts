import type { Kysely } from 'kysely';
import type { TableFacts } from '../tableFacts.ts';
import type { Engine } from './engine.ts';
import type { Keeping } from './keeping.ts';
import type { Rows } from './rows.ts';
import { StoreFailure } from './storeFailure.ts';

const factsOf = (json: string): TableFacts | null => {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
};

type People = Pick<Keeping, 'noteSeen' | 'noteSitters' | 'tablesOf' | 'sittersOf' | 'deleteGuest'>;

const peopleIn = (db: Kysely<Rows>): People => ({
  noteSeen: async (guest, now) => {
    await db.updateTable('guests').set({ seen: now }).where('id', '=', guest).execute();
  },
  noteSitters: async (tableId, guests) => {
    const rows = guests.map((guest) => ({ table_id: tableId, guest }));
    const insert = db.insertInto('sitters').values(rows);
    await insert.onConflict((conflict) => conflict.columns(['guest', 'table_id']).doNothing()).execute();
  },
  tablesOf: async (guest) => {
    const rows = db.selectFrom('sitters').select('table_id').where('guest', '=', guest);
    return (await rows.execute()).map(({ table_id }) => table_id);
  },
  sittersOf: async (tableId) => {
    const rows = db.selectFrom('sitters').select('guest').where('table_id', '=', tableId);
    return (await rows.execute()).map(({ guest }) => guest);
  },
  deleteGuest: async (id) => {
    await db.deleteFrom('daily_attempts').where('guest', '=', id).execute();
    await db.deleteFrom('sitters').where('guest', '=', id).execute();
    await db.deleteFrom('guests').where('id', '=', id).execute();
  },
});

const listsIn = (db: Kysely<Rows>): Pick<Keeping, 'newestTables' | 'staleTables' | 'staleGuests'> => ({
  newestTables: async (most) => {
    const columns = ['id', 'code', 'created', 'changed', 'status', 'facts'] as const;
    const rows = db.selectFrom('tables').select(columns).orderBy('changed', 'desc').orderBy('id').limit(most);
    return (await rows.execute()).map((row) => ({
      ...row,
      created: Number(row.created),
      changed: Number(row.changed),
      facts: factsOf(row.facts),
    }));
  },
  staleTables: async (before, most) => {
    const ofClasses = db.selectFrom('class_tables').select('table_id');
    const stale = db.selectFrom('tables').select('id').where('changed', '<', before);
    const rows = stale.where('id', 'not in', ofClasses).orderBy('changed').limit(most);
    return (await rows.execute()).map(({ id }) => id);
  },
  staleGuests: async (before, most) => {
    const seated = db.selectFrom('sitters').select('guest');
    const stale = db.selectFrom('guests').select('id').where('seen', '<', before);
    const rows = stale.where('id', 'not in', seated).orderBy('seen').limit(most);
    return (await rows.execute()).map(({ id }) => id);
  },
});

const rewriting = ({ db, atomically }: Engine): Pick<Keeping, 'rewriteLog'> => ({
  rewriteLog: async (tableId, entries) => {
    const rewritten = entries.map(({ seq, action, events, hash }) =>
      db
        .updateTable('entries')
        .set({ action: JSON.stringify(action), events: JSON.stringify(events), hash })
        .where('table_id', '=', tableId)
        .where('seq', '=', seq)
        .compile(),
    );
    const end = db.updateTable('tables').set({ last_hash: entries.at(-1)?.hash ?? '' });
    const ends = end.where('id', '=', tableId).where('last_seq', '=', entries.length);
    const outcome = await atomically([...rewritten, ends.compile()]);
    if (outcome !== 'done') throw new StoreFailure('unavailable', `a log was not rewritten: ${outcome}`);
  },
});

/** Keeps and deletes in a database. */
export const keepingIn = ({ db, atomically }: Engine): Keeping => ({
  ...peopleIn(db),
  ...listsIn(db),
  ...rewriting({ db, atomically }),
  deleteTable: async (id) => {
    // The table's own row goes last, so that what was interrupted is found again.
    await db.deleteFrom('entries').where('table_id', '=', id).execute();
    await db.deleteFrom('sitters').where('table_id', '=', id).execute();
    await db.deleteFrom('daily_attempts').where('table_id', '=', id).execute();
    await db.deleteFrom('class_tables').where('table_id', '=', id).execute();
    await db.deleteFrom('tables').where('id', '=', id).execute();
  },
});
