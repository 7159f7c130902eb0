import type { Entry } from '../../shared/engine/log.ts';
import { ask, guestToken } from './http.ts';

/** A finished table to look back on. `share`: the key with which its link opens it for others; `reader`: as whom one reads it. */
export type FinishedTable = {
  readonly code: string;
  readonly created: number;
  readonly reader: 'facilitator' | 'person' | 'link';
  readonly share: string;
  readonly entries: readonly Entry[];
};

/** The log of a finished table, for those who may read it; `key`: of a link that was passed on. Throws a `ServerRefusal`. */
export const finishedTable = (code: string, key: string | null): Promise<FinishedTable> =>
  ask(
    'GET',
    `/api/tables/${encodeURIComponent(code)}/log`,
    undefined,
    guestToken(),
    key === null ? {} : { 'X-Share-Key': key },
  );
