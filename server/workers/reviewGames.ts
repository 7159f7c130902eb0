import { playReviewed, type Reviewed } from '../../shared/debrief/accuracy.ts';
import { bookFrom } from './bookFrom.ts';
import type { Job } from './job.ts';

/** Plays games of bots in drawn company, and reviews them. A task is the game's seed. */
export const job: Job<
  { readonly scenario: string; readonly bots: readonly string[] },
  string,
  readonly Reviewed[]
> = {
  file: import.meta.url,
  prepare: ({ scenario, bots }) => {
    const book = bookFrom(scenario);
    return (seed) => playReviewed(book, bots, seed);
  },
};
