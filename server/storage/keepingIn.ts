import type { Kysely } from 'kysely';
import type { Event } from '../../shared/engine/events.ts';
import type { TableFacts } from '../tableFacts.ts';
import { changesOne, type Engine } from './engine.ts';
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

const rematchesIn = (json: string): readonly string[] => {
  try {
    const events = JSON.parse(json) as readonly Event[];
    return events.flatMap((event) => (event.kind === 'rematchCalled' ? [event.code] : []));
  } catch {
    return [];
  }
};

type People = Pick<Keeping, 'noteSeen' | 'noteSitters' | 'tablesOf' | 'sittersOf' | 'deleteGuest'>;

const peopleIn = (engine: Engine): People => ({
  noteSeen: async (guest, now) => {
    await changesOne(engine, engine.db.updateTable('guests').set({ seen: now }).where('id', '=', guest));
  },
  noteSitters: async (tableId, guests) => {
    const note = (guest: string) =>
      changesOne(engine, engine.db.insertInto('sitters').values({ table_id: tableId, guest }));
    // Whoever is noted already is not noted again.
    await Promise.all(guests.map(note));
  },
  tablesOf: async (guest) => {
    const rows = engine.db.selectFrom('sitters').select('table_id').where('guest', '=', guest);
    return (await rows.execute()).map(({ table_id }) => table_id);
  },
  sittersOf: async (tableId) => {
    const rows = engine.db.selectFrom('sitters').select('guest').where('table_id', '=', tableId);
    return (await rows.execute()).map(({ guest }) => guest);
  },
  deleteGuest: async (id) => {
    await engine.db.deleteFrom('daily_attempts').where('guest', '=', id).execute();
    await engine.db.deleteFrom('sitters').where('guest', '=', id).execute();
    await engine.db.deleteFrom('guests').where('id', '=', id).execute();
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

const offspringIn = (db: Kysely<Rows>): Pick<Keeping, 'offspringOf'> => ({
  offspringOf: async (tableId) => {
    const parent = await db.selectFrom('tables').select('code').where('id', '=', tableId).executeTakeFirst();
    if (parent === undefined) return [];
    // Quotes in what people wrote are escaped: nobody's words look like this.
    const calls = db
      .selectFrom('entries')
      .select('events')
      .where('table_id', '=', tableId)
      .where('events', 'like', '%"kind":"rematchCalled"%');
    const codes = (await calls.execute()).flatMap(({ events }) => rematchesIn(events));
    const branches = `%"branch":{"of":"${parent.code}"%`;
    const rows = db
      .selectFrom('tables')
      .select('id')
      .where((eb) => eb.or([eb('options', 'like', branches), ...codes.map((code) => eb('code', '=', code))]));
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
export const keepingIn = (engine: Engine): Keeping => ({
  ...peopleIn(engine),
  ...listsIn(engine.db),
  ...offspringIn(engine.db),
  ...rewriting(engine),
  deleteTable: async (id) => {
    // The table's own row goes last, so that what was interrupted is found again.
    await engine.db.deleteFrom('entries').where('table_id', '=', id).execute();
    await engine.db.deleteFrom('sitters').where('table_id', '=', id).execute();
    await engine.db.deleteFrom('daily_attempts').where('table_id', '=', id).execute();
    await engine.db.deleteFrom('class_tables').where('table_id', '=', id).execute();
    await engine.db.deleteFrom('tables').where('id', '=', id).execute();
  },
});
