import type { Event } from '../engine/events.ts';
import { visibleEvents } from '../engine/events.ts';
import { fold, initialState } from '../engine/evolve.ts';
import { brokenAt, chainHash, type Entry } from '../engine/log.ts';
import { type Opening, openingEvents } from '../engine/open.ts';
import { project } from '../engine/project.ts';
import { refuse } from '../engine/refusal.ts';
import type { State } from '../engine/state.ts';
import { submit } from '../engine/submit.ts';
import type { View } from '../engine/view.ts';
import type { Reply, Update } from '../protocol.ts';
import type { Book } from '../scenarios/book.ts';
import { type Actor, isSeat, type Viewer } from '../seats.ts';

/** Puts an entry beyond loss, or throws: then nothing happened. */
export type Commit = (entry: Entry) => void;

/** What an action came to: its answer, and the new entry if it made one. */
export type Submitted = { readonly reply: Reply; readonly entry: Entry | null };

/** One game: the one way in (`submit`) and the one way out (`viewOf`, `updateFor`). No timers, no I/O but `commit`. */
export type Table = {
  readonly book: Book;
  readonly state: State;
  readonly entries: readonly Entry[];
  /** Never throws: whatever comes in gets an answer. A repeated id gets the answer that the first one got. */
  readonly submit: (actor: Actor, input: unknown, now: number) => Submitted;
  readonly viewOf: (viewer: Viewer) => View;
  /** All events so far that a viewer may see. */
  readonly eventsFor: (viewer: Viewer) => readonly Event[];
  /** What an entry means for a viewer; null when nothing in it is for its eyes, so that nothing is sent. */
  readonly updateFor: (viewer: Viewer, entry: Entry, now: number) => Update | null;
  /** The whole story for somebody who just came. */
  readonly welcome: (viewer: Viewer, now: number) => Update;
};

const ID = /^[A-Za-z0-9_-]{8,40}$/;
const NO_ID = '';

const idOf = (input: unknown): string => {
  const id = typeof input === 'object' && input !== null && 'id' in input ? input.id : null;
  return typeof id === 'string' && ID.test(id) ? id : NO_ID;
};

const tableOf = (book: Book, past: readonly Entry[], commit: Commit): Table => {
  const entries: Entry[] = [...past];
  let state = fold(
    book,
    initialState(book),
    past.flatMap((entry) => entry.events),
  );
  const answered = new Set(
    past.flatMap((entry) => (entry.id === null ? [] : [`${entry.actor} ${entry.id}`])),
  );
  // What each viewer has seen so far, kept up as entries come in: bots ask for it before every move.
  const seen = new Map<Viewer, Event[]>();

  const seenBy = (viewer: Viewer): Event[] => {
    const known = seen.get(viewer) ?? entries.flatMap((entry) => visibleEvents(entry.events, viewer, state));
    seen.set(viewer, known);
    return known;
  };
  const eventsFor = (viewer: Viewer): readonly Event[] => [...seenBy(viewer)];
  const seqOf = (viewer: Viewer): number => seenBy(viewer).length;

  const append = (
    actor: Actor,
    id: string,
    action: unknown,
    events: readonly Event[],
    now: number,
  ): Entry => {
    const seq = entries.length + 1;
    const bare = { seq, at: now, actor, id: id === NO_ID ? null : id, action, events };
    const entry = { ...bare, hash: chainHash(entries.at(-1)?.hash ?? '', bare) };
    commit(entry);
    entries.push(entry);
    state = fold(book, state, events);
    for (const [viewer, story] of seen) story.push(...visibleEvents(events, viewer, state));
    return entry;
  };

  return {
    book,
    entries,
    get state() {
      return state;
    },
    submit: (actor, input, now) => {
      const id = idOf(input);
      const refused = (code: Parameters<typeof refuse>[0]): Submitted => ({
        reply: { id, ok: false, refusal: refuse(code, code === 'action.malformed' ? { path: 'id' } : {}) },
        entry: null,
      });
      if (id === NO_ID && isSeat(actor)) return refused('action.malformed');
      const key = `${actor} ${id}`;
      if (id !== NO_ID && answered.has(key)) return { reply: { id, ok: true }, entry: null };
      const decision = submit(book, state, actor, input, now);
      if ('refusal' in decision) return { reply: { id, ok: false, refusal: decision.refusal }, entry: null };
      try {
        const entry = append(actor, id, decision.action, decision.events, now);
        if (id !== NO_ID) answered.add(key);
        return { reply: { id, ok: true }, entry };
      } catch {
        return refused('unavailable');
      }
    },
    viewOf: (viewer) => project(state, viewer),
    eventsFor,
    updateFor: (viewer, entry, now) => {
      const events = visibleEvents(entry.events, viewer, state);
      if (events.length === 0) return null;
      const later = entries.slice(entry.seq).flatMap((next) => visibleEvents(next.events, viewer, state));
      return { seq: seqOf(viewer) - later.length, serverNow: now, view: project(state, viewer), events };
    },
    welcome: (viewer, now) => ({
      seq: seqOf(viewer),
      serverNow: now,
      view: project(state, viewer),
      events: eventsFor(viewer),
    }),
  };
};

/** Opens a new table: its draws are made, recorded and committed. Throws what `commit` throws. */
export const newTable = ({
  book,
  opening,
  now,
  commit,
}: {
  readonly book: Book;
  readonly opening: Opening;
  readonly now: number;
  readonly commit: Commit;
}): Table => {
  const bare = {
    seq: 1,
    at: now,
    actor: 'system' as const,
    id: null,
    action: { type: 'open' },
    events: openingEvents(book, opening),
  };
  const first = { ...bare, hash: chainHash('', bare) };
  commit(first);
  return tableOf(book, [first], commit);
};

/** Opens a table from its log. A log with a gap or an altered entry is refused with the place where it breaks. */
export const restoreTable = ({
  book,
  entries,
  commit,
}: {
  readonly book: Book;
  readonly entries: readonly Entry[];
  readonly commit: Commit;
}): Table | { readonly brokenAt: number } => {
  const broken = brokenAt(entries);
  return broken === null ? tableOf(book, entries, commit) : { brokenAt: broken };
};
