import type { ClassRows } from './classStore.ts';

/** The rows as SQLite and Postgres both keep them. */
export type Rows = {
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
  heartbeat: { id: number; at: number };
  sitters: { guest: string; table_id: string };
} & ClassRows;
