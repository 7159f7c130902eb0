import type { Event } from '../engine/events.ts';
import { visibleEvents } from '../engine/events.ts';
import { fold, initialState } from '../engine/evolve.ts';
import { type ForeignVersion, foreignVersion } from '../engine/foreignVersion.ts';
import { brokenAt, chainHash, type Entry } from '../engine/log.ts';
import { type Opening, openingEvents } from '../engine/open.ts';
import { project } from '../engine/project.ts';
import { type Refusal, refuse } from '../engine/refusal.ts';
import type { State } from '../engine/state.ts';
import { submit } from '../engine/submit.ts';
import type { View } from '../engine/view.ts';
import type { Reply, Update } from '../protocol.ts';
import type { Book } from '../scenarios/book.ts';
import { type Actor, isSeat, type Viewer } from '../seats.ts';
import { hindsightOn, isBehind } from './hindsight.ts';

/** What an action comes to: its answer, and the new entry if it makes one. */
export type Submitted = { readonly reply: Reply; readonly entry: Entry | null };

/**
 * One game: the one way in (`decide`, then `apply`; `submit` is both) and the one way out (`viewOf`, `updateFor`).
 * No timers and no I/O: whoever keeps the log puts an entry beyond loss between `decide` and `apply`.
 */
export type Table = {
  readonly book: Book;
  readonly state: State;
  readonly entries: readonly Entry[];
  /**
   * What would come of an action now; changes nothing. Whatever comes in gets an answer.
   * A repeated id gets the answer that the first one got.
   */
  readonly decide: (actor: Actor, input: unknown, now: number) => Submitted;
  /** The answer that an action got before, which is known by its id; null: this is the first time. */
  readonly answerTo: (actor: Actor, input: unknown) => Reply | null;
  /** Makes the entry that was decided last part of the game. Throws when another has come in between. */
  readonly apply: (entry: Entry) => void;
  /** `decide` and `apply` in one, for tables whose log need not survive. */
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

const tableOf = (book: Book, past: readonly Entry[]): Table => {
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

  const hindsight = hindsightOn(book, entries);
  const isLate = (viewer: Viewer): boolean => isBehind(state.setup, viewer);

  const seenBy = (viewer: Viewer): Event[] => {
    const known = seen.get(viewer) ?? entries.flatMap((entry) => visibleEvents(entry.events, viewer, state));
    seen.set(viewer, known);
    return known;
  };
  const eventsFor = (viewer: Viewer): readonly Event[] =>
    isLate(viewer) ? hindsight.welcome(0).events : [...seenBy(viewer)];
  const viewOf = (viewer: Viewer): View =>
    isLate(viewer) ? hindsight.welcome(0).view : project(state, viewer);
  const seqOf = (viewer: Viewer): number => seenBy(viewer).length;

  // What the entry that was decided last leads to, worked out at once: a defect shows before anything is on record.
  let decided: {
    readonly entry: Entry;
    readonly state: State;
    readonly heard: ReadonlyMap<Viewer, readonly Event[]>;
  } | null = null;

  const entryOf = (
    actor: Actor,
    id: string,
    { action, events }: Pick<Entry, 'action' | 'events'>,
    now: number,
  ): Entry => {
    const seq = entries.length + 1;
    const bare = { seq, at: now, actor, id: id === NO_ID ? null : id, action, events };
    return { ...bare, hash: chainHash(entries.at(-1)?.hash ?? '', bare) };
  };

  const answerTo = (actor: Actor, input: unknown): Reply | null => {
    const id = idOf(input);
    return id !== NO_ID && answered.has(`${actor} ${id}`) ? { id, ok: true } : null;
  };

  const decide = (actor: Actor, input: unknown, now: number): Submitted => {
    const id = idOf(input);
    const refused = (refusal: Refusal): Submitted => ({ reply: { id, ok: false, refusal }, entry: null });
    if (id === NO_ID && isSeat(actor)) return refused(refuse('action.malformed', { path: 'id' }));
    const earlier = answerTo(actor, input);
    if (earlier !== null) return { reply: earlier, entry: null };
    const decision = submit(book, state, actor, input, now);
    if ('refusal' in decision) return refused(decision.refusal);
    const entry = entryOf(actor, id, decision, now);
    const next = decision.state;
    const heard = [...seen.keys()].map(
      (viewer) => [viewer, visibleEvents(entry.events, viewer, next)] as const,
    );
    decided = { entry, state: next, heard: new Map(heard) };
    return { reply: { id, ok: true }, entry };
  };

  const apply = (entry: Entry): void => {
    if (decided?.entry !== entry) throw new Error(`entry ${entry.seq} is not the one that was decided last`);
    const { heard } = decided;
    state = decided.state;
    decided = null;
    entries.push(entry);
    if (entry.id !== null) answered.add(`${entry.actor} ${entry.id}`);
    for (const [viewer, story] of seen) {
      const events = heard.get(viewer);
      // Whose story was first asked for in between is told anew.
      if (events === undefined) seen.delete(viewer);
      else story.push(...events);
    }
  };

  return {
    book,
    entries,
    get state() {
      return state;
    },
    decide,
    answerTo,
    apply,
    submit: (actor, input, now) => {
      const submitted = decide(actor, input, now);
      if (submitted.entry !== null) apply(submitted.entry);
      return submitted;
    },
    viewOf,
    eventsFor,
    updateFor: (viewer, entry, now) => {
      if (isLate(viewer)) return hindsight.updateFor(entry, now);
      const events = visibleEvents(entry.events, viewer, state);
      if (events.length === 0) return null;
      const later = entries.slice(entry.seq).flatMap((next) => visibleEvents(next.events, viewer, state));
      return { seq: seqOf(viewer) - later.length, serverNow: now, view: project(state, viewer), events };
    },
    welcome: (viewer, now) =>
      isLate(viewer)
        ? hindsight.welcome(now)
        : {
            seq: seqOf(viewer),
            serverNow: now,
            view: project(state, viewer),
            events: eventsFor(viewer),
          },
  };
};

/** Opens a new table: its draws are made and recorded in its first entry. */
export const newTable = ({
  book,
  opening,
  now,
}: {
  readonly book: Book;
  readonly opening: Opening;
  readonly now: number;
}): Table => {
  const bare = {
    seq: 1,
    at: now,
    actor: 'system' as const,
    id: null,
    action: { type: 'open' },
    events: openingEvents(book, opening),
  };
  return tableOf(book, [{ ...bare, hash: chainHash('', bare) }]);
};

/** A log from which no table can be opened: where it breaks, and the version that is not known here if that is why. */
export type UnreadableLog = { readonly brokenAt: number; readonly foreign: ForeignVersion | null };

/**
 * Opens a table from its log. A log with a gap or an altered entry is refused with the place where it breaks, one of an
 * unknown version by that version's name.
 */
export const restoreTable = ({
  book,
  entries,
}: {
  readonly book: Book;
  readonly entries: readonly Entry[];
}): Table | UnreadableLog => {
  const broken = brokenAt(entries);
  if (broken !== null) return { brokenAt: broken, foreign: null };
  const foreign = foreignVersion(book, entries);
  return foreign === null ? tableOf(book, entries) : { brokenAt: 1, foreign };
};
