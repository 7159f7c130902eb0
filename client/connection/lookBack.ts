import type { Entry } from '../../shared/engine/log.ts';
import type { Seat } from '../../shared/seats.ts';
import { ask, guestToken } from './http.ts';

/** A finished table to look back on. `share`: the key with which its link opens it for others; `reader`: as whom one reads it. */
export type FinishedTable = {
  readonly code: string;
  readonly created: number;
  readonly reader: 'facilitator' | 'person' | 'classmate' | 'link';
  readonly share: string;
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

/** The log of a finished table, for those who may read it; `key`: of a link that was passed on. Throws a `ServerRefusal`. */
export const finishedTable = (code: string, key: string | null): Promise<FinishedTable> =>
  ask('GET', `/api/tables/${encodeURIComponent(code)}/log`, undefined, guestToken(), withKey(key));
