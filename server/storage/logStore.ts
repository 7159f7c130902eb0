import type { Entry } from '../../shared/engine/log.ts';
import type { Press } from '../../shared/engine/state.ts';
import type { Seat } from '../../shared/seats.ts';
import type { TableFacts, TimeControl } from '../tableFacts.ts';
import type { ClassStore } from './classStore.ts';
import type { DailyStore } from './dailyStore.ts';
import type { Keeping } from './keeping.ts';
import type { VisitStore } from './visitStore.ts';

/** Somebody with a name and no account. The token itself is never kept: only its SHA-256. */
export type Guest = { readonly id: string; readonly name: string; readonly created: number };

/** A guest whom the store knows. `seen`: when they were last there, to the day, epoch ms. */
export type KnownGuest = Guest & { readonly seen: number };

/** What a table was opened with, beside what its log says. */
export type TableOptions = {
  readonly scenario: string;
  readonly timeControl: TimeControl;
  readonly press: Press;
  readonly explain: boolean;
  readonly listed: boolean;
  readonly quick: boolean;
  readonly mandates: 'drawn' | 'chosen';
  /** A round's length in ms where it is not the time control's own: a facilitator chooses the pace. */
  readonly roundMs?: number | null;
  /** The range of a bot's thinking time in ms where it is not the server's. */
  readonly botDelayMs?: readonly [number, number];
  /** It is the table of this UTC day, `2026-11-25`, played from this seat. */
  readonly daily?: { readonly day: string; readonly seat: Seat };
  /** How many rounds later than the seats spectators see what happens; missing: at once. */
  readonly spectatorDelay?: 1;
  /** It goes on from another table, of this code, after that many of its entries. */
  readonly branch?: { readonly of: string; readonly at: number };
};

/** A table as the store knows it. `facts`: what the lobby shows, kept up to date while it is played. */
export type TableRecord = {
  readonly id: string;
  readonly code: string;
  readonly creator: string;
  readonly created: number;
  readonly options: TableOptions;
  readonly facts: TableFacts;
};

/** A process that serves tables. `address`: where the others reach it, `host:port`. `secret`: what they show it to be believed. */
export type Peer = { readonly id: string; readonly address: string; readonly secret: string };

/** Where a log ends. */
export type LogEnd = { readonly seq: number; readonly hash: string };

/**
 * What comes of wanting to be a table's owner. `epoch`: what its appends are to name. `lastServed`: when another process
 * looked after the table for the last time, epoch ms; null: no other did, or nobody knows. `end`: where its log ends.
 */
export type Claim =
  | {
      readonly kind: 'held';
      readonly epoch: number;
      readonly lastServed: number | null;
      readonly end: LogEnd;
    }
  | { readonly kind: 'elsewhere'; readonly owner: Peer };

/**
 * Where guests, tables and their logs survive the process, as one process sees it. The log is the only source of a table's
 * state. What is done when a promise resolves survives the machine; when one rejects, nothing has happened. Rejections are
 * `StoreFailure`s.
 */
export type LogStore = {
  readonly classes: ClassStore;
  readonly keeping: Keeping;
  readonly daily: DailyStore;
  readonly visits: VisitStore;
  readonly addGuest: (guest: Guest, tokenHash: string) => Promise<void>;
  readonly renameGuest: (id: string, name: string) => Promise<void>;
  readonly guestByToken: (tokenHash: string) => Promise<KnownGuest | null>;
  /** Adds a table that this process owns, in epoch 1. False when the code is taken. */
  readonly addTable: (table: TableRecord) => Promise<boolean>;
  readonly tableById: (id: string) => Promise<TableRecord | null>;
  readonly tableByCode: (code: string) => Promise<TableRecord | null>;
  /** The ids of at most so many tables that have not ended and that no living process owns, the most recently changed first. */
  readonly openTableIds: (now: number, most: number) => Promise<readonly string[]>;
  /** Makes this process a table's owner, unless another that is alive owns it. Null: there is no such table. */
  readonly claim: (id: string, now: number) => Promise<Claim | null>;
  /** Keeps a table's facts for the lobby, if this process still owns it. */
  readonly saveFacts: (id: string, facts: TableFacts, now: number, epoch: number) => Promise<void>;
  /**
   * Puts an entry beyond loss; the very same entry twice is once. Rejects with `LogMoved` when the log has another entry of
   * that number, or of that actor and id, or ends elsewhere, or when this process no longer owns the table in that epoch.
   */
  readonly append: (tableId: string, entry: Entry, epoch: number) => Promise<void>;
  readonly entriesOf: (tableId: string) => Promise<readonly Entry[]>;
  /** Records that this process is alive at this epoch ms. */
  readonly beat: (at: number) => Promise<void>;
  /** Closes; other processes may take this one's tables at once. */
  readonly close: () => Promise<void>;
};

/** What the processes that share a store know of each other. */
export type Fleet = {
  /** This process. */
  readonly self: Peer;
  /** The other processes that are alive, the oldest first. */
  readonly others: (now: number) => Promise<readonly Peer[]>;
  /** The one process to which everything goes that only one can do; null: this one. */
  readonly desk: (now: number) => Promise<Peer | null>;
  /** The other living process that owns a table; null: none, or no such table. */
  readonly ownerOf: (by: 'id' | 'code', value: string, now: number) => Promise<Peer | null>;
  /** Takes a process for dead before it is missed, until it says that it lives. */
  readonly declareDead: (id: string) => Promise<void>;
  /** Those of some tables that are still this process's own. */
  readonly stillOwned: (ids: readonly string[]) => Promise<readonly string[]>;
  /** Makes another process the owner of a table of this one. */
  readonly handOver: (id: string, to: string) => Promise<void>;
};
