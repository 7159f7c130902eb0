import { setTimeout as wait } from 'node:timers/promises';
import type { CompiledQuery } from 'kysely';
import type { Entry } from '../../shared/engine/log.ts';
import type { Engine } from './engine.ts';
import type { LogStore } from './logStore.ts';
import { preparedQuery } from './preparedQuery.ts';
import { entryRow, type Rows } from './rows.ts';
import { LogMoved, StoreFailure } from './storeFailure.ts';

// How long to wait before each attempt to find out what became of a commit.
const ATTEMPTS_MS = [0, 100, 400, 1500];

const ENTRY_COLUMNS = ['table_id', 'seq', 'at', 'actor', 'id', 'action', 'events', 'hash'] as const;

type MovingRow = Pick<Rows['entries'], 'table_id' | 'seq' | 'hash'> & {
  readonly before: number;
  readonly epoch: number;
};

type Append = { readonly tableId: string; readonly entry: Entry; readonly epoch: number };

/** The end of the log moves on by one, from where the caller believes it to be, and only for the owner of this epoch. */
const statementsIn = ({ db }: Engine) => {
  const move = preparedQuery(['table_id', 'seq', 'before', 'hash', 'epoch'], (row: MovingRow) =>
    db
      .updateTable('tables')
      .set({ last_seq: row.seq, last_hash: row.hash })
      .where('id', '=', row.table_id)
      .where('epoch', '=', row.epoch)
      .where('last_seq', '=', row.before)
      .compile(),
  );
  const add = preparedQuery(ENTRY_COLUMNS, (row: Rows['entries']) =>
    db.insertInto('entries').values(row).compile(),
  );
  return ({ tableId, entry, epoch }: Append): readonly CompiledQuery[] => {
    const row = entryRow(tableId, entry);
    return [move({ ...row, before: entry.seq - 1, epoch }), add(row)];
  };
};

/** Whether the entry is in the log. Takes the row's lock first: a commit that is still under way is over when it has it. */
const isThere = async ({ db, atomically }: Engine, { tableId, entry, epoch }: Append): Promise<boolean> => {
  const lock = db
    .updateTable('tables')
    .set((eb) => ({ epoch: eb.ref('epoch') }))
    .where('id', '=', tableId)
    .where('epoch', '=', epoch);
  if ((await atomically([lock.compile()])) !== 'done') throw new LogMoved(`another owns table ${tableId}`);
  const { last_seq: last } = await db
    .selectFrom('tables')
    .select('last_seq')
    .where('id', '=', tableId)
    .executeTakeFirstOrThrow();
  if (last === entry.seq - 1) return false;
  const found = await db
    .selectFrom('entries')
    .select('hash')
    .where('table_id', '=', tableId)
    .where('seq', '=', entry.seq)
    .executeTakeFirst();
  if (last === entry.seq && found?.hash === entry.hash) return true;
  throw new LogMoved(`the log of table ${tableId} ends at ${last}`);
};

const findOut = async (engine: Engine, append: Append): Promise<boolean> => {
  let failure: unknown;
  for (const ms of ATTEMPTS_MS) {
    await wait(ms);
    try {
      return await isThere(engine, append);
    } catch (error) {
      if (error instanceof LogMoved) throw error;
      failure = error;
    }
  }
  throw new LogMoved(
    `it can't be known whether table ${append.tableId} got entry ${append.entry.seq}`,
    failure,
  );
};

/** Appends to logs. Whatever happens on the way, the caller learns whether the entry is in the log, or that it must look. */
export const appendTo = (engine: Engine): LogStore['append'] => {
  const statementsOf = statementsIn(engine);
  return async (tableId, entry, epoch) => {
    const append = { tableId, entry, epoch };
    const outcome = await engine.atomically(statementsOf(append));
    if (outcome === 'done' || (await findOut(engine, append))) return;
    if (outcome === 'doubtful') throw new StoreFailure('unavailable', 'the line broke before the commit');
    throw new LogMoved(`table ${tableId} has entry ${entry.seq}, or its id, already`);
  };
};
