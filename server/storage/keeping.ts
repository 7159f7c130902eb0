import type { Entry } from '../../shared/engine/log.ts';
import type { TableFacts } from '../tableFacts.ts';

/** A table's line in the list of an administrator. `changed`: epoch ms. `facts` null: its row is damaged. */
export type TableLine = {
  readonly id: string;
  readonly code: string;
  readonly created: number;
  readonly changed: number;
  readonly status: string;
  readonly facts: TableFacts | null;
};

/** What goes with people and time: who sat where, when they were last seen, and deleting it all for good. */
export type Keeping = {
  /** Records that a guest was there at this epoch ms. */
  readonly noteSeen: (guest: string, now: number) => Promise<void>;
  /** Records who has had a seat at a table. */
  readonly noteSitters: (tableId: string, guests: readonly string[]) => Promise<void>;
  /** The tables at which a guest has had a seat. */
  readonly tablesOf: (guest: string) => Promise<readonly string[]>;
  /** Who has had a seat at a table. */
  readonly sittersOf: (tableId: string) => Promise<readonly string[]>;
  /** The tables that went on from a table: from one of its moments, or with its people once more. */
  readonly offspringOf: (tableId: string) => Promise<readonly string[]>;
  /** The tables that changed last. */
  readonly newestTables: (most: number) => Promise<readonly TableLine[]>;
  /** At most so many tables in which nothing has changed since an epoch ms, and that belong to no class. */
  readonly staleTables: (before: number, most: number) => Promise<readonly string[]>;
  /** At most so many guests who have not been seen since an epoch ms, and who have had a seat at no table that is kept. */
  readonly staleGuests: (before: number, most: number) => Promise<readonly string[]>;
  /** Deletes a table and its log. What is interrupted is done by deleting it again. */
  readonly deleteTable: (id: string) => Promise<void>;
  readonly deleteGuest: (id: string) => Promise<void>;
  /** Puts other entries in the place of a log's, one for one, all or none. */
  readonly rewriteLog: (tableId: string, entries: readonly Entry[]) => Promise<void>;
};
