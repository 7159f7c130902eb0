import type { Entry } from '../../shared/engine/log.ts';
import type { Seat } from '../../shared/seats.ts';
import { ask, guestId, guestToken, ServerRefusal } from './http.ts';
import { dropTable, keepTable, keptTable } from './keptTables.ts';
import { isLocalCode } from './local/localPlan.ts';
import { keptEntries, keptPlan } from './local/localShelf.ts';

/**
 * A finished table to look back on. `share`: the key with which its link opens it for others, null for a table of this
 * browser; `reader`: as whom one reads it.
 */
export type FinishedTable = {
  readonly code: string;
  readonly created: number;
  readonly reader: 'facilitator' | 'person' | 'classmate' | 'link';
  readonly share: string | null;
  /** The reader's own seat at it; null: they had none. */
  readonly seat: Seat | null;
  readonly entries: readonly Entry[];
};

const withKey = (key: string | null): Readonly<Record<string, string>> =>
  key === null ? {} : { 'X-Share-Key': key };

/** Where a finished table is left: after an entry of its log, in a seat, against bots of one kind. */
export type BranchPlan = { readonly at: number; readonly seat: Seat; readonly bot: string };

/** Opens a table that plays on from a moment of a finished one. Throws a `ServerRefusal`. */
export const branchTable = (
  code: string,
  plan: BranchPlan,
  key: string | null,
): Promise<{ readonly code: string }> =>
  ask('POST', `/api/tables/${encodeURIComponent(code)}/branch`, plan, guestToken(), withKey(key));

/** A table of this browser. */
const tableHere = (code: string): FinishedTable => {
  const [plan, entries] = [keptPlan(code), keptEntries(code)];
  const [first] = entries;
  if (plan === null || first === undefined) throw new ServerRefusal(404, 'table.notHere', {});
  if (!entries.some(({ events }) => events.some(({ kind }) => kind === 'gameEnded')))
    throw new ServerRefusal(409, 'table.unfinished', {});
  return { code, created: first.at, reader: 'person', share: null, seat: plan.self, entries };
};

/** The log of a finished table from the server, for those who may read it. Throws a `ServerRefusal`. */
export const serverTable = (code: string, key: string | null): Promise<FinishedTable> =>
  ask('GET', `/api/tables/${encodeURIComponent(code)}/log`, undefined, guestToken(), withKey(key));

// What the server has decided; anything else may be otherwise in a minute.
const FINAL: ReadonlySet<number> = new Set([401, 403, 404, 409, 410]);

/**
 * The log of a finished table, for those who may read it; `key`: of a link that was passed on. Tables of this browser, and
 * those that were looked back on before by the same person, or with the same key, need no server. Throws a `ServerRefusal`.
 */
export const finishedTable = async (code: string, key: string | null): Promise<FinishedTable> => {
  if (isLocalCode(code)) return tableHere(code);
  const keepers = { owner: guestId(), key };
  try {
    const table = await serverTable(code, key);
    // What a facilitator sees is the class's, which may be deleted from anywhere.
    if (table.reader !== 'facilitator') {
      const owner = table.reader === 'link' ? null : keepers.owner;
      await keepTable(code, table, { owner, key });
    }
    return table;
  } catch (refusal) {
    if (!(refusal instanceof ServerRefusal)) throw refusal;
    if (FINAL.has(refusal.status)) {
      await dropTable(code);
      throw refusal;
    }
    const kept = await keptTable<FinishedTable>(code, keepers);
    if (kept !== null) return kept;
    throw refusal.code === 'network' ? new ServerRefusal(0, 'network.notKept', {}) : refusal;
  }
};
