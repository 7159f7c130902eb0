import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Log } from './log.ts';
import type { LogStore } from './storage/logStore.ts';
import type { Thinkers } from './workers/thinkers.ts';

/** The parts that everything on the server is built from. */
export type House = {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  readonly store: LogStore;
  readonly thinkers: Thinkers;
};
