import type { ReadonlySignal } from '@preact/signals';
import type { SeatAction } from '../../shared/engine/actions/index.ts';
import type { Attendance, Reply, Update } from '../../shared/protocol.ts';
import type { Pulse } from './pulse.ts';

/** `connecting`: for the first time; `reconnecting`: dropped, trying again by itself; `lost`: given up, or elsewhere. */
export type LinkState = 'connecting' | 'live' | 'reconnecting' | 'lost';

/** What a connection tells the store. */
export type Listener = {
  readonly update: (update: Update) => void;
  /** The answer to an action that was sent before this page was loaded; null: what it was is not known here. */
  readonly lateReply: (reply: Reply, action: SeatAction | null) => void;
  /** An action that could not be sent before its round was over. */
  readonly dropped: () => void;
};

/** A way to a table, near or far. Moves go in by `act`, updates come out to the listener. */
export type Connection = {
  readonly state: ReadonlySignal<LinkState>;
  /** Why it was lost: a key of `error.*`, or null. */
  readonly failure: ReadonlySignal<string | null>;
  /** Whether this tab acts: where several tabs have a seat open, the one that was opened last does, and the others watch. */
  readonly acts: ReadonlySignal<boolean>;
  /** Has this tab act instead of the one that does. */
  readonly actHere: () => void;
  /** How people are there; null: nothing is known of that, or the table is in this browser. */
  readonly attendance: ReadonlySignal<Attendance | null>;
  /** Tells that somebody is at the page. */
  readonly here: () => void;
  /** Actions that have had no answer yet. */
  readonly unanswered: ReadonlySignal<number>;
  /** Sends an action; resolves with the table's answer, however long the line is down; null: it came too late to be sent. */
  readonly act: (action: SeatAction) => Promise<Reply | null>;
  /** How the line feels; null: there is none, the table is in this browser. */
  readonly pulse: Pulse | null;
  /** Tries again after `lost`. */
  readonly retry: () => void;
  /** Leaves for good. */
  readonly leave: () => void;
};
