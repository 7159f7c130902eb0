import type { Move } from '../../shared/bots/bot.ts';
import { layoutOf } from '../../shared/bots/sheet.ts';
import { decideOn, type WrittenSight } from '../../shared/bots/writtenSight.ts';
import { bookOf, SCENARIOS } from '../../shared/scenarios/index.ts';
import type { Job } from './job.ts';

/** Makes ready what every bot of a scenario needs, about 0.2 s each, so that no game has to wait for it. */
export const warmUp = (): void => {
  for (const id of Object.keys(SCENARIOS)) layoutOf(bookOf(id));
};

/** Decides for bots that think for long. */
export const job: Job<null, WrittenSight, Move | null> = {
  file: import.meta.url,
  prepare: () => {
    warmUp();
    return (written) => decideOn(bookOf(written.view.setup.scenario), written);
  },
};
