import { type Event, visibleEvents } from '../engine/events.ts';
import { fold, initialState } from '../engine/evolve.ts';
import type { Entry } from '../engine/log.ts';
import { project } from '../engine/project.ts';
import type { Setup } from '../engine/state.ts';
import type { Update } from '../protocol.ts';
import type { Book } from '../scenarios/book.ts';
import type { Viewer } from '../seats.ts';

/** Whether a viewer sees each round only when it is over: spectators do, where the table says so. */
export const isBehind = ({ spectatorDelay }: Setup, viewer: Viewer): boolean =>
  spectatorDelay !== undefined && viewer === 'spectator';

/**
 * The numbers of the entries with which spectators who are behind come up to date: nothing is being played yet, or any
 * more, or the entry ends a round and begins the next.
 */
const stopsIn = (entries: readonly Entry[]): readonly number[] => {
  let isPlaying = false;
  return entries.flatMap(({ seq, events }) => {
    for (const { kind } of events) {
      if (kind === 'gameStarted') isPlaying = true;
      if (kind === 'gameEnded') isPlaying = false;
    }
    return !isPlaying || events.some(({ kind }) => kind === 'roundBegan') ? [seq] : [];
  });
};

/** What spectators who are behind are told of a table, in the form of everybody's updates. */
export type Hindsight = {
  /** What an entry lets them know: all since they were last told, or null: nothing yet. */
  readonly updateFor: (entry: Entry, now: number) => Update | null;
  /** All that they may know by now. */
  readonly welcome: (now: number) => Update;
};

/** Looks back on a log that goes on growing: the fold of it up to where the present round began, and no entry further. */
export const hindsightOn = (book: Book, entries: readonly Entry[]): Hindsight => {
  const updateAt = (stop: number, since: number, now: number): Update => {
    const known = entries.slice(0, stop);
    const events = known.flatMap((entry) => entry.events);
    const state = fold(book, initialState(book), events);
    const seen = (part: readonly Event[]) => visibleEvents(part, 'spectator', state);
    const news = known.slice(since).flatMap((entry) => entry.events);
    return {
      seq: seen(events).length,
      serverNow: now,
      view: project(state, 'spectator'),
      events: seen(news),
    };
  };
  return {
    updateFor: ({ seq }, now) => {
      const stops = stopsIn(entries);
      const before = stops.filter((stop) => stop < seq).at(-1) ?? 0;
      return stops.includes(seq) ? updateAt(seq, before, now) : null;
    },
    welcome: (now) => updateAt(stopsIn(entries).at(-1) ?? 0, 0, now),
  };
};
