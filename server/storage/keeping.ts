import type { Kysely } from 'kysely';
import type { Entry } from '../../shared/engine/log.ts';
import type { TableFacts } from '../tableFacts.ts';
import type { Engine } from './engine.ts';
import type { Rows } from './rows.ts';
import { StoreFailure } from './storeFailure.ts';

/** A table's line in the list of an administrator. `changed`: epoch ms. `facts` null: its row is damaged. */
export type TableLine = {
  readonly id: string;
  readonly code: string;
  readonly created: number;
  readonly changed: number;
  readonly status: string;
  readonly facts: TableFacts | null;
};

/** What goes with people and time: who sat where, when they were last seen, and deleting it all for good. */
export type Keeping = {
  /** Records that a guest was there at this epoch ms. */
  readonly noteSeen: (guest: string, now: number) => Promise<void>;
  /** Records who has had a seat at a table. */
  readonly noteSitters: (tableId: string, guests: readonly string[]) => Promise<void>;
  /** The tables at which a guest has had a seat. */
  readonly tablesOf: (guest: string) => Promise<readonly string[]>;
  /** Who has had a seat at a table. */
  readonly sittersOf: (tableId: string) => Promise<readonly string[]>;
  /** The tables that changed last. */
  readonly newestTables: (most: number) => Promise<readonly TableLine[]>;
  /** At most so many tables in which nothing has changed since an epoch ms, and that belong to no class. */
  readonly staleTables: (before: number, most: number) => Promise<readonly string[]>;
  /** At most so many guests who have not been seen since an epoch ms, and who have had a seat at no table that is kept. */
  readonly staleGuests: (before: number, most: number) => Promise<readonly string[]>;
  /** Deletes a table and its log. What is interrupted is done by deleting it again. */
  readonly deleteTable: (id: string) => Promise<void>;
  readonly deleteGuest: (id: string) => Promise<void>;
  /** Puts other entries in the place of a log's, one for one, all or none. */
  readonly rewriteLog: (tableId: string, entries: readonly Entry[]) => Promise<void>;
};

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
    await db.deleteFrom('class_tables').where('table_id', '=', id).execute();
    await db.deleteFrom('tables').where('id', '=', id).execute();
  },
});
