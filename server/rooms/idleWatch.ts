import type { State } from '../../shared/engine/state.ts';
import type { Cancel, Clock } from '../clock.ts';
import { dueAt } from './roundClock.ts';

/** Why nobody needs a table in memory now; null: somebody does. */
export type Rest = 'unfinished' | 'ended' | null;

/** How a table with so many people at it rests: while a clock runs it doesn't. */
export const restOf = (people: number, state: State): Rest => {
  if (people > 0 || dueAt(state) !== null) return null;
  return state.phase === 'ended' ? 'ended' : 'unfinished';
};

/** Tells when a table has had nothing to do for a while. */
export type IdleWatch = { readonly review: (rest: Rest) => void; readonly stop: () => void };

// Whoever left a game may be back at once; after its end, whoever reloads the page of the result.
const PATIENCE_MS = { unfinished: 300_000, ended: 15_000 };

/** Winds the watch. */
export const idleWatch = (clock: Clock, onIdle: () => void): IdleWatch => {
  let cancel: Cancel = () => {};
  return {
    review: (rest) => {
      cancel();
      cancel = rest === null ? () => {} : clock.after(PATIENCE_MS[rest], onIdle);
    },
    stop: () => cancel(),
  };
};
