import type { Event } from '../engine/events.ts';
import type { Entry } from '../engine/log.ts';
import type { State } from '../engine/state.ts';
import type { Book } from '../scenarios/book.ts';
import type { BySeat, Seat } from '../seats.ts';

/** What a settlement at some levels is worth to each seat beyond no deal: USD bn a year, or points. 0 for who takes no part. */
export type GainsAt = (levels: readonly number[]) => BySeat<number>;

/** What all metrics of a table stand on. `end`: the state after the last entry; `gainsAt`: under the mandates and news of this table. */
export type Ground = {
  readonly book: Book;
  readonly seats: readonly Seat[];
  readonly end: State;
  readonly gainsAt: GainsAt;
};

/** One event of a log with the state that it met and the state that it left. */
export type Moment = {
  readonly entry: Entry;
  readonly event: Event;
  readonly before: State;
  readonly after: State;
};

/** A figure of the debrief as a fold over a log. To add one: a file and a line in `index.ts`. */
export type Metric<Memory, Figure> = {
  readonly start: (ground: Ground) => Memory;
  readonly step: (memory: Memory, moment: Moment, ground: Ground) => Memory;
  readonly finish: (memory: Memory, ground: Ground) => Figure;
};

/** A metric that makes a list: what each moment adds to it, in the order of the log. */
export const listing = <Row>(
  rowsOf: (moment: Moment, ground: Ground) => readonly Row[],
): Metric<readonly Row[], readonly Row[]> => ({
  start: () => [],
  step: (rows, moment, ground) => {
    const added = rowsOf(moment, ground);
    return added.length === 0 ? rows : [...rows, ...added];
  },
  finish: (rows) => rows,
});
