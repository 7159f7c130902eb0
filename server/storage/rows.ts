import type { ClassRows } from './classStore.ts';

/**
 * The rows as SQLite and Postgres both keep them.
 * `last_seq`, `last_hash`: where a table's log ends, so that a log that was cut off shows. `seal`, `facts_seal`: hashes of
 * what the row says, so that an altered row shows. `owner`, `epoch`: the process that may append, and how often that changed.
 */
export type Rows = ClassRows & {
  guests: { id: string; token_hash: string; name: string; created: number; seen: number };
  sitters: { guest: string; table_id: string };
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
  processes: { id: string; address: string; secret: string; began: number; beat: number; stopped: number };
};
