import type { Clock } from '../clock.ts';
import type { ExportPlan } from '../exports/exported.ts';
import type { Log } from '../log.ts';
import { job } from './packExports.ts';
import { openPool } from './threadPool.ts';

/** Packs exports in a thread: a whole class takes a second, in which nobody else would be answered. */
export type Packer = {
  /** The ZIP of a plan; null: it could not be made, or not in time. */
  readonly pack: (plan: ExportPlan) => Promise<Uint8Array | null>;
  readonly close: () => Promise<void>;
};

const PATIENCE_MS = 30_000;

/** Opens the one of a server. */
export const openPacker = (clock: Clock, log: Log): Packer => {
  const pool = openPool(job, {
    setup: null,
    size: 1,
    clock,
    onCrash: (err) => log.error({ err }, 'a thread for exports died'),
  });
  return {
    pack: async (plan) => {
      const answer = await pool.ask(JSON.stringify(plan), PATIENCE_MS);
      return 'result' in answer ? answer.result : null;
    },
    close: pool.close,
  };
};
