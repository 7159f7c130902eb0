import { setImmediate } from 'node:timers/promises';
import type { Move } from '../../shared/bots/bot.ts';
import { prepareSheets } from '../../shared/bots/sheet.ts';
import { decideOn, type WrittenSight } from '../../shared/bots/writtenSight.ts';
import { bookOf, SCENARIOS } from '../../shared/scenarios/index.ts';
import type { Job } from './job.ts';

function* steps(): Generator<void, void> {
  for (const id of Object.keys(SCENARIOS)) yield* prepareSheets(bookOf(id));
}

/** Makes ready what the bots of every scenario need, so that no game has to wait for it, and lets everything else go first. */
export const warmUp = async (): Promise<void> => {
  for (const _ of steps()) await setImmediate();
};

/** Decides for bots that think for long. */
export const job: Job<null, WrittenSight, Move | null> = {
  file: import.meta.url,
  prepare: () => {
    for (const _ of steps());
    return (written) => decideOn(bookOf(written.view.setup.scenario), written);
  },
};
