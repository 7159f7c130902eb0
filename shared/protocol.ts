import type { Event } from './engine/events.ts';
import type { Refusal } from './engine/refusal.ts';
import type { View } from './engine/view.ts';
import type { BySeat } from './seats.ts';

/**
 * The answer to an action: durable and applied, or refused with a code and its parameters.
 * A repeated action (same id) gets the answer that the first one got.
 */
export type Reply =
  | { readonly id: string; readonly ok: true }
  | { readonly id: string; readonly ok: false; readonly refusal: Refusal };

/**
 * What a connection receives after every action that its viewer may know of: the whole view and the events that led to it.
 * `seq` counts the events this viewer has seen, so it tells nothing of hidden ones. On joining: all visible events so far.
 * `serverNow`: the server's clock in epoch ms when it was sent, for count-downs.
 */
export type Update = {
  readonly seq: number;
  readonly serverNow: number;
  readonly view: View;
  readonly events: readonly Event[];
};

/**
 * Whether actions are taken from this connection: of several of one person's, one acts and the others watch. Sent on joining,
 * and whenever that may have changed.
 */
export type Acting = { readonly acts: boolean };

/** `connected`: here and active; `idle`: here, and has long done nothing; `gone`: not connected. */
export type Presence = 'connected' | 'idle' | 'gone';

/** How long whoever is asked whether they are still there has to answer, in ms. */
export const ANSWER_MS = 15_000;

/**
 * How people are there; null: the seat is no person's. `answerBy`: whoever gets this is asked whether they are still there,
 * and counts as away at that moment (the server's epoch ms) unless a sign of them comes; null: they are not asked. Sent on
 * joining, and whenever it has changed.
 */
export type Attendance = { readonly seats: BySeat<Presence | null>; readonly answerBy: number | null };

/**
 * The names of the messages on a table's connection. An `action` is `{type, id, table, ...payload}`; its answer is a
 * `reply`. `table`: the code of the table that it is meant for; one that was sent to another is refused. It may be left out.
 * `here` says nothing but that somebody is at the page, and has no answer.
 */
export const MESSAGES = {
  action: 'action',
  update: 'update',
  reply: 'reply',
  acting: 'acting',
  attendance: 'attendance',
  here: 'here',
} as const;
