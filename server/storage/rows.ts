import { createHash } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { Entry } from '../../shared/engine/log.ts';
import type { Actor } from '../../shared/seats.ts';
import type { ClassRows } from './classStore.ts';
import type { DailyRows } from './dailyStore.ts';
import type { TableRecord } from './logStore.ts';
import { StoreFailure } from './storeFailure.ts';
import type { VisitRows } from './visitStore.ts';

/**
 * The rows as SQLite and Postgres both keep them.
 * `last_seq`, `last_hash`: where a table's log ends, so that a log that was cut off shows. `seal`, `facts_seal`: hashes of
 * what the row says, so that an altered row shows. `owner`, `epoch`: the process that may append, and how often that changed.
 */
export type Rows = ClassRows &
  DailyRows &
  VisitRows & {
    guests: { id: string; token_hash: string; name: string; created: number; seen: number };
    tables: {
      id: string;
      code: string;
      creator: string;
      created: number;
      options: string;
      status: string;
      facts: string;
      changed: number;
      last_seq: number;
      last_hash: string;
      seal: string;
      facts_seal: string;
      owner: string | null;
      epoch: number;
    };
    entries: {
      table_id: string;
      seq: number;
      at: number;
      actor: string;
      id: string | null;
      action: string;
      events: string;
      hash: string;
    };
    sitters: { guest: string; table_id: string };
    processes: { id: string; address: string; secret: string; began: number; beat: number; stopped: number };
  };

const sealOf = (...parts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);

type Sealed = Pick<Rows['tables'], 'id' | 'code' | 'creator' | 'created' | 'options'>;

/** The seal of what never changes in a table's row. */
export const tableSeal = ({ id, code, creator, created, options }: Sealed): string =>
  sealOf(id, code, creator, created, options);

/** The seal of a table's facts. */
export const factsSeal = (id: string, facts: string): string => sealOf(id, facts);

/** A table's status in its row: open tables are looked after even when nobody comes. */
export const statusOf = (phase: string): string => (phase === 'ended' ? 'ended' : 'open');

/** What a row says. Throws a `StoreFailure` when that is not what was written. */
export const recordOf = (row: Selectable<Rows['tables']>): TableRecord => {
  const isWhole = row.seal === tableSeal(row) && row.facts_seal === factsSeal(row.id, row.facts);
  if (!isWhole) throw new StoreFailure('table.broken', `the row of table ${row.id} is damaged`);
  const { id, code, creator, created } = row;
  return { id, code, creator, created, options: JSON.parse(row.options), facts: JSON.parse(row.facts) };
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** A row whose JSON is torn becomes an entry of nothing, with a hash that no chain accepts: the log breaks there. */
export const entryOf = (row: Selectable<Rows['entries']>): Entry => {
  const { seq, at, id } = row;
  const [action, events] = [jsonOf(row.action), jsonOf(row.events)];
  const isWhole = action !== null && Array.isArray(events);
  return {
    seq,
    at,
    actor: row.actor as Actor,
    id,
    action,
    events: isWhole ? events : [],
    hash: isWhole ? row.hash : '',
  };
};

/** An entry as a row. */
export const entryRow = (
  tableId: string,
  { seq, at, actor, id, action, events, hash }: Entry,
): Rows['entries'] => ({
  table_id: tableId,
  seq,
  at,
  actor,
  id,
  action: JSON.stringify(action),
  events: JSON.stringify(events),
  hash,
});
