import type { Clause } from '../../engine/state.ts';
import type { Seat } from '../../seats.ts';

/**
 * What a seat did, or could have done. `offer`: the one that it is about, null for a new package; `clauses`: of the package,
 * or the one lever of a measure; `gain`: what it brings the seat if it comes about, USD bn a year, or points; null: nothing
 * comes about.
 */
export type Choice = {
  readonly act:
    | 'table'
    | 'accept'
    | 'decline'
    | 'withdraw'
    | 'takeBack'
    | 'order'
    | 'denounce'
    | 'wait'
    | 'keep';
  readonly offer: string | null;
  readonly parties: readonly Seat[];
  readonly clauses: readonly Clause[];
  readonly gain: number | null;
};

/**
 * A decision of a seat against what a strong negotiator with the same knowledge would have done. `seq`: the entry of the log
 * that it is, or before which it was due; `loss`: points of the seat's ideal, never negative; `stake`: what the better choice
 * was worth over doing nothing, in points.
 */
export type Decision = {
  readonly seq: number;
  readonly round: number;
  readonly did: Choice;
  readonly better: Choice;
  readonly loss: number;
  readonly stake: number;
};

const BARE = { offer: null, parties: [], clauses: [], gain: null } as const;

/** To do nothing. */
export const WAIT: Choice = { act: 'wait', ...BARE };

/** To leave everything as it is. */
export const KEEP: Choice = { act: 'keep', ...BARE };

/** A choice about an offer that needs no package of its own. */
export const about = (act: Choice['act'], offer: string): Choice => ({ ...BARE, act, offer });
