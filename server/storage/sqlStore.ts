import { appendTo } from './appendTo.ts';
import { classesIn } from './classStore.ts';
import { dailyIn } from './dailyStore.ts';
import { changesOne, type Engine } from './engine.ts';
import { keepingIn } from './keepingIn.ts';
import type { Fleet, LogStore, TableRecord } from './logStore.ts';
import { fleetIn, ownersIn, type Self } from './owners.ts';
import { entryOf, factsSeal, type Rows, recordOf, statusOf, tableSeal } from './rows.ts';
import { failingByName, StoreFailure } from './storeFailure.ts';
import { visitsIn } from './visitStore.ts';

const guestsIn = (engine: Engine): Pick<LogStore, 'addGuest' | 'renameGuest' | 'guestByToken'> => ({
  addGuest: async (guest, tokenHash) => {
    const row = { ...guest, token_hash: tokenHash, seen: guest.created };
    const isNew = await changesOne(engine, engine.db.insertInto('guests').values(row));
    if (!isNew) throw new StoreFailure('unavailable', `guest ${guest.id}, or the token, is there already`);
  },
  renameGuest: async (id, name) => {
    await engine.db.updateTable('guests').set({ name }).where('id', '=', id).execute();
  },
  guestByToken: async (tokenHash) => {
    const found = engine.db
      .selectFrom('guests')
      .select(['id', 'name', 'created', 'seen'])
      .where('token_hash', '=', tokenHash);
    return (await found.executeTakeFirst()) ?? null;
  },
});

const rowOf = (table: TableRecord, owner: string): Rows['tables'] => {
  const { id, code, creator, created } = table;
  const [options, facts] = [JSON.stringify(table.options), JSON.stringify(table.facts)];
  const fixed = { id, code, creator, created, options };
  const seals = { seal: tableSeal(fixed), facts_seal: factsSeal(id, facts) };
  const log = { last_seq: 0, last_hash: '', owner, epoch: 1 };
  return { ...fixed, ...seals, ...log, status: statusOf(table.facts.phase), facts, changed: created };
};

const tablesIn = (
  engine: Engine,
  owner: string,
): Pick<LogStore, 'addTable' | 'tableById' | 'tableByCode' | 'saveFacts' | 'entriesOf'> => {
  const { db } = engine;
  const tableWhere = async (column: 'id' | 'code', value: string): Promise<TableRecord | null> => {
    const row = await db.selectFrom('tables').selectAll().where(column, '=', value).executeTakeFirst();
    return row === undefined ? null : recordOf(row);
  };
  return {
    addTable: (table) => changesOne(engine, db.insertInto('tables').values(rowOf(table, owner))),
    tableById: (id) => tableWhere('id', id),
    tableByCode: (code) => tableWhere('code', code),
    saveFacts: async (id, facts, now, epoch) => {
      const text = JSON.stringify(facts);
      const save = db
        .updateTable('tables')
        .set({ status: statusOf(facts.phase), facts: text, facts_seal: factsSeal(id, text), changed: now })
        .where('id', '=', id)
        .where('epoch', '=', epoch);
      // If none was found, another owns the table, and keeps them.
      await changesOne(engine, save);
    },
    entriesOf: async (tableId) => {
      const rows = db.selectFrom('entries').selectAll().where('table_id', '=', tableId).orderBy('seq');
      return (await rows.execute()).map(entryOf);
    },
  };
};

/** What is open: a store, and what the processes that share it know of each other. */
export type OpenStore = { readonly store: LogStore; readonly fleet: Fleet };

/** Builds the store of a process over a database whose form is up to date. */
export const sqlStore = (engine: Engine, self: Self): OpenStore => {
  const { db } = engine;
  const { signOff, ...owners } = ownersIn({ ...engine, self });
  const store: LogStore = {
    ...guestsIn(engine),
    ...tablesIn(engine, self.id),
    ...owners,
    classes: classesIn(engine as never),
    keeping: keepingIn(engine),
    daily: dailyIn(db as never),
    visits: visitsIn(db as never),
    append: appendTo(engine),
    close: async () => {
      // Whoever can't say so is missed after a while.
      await signOff().catch(() => {});
      await engine.close();
    },
  };
  return { store: failingByName(store), fleet: failingByName(fleetIn({ ...engine, self })) };
};
