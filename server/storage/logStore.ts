import type { Entry } from '../../shared/engine/log.ts';
import type { Press } from '../../shared/engine/state.ts';
import type { TableFacts, TimeControl } from '../tableFacts.ts';
import type { ClassStore } from './classStore.ts';

/** Somebody with a name and no account. The token itself is never kept: only its SHA-256. */
export type Guest = { readonly id: string; readonly name: string; readonly created: number };

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

/**
 * Where guests, tables and their logs survive the process. The log is the only source of a table's state.
 * What is done when a promise resolves survives the machine; when one rejects, nothing has happened.
 */
export type LogStore = {
  readonly classes: ClassStore;
  readonly addGuest: (guest: Guest, tokenHash: string) => Promise<void>;
  readonly renameGuest: (id: string, name: string) => Promise<void>;
  readonly guestByToken: (tokenHash: string) => Promise<Guest | null>;
  /** False when the code is taken. */
  readonly addTable: (table: TableRecord) => Promise<boolean>;
  readonly tableById: (id: string) => Promise<TableRecord | null>;
  readonly tableByCode: (code: string) => Promise<TableRecord | null>;
  /** The ids of tables that have not ended, the most recently changed first. */
  readonly openTableIds: () => Promise<readonly string[]>;
  /** Keeps a table's facts for the lobby. */
  readonly saveFacts: (id: string, facts: TableFacts, now: number) => Promise<void>;
  /** Puts an entry beyond loss. Rejects when the table has an entry of that number, or of that actor and id. */
  readonly append: (tableId: string, entry: Entry) => Promise<void>;
  readonly entriesOf: (tableId: string) => Promise<readonly Entry[]>;
  /** Records that the server is alive at this epoch ms. */
  readonly beat: (at: number) => Promise<void>;
  /** When the server was last alive, before this process; null on the first start. */
  readonly lastBeat: () => Promise<number | null>;
  readonly close: () => Promise<void>;
};
