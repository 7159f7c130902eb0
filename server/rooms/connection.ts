import type { Acting, Attendance, Reply, Update } from '../../shared/protocol.ts';

/**
 * One socket of one guest. What it may see and do follows from the seat that the guest holds, at any moment.
 *
 * Of a guest's tabs one acts, and the others watch. `since` decides: the server's time, epoch ms, at which a person opened
 * the line from this tab (came, reloaded, pressed "act here", tried again after it was given up). The latest acts. A line
 * that comes back by itself brings the `since` of its first time along, however it was lost. So an old tab that wakes up
 * never takes over from a newer one, not even after a restart of the server, when nobody remembers anything and tabs come
 * in any order. When the latest tab goes, the one before it acts.
 */
export type Connection = {
  readonly guest: string;
  readonly since: number;
  readonly update: (update: Update) => void;
  readonly reply: (reply: Reply) => void;
  readonly acting: (acting: Acting) => void;
  readonly attendance: (attendance: Attendance) => void;
  readonly close: (code: number) => void;
};

/** Close code of a guest's oldest connection, when there are too many. */
export const SUPERSEDED = 4011;
/** Close code of a connection that could not be told something. Its client comes back and is told everything. */
export const FAILED = 4002;
/** Close code when the table is no longer here: whoever asks for a place again is led to it, if it is anywhere. */
export const MOVED = 4012;
