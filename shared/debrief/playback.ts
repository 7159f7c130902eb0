import { canSee, type Event, type EventKind } from '../engine/events.ts';
import { initialState } from '../engine/evolve.ts';
import type { Entry } from '../engine/log.ts';
import { project } from '../engine/project.ts';
import type { State } from '../engine/state.ts';
import type { Update } from '../protocol.ts';
import type { Book } from '../scenarios/book.ts';
import type { Viewer } from '../seats.ts';
import type { Opened } from './report.ts';

/** What a place on the time line is marked with. `refusal`: an offer was declined, or a legislature voted it down. */
export type MarkKind = 'round' | 'treaty' | 'break' | 'refusal' | 'news' | 'end';

/** A mark: after how many events it comes, and the round it lies in. */
export type Mark = { readonly kind: MarkKind; readonly at: number; readonly round: number };

/**
 * A finished table to be looked back on. A moment is a number of events: 0 before the first, `length` after the last.
 * Everything is folded once, so that any moment is there at once.
 */
export type Playback = {
  readonly book: Book;
  readonly entries: readonly Entry[];
  readonly length: number;
  /** The first moment of the game itself: people have sat down, round 1 begins. */
  readonly start: number;
  readonly stateAt: (moment: number) => State;
  /** The event that led to a moment; null at 0. */
  readonly eventAt: (moment: number) => Event | null;
  /** The entry of the event that led to a moment; null at 0. */
  readonly entryAt: (moment: number) => Entry | null;
  /**
   * What a viewer at the table would have been sent: its view at a moment, and the events that it saw since `since`;
   * without `since` the whole story so far.
   */
  readonly updateAt: (viewer: Viewer, moment: number, since?: number) => Update;
  /** The moments at which a viewer saw something happen, bookkeeping left out, the last one always among them. */
  readonly stepsOf: (viewer: Viewer) => readonly number[];
  /** What a viewer can find on the time line. */
  readonly marksOf: (viewer: Viewer) => readonly Mark[];
};

/** On record, but nothing to stop at: it comes along with what caused it. */
const QUIET: readonly EventKind[] = [
  'seatHeld',
  'readySet',
  'spendingSet',
  'capitalChanged',
  'credibilityChanged',
  'penaltyBooked',
  'flowBooked',
  'moveExplained',
  'offerCountered',
  'rematchCalled',
];

const MARKED: Partial<Record<EventKind, MarkKind>> = {
  roundBegan: 'round',
  treatySigned: 'treaty',
  treatyDenounced: 'break',
  sealedTreatyRevealed: 'break',
  treatyFell: 'break',
  offerDeclined: 'refusal',
  offerUnratified: 'refusal',
  newsRevealed: 'news',
  gameEnded: 'end',
};

const clamped = (moment: number, length: number): number => Math.max(0, Math.min(length, Math.trunc(moment)));

/** Remembers what a function of the viewer gave. */
const perViewer = <T>(make: (viewer: Viewer) => T): ((viewer: Viewer) => T) => {
  const known = new Map<Viewer, T>();
  return (viewer) => {
    const found = known.get(viewer) ?? make(viewer);
    known.set(viewer, found);
    return found;
  };
};

/** Makes an opened log ready to be played back. */
export const playbackOf = ({ ground: { book, end }, moments }: Opened): Playback => {
  const { length } = moments;
  const stateAt = (moment: number): State =>
    moments[clamped(moment, length) - 1]?.after ?? initialState(book);
  const seenBy = perViewer((viewer) =>
    moments.flatMap(({ event }, i) => (canSee(event, viewer, end) ? [{ event, at: i + 1 }] : [])),
  );
  const start = moments.findIndex(({ event }) => event.kind === 'roundBegan') + 1;
  const entries = moments.reduce<Entry[]>((list, { entry }) => {
    if (list.at(-1) !== entry) list.push(entry);
    return list;
  }, []);

  const stepsOf = perViewer((viewer) => {
    const stops = seenBy(viewer)
      .filter(({ event, at }) => at >= start && at < length && !QUIET.includes(event.kind))
      .map(({ at }) => at);
    return [...stops, length];
  });
  const marksOf = perViewer((viewer) =>
    seenBy(viewer).flatMap(({ event, at }) => {
      const kind = MARKED[event.kind];
      return kind === undefined ? [] : [{ kind, at, round: stateAt(at).round }];
    }),
  );

  return {
    book,
    entries,
    length,
    start,
    stateAt,
    eventAt: (moment) => moments[clamped(moment, length) - 1]?.event ?? null,
    entryAt: (moment) => moments[clamped(moment, length) - 1]?.entry ?? null,
    updateAt: (viewer, moment, since = 0) => {
      const until = clamped(moment, length);
      const past = seenBy(viewer).filter(({ at }) => at <= until);
      return {
        seq: past.length,
        serverNow: moments[until - 1]?.entry.at ?? 0,
        view: project(stateAt(until), viewer),
        events: past.filter(({ at }) => at > since).map(({ event }) => event),
      };
    },
    stepsOf,
    marksOf,
  };
};

/**
 * A moment as it is written in an address: the number of its entry, and of the event in it where it is not the entry's last.
 * `7` is after entry 7, `7.2` after its second event.
 */
export const momentName = ({ entryAt, length }: Playback, moment: number): string => {
  const entry = entryAt(moment);
  if (entry === null) return '0';
  if (moment >= length || entryAt(moment + 1) !== entry) return String(entry.seq);
  let first = moment;
  while (first > 1 && entryAt(first - 1) === entry) first -= 1;
  return `${entry.seq}.${moment - first + 1}`;
};

/** The moment that an address names; null: none, or it can't be read. */
export const momentNamed = ({ entries }: Playback, name: string): number | null => {
  const read = /^(\d{1,9})(?:\.(\d{1,9}))?$/.exec(name);
  if (read === null) return null;
  const entry = entries[Number(read[1]) - 1];
  if (entry === undefined) return null;
  const before = entries.slice(0, entry.seq - 1).reduce((sum, { events }) => sum + events.length, 0);
  return (
    before + Math.min(entry.events.length, read[2] === undefined ? Infinity : Math.max(1, Number(read[2])))
  );
};

/** A bot's reason for the move of an entry: what was put on record right after it; null: none. */
export const reasonAfter = ({ entries }: Playback, entry: Entry) => {
  const next = entries[entry.seq]?.events[0];
  return next?.kind === 'moveExplained' && next.seat === entry.actor ? next : null;
};
