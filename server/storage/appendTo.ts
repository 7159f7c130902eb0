import { setTimeout as wait } from 'node:timers/promises';
import type { Entry } from '../../shared/engine/log.ts';
import type { Engine } from './engine.ts';
import type { LogStore } from './logStore.ts';
import { entryRow } from './rows.ts';
import { LogMoved, StoreFailure } from './storeFailure.ts';

// How long to wait before each attempt to find out what became of a commit.
const ATTEMPTS_MS = [0, 100, 400, 1500];

type Append = { readonly tableId: string; readonly entry: Entry; readonly epoch: number };

/** The end of the log moves on by one, from where the caller believes it to be, and only for the owner of this epoch. */
const statementsOf = ({ db }: Engine, { tableId, entry, epoch }: Append) => [
  db
    .updateTable('tables')
    .set({ last_seq: entry.seq, last_hash: entry.hash })
    .where('id', '=', tableId)
    .where('epoch', '=', epoch)
    .where('last_seq', '=', entry.seq - 1)
    .compile(),
  db.insertInto('entries').values(entryRow(tableId, entry)).compile(),
];

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
export const appendTo =
  (engine: Engine): LogStore['append'] =>
  async (tableId, entry, epoch) => {
    const append = { tableId, entry, epoch };
    const outcome = await engine.atomically(statementsOf(engine, append));
    if (outcome === 'done' || (await findOut(engine, append))) return;
    if (outcome === 'doubtful') throw new StoreFailure('unavailable', 'the line broke before the commit');
    throw new LogMoved(`table ${tableId} has entry ${entry.seq}, or its id, already`);
  };
