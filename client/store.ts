import { batch, computed, signal } from '@preact/signals';
import type { SeatAction } from '../shared/engine/actions/index.ts';
import type { Event } from '../shared/engine/events.ts';
import type { View } from '../shared/engine/view.ts';
import type { Reply, Update } from '../shared/protocol.ts';
import { bookOf } from '../shared/scenarios/index.ts';
import type { Connection, Listener } from './connection/connection.ts';
import { announceEvents, forgetNotices, refused, toastDropped } from './notices.ts';
import { isPlaying } from './offline/offline.ts';
import { countsPoints } from './words/figures.ts';

/** An event with the round it happened in, as the record keeps it. */
export type Recorded = { readonly round: number; readonly event: Event; readonly key: number };

/** The code of the table that is open in this tab. */
export const tableCode = signal<string | null>(null);
/** The line to it. */
export const connection = signal<Connection | null>(null);
/** All that this viewer knows of it; null until the first update. */
export const view = signal<View | null>(null);
/** What was known before the last update; null before the first. */
export const before = signal<View | null>(null);
/** Everything visible that has happened, oldest first. */
export const record = signal<readonly Recorded[]>([]);
/** The events of the last update after the first: for what is shown once (board, toasts, sounds). */
export const news = signal<readonly Event[]>([]);
/** The moment that is looked back at, epoch ms: its clocks stand still, nothing can be done. null: the present. */
export const past = signal<number | null>(null);
/** Whether another tab of this person acts, and this one looks on. */
export const isActedElsewhere = computed(() => connection.value?.acts.value === false);
/** The server's clock minus the age of this page, in ms: this computer's clock may be wrong, or be set while we play. */
const offset = signal(0);

/** The scenario of the open table, compiled. */
export const book = computed(() => {
  const scenario = view.value?.setup.scenario;
  return scenario === undefined ? null : bookOf(scenario);
});

/** The server's time in epoch ms, as well as this browser knows it. */
export const serverNow = (): number => past.value ?? performance.now() + offset.value;

const append = (earlier: readonly Recorded[], events: readonly Event[]): readonly Recorded[] => {
  let round = earlier.at(-1)?.round ?? 0;
  const added = events.map((event, i) => {
    if (event.kind === 'roundBegan') round = event.round;
    return { round, event, key: earlier.length + i };
  });
  return [...earlier, ...added];
};

/** Takes an update in. One that holds the whole story (on joining, after a reconnection) replaces what was known. */
export const receive = (update: Update): void => {
  const isWhole = update.events.length === update.seq;
  const isFirst = view.value === null;
  batch(() => {
    offset.value = update.serverNow - performance.now();
    before.value = view.value;
    view.value = update.view;
    countsPoints.value = book.value?.scenario.economy === null;
    record.value = append(isWhole ? [] : record.value, update.events);
    news.value = isWhole ? [] : update.events;
    isPlaying.value = update.view.phase !== 'ended';
  });
  if (!isFirst && !isWhole && past.value === null) announceEvents(update.events, update.view);
};

const listener: Listener = {
  update: receive,
  lateReply: (reply) => {
    if (!reply.ok) refused(reply.refusal, book.value?.scenario ?? null);
  },
  dropped: toastDropped,
};

/** Opens a table in this tab. `connect` makes the line: to a server, or to a table in this browser. */
export const enterTable = (code: string, connect: (listener: Listener) => Connection): void => {
  leaveTable();
  tableCode.value = code;
  connection.value = connect(listener);
};

/** Closes the table that is open in this tab. */
export const leaveTable = (): void => {
  connection.value?.leave();
  forgetNotices();
  underway.clear();
  batch(() => {
    connection.value = null;
    past.value = null;
    tableCode.value = null;
    isPlaying.value = false;
    view.value = null;
    before.value = null;
    record.value = [];
    news.value = [];
  });
};

const send = async (action: SeatAction): Promise<Reply | null> => {
  const reply = (await connection.value?.act(action)) ?? null;
  if (reply?.ok === false) refused(reply.refusal, book.value?.scenario ?? null);
  return reply;
};

/** The last move of each kind that has had no answer yet. */
const underway = new Map<string, { readonly said: string; readonly reply: Promise<Reply | null> }>();

/**
 * Sends a move. Its refusal is told to the player here, once, and handed back. Pressed again while it waits for its answer,
 * it is still one move.
 */
export const act = (action: SeatAction): Promise<Reply | null> => {
  const said = JSON.stringify(action);
  const same = underway.get(action.type);
  if (same?.said === said) return same.reply;
  const sent = { said, reply: send(action) };
  underway.set(action.type, sent);
  void sent.reply.finally(() => {
    if (underway.get(action.type) === sent) underway.delete(action.type);
  });
  return sent.reply;
};
