import type { Job } from '../../server/workers/job.ts';

/** What to do with a number: double it, throw over it, or never be done with it. */
export type HardTask = { readonly number: number; readonly next: 'double' | 'throw' | 'hang' };

/** A job that goes wrong when it is told to. */
export const job: Job<null, HardTask, number> = {
  file: import.meta.url,
  prepare:
    () =>
    ({ number, next }) => {
      if (next === 'throw') throw new Error(`cannot do ${number}`);
      while (next === 'hang');
      return 2 * number;
    },
};
