import type { Move } from '../../shared/bots/bot.ts';
import type { WrittenSight } from '../../shared/bots/writtenSight.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import { job } from './decideMoves.ts';
import { openPool, type ThreadPool } from './threadPool.ts';

/** The threads in which bots think that take long over it. `patience`: how long to wait for an answer, ms. */
export type Thinkers = ThreadPool<WrittenSight, Move | null> & { readonly patience: number };

/** Opens them for one server. */
export const openThinkers = ({ BOT_THREADS, BOT_PATIENCE_MS }: Config, clock: Clock, log: Log): Thinkers => ({
  ...openPool(job, {
    setup: null,
    size: BOT_THREADS,
    clock,
    onCrash: (err) => log.error({ err }, 'a thread for bots died'),
  }),
  patience: BOT_PATIENCE_MS,
});
