import { evolve, initialState } from '../engine/evolve.ts';
import type { Entry } from '../engine/log.ts';
import type { State } from '../engine/state.ts';
import type { Book } from '../scenarios/book.ts';
import type { Moment } from './metric.ts';

/** A log played back: every event with the states around it, and the state at the end. */
export type Course = { readonly moments: readonly Moment[]; readonly end: State };

/** Plays a log back. */
export const courseOf = (book: Book, entries: readonly Entry[]): Course => {
  let state = initialState(book);
  const moments = entries.flatMap((entry) =>
    entry.events.map((event): Moment => {
      const before = state;
      state = evolve(book, state, event);
      return { entry, event, before, after: state };
    }),
  );
  return { moments, end: state };
};
