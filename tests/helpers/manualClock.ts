import type { Clock } from '../../server/clock.ts';
import { WRITES } from '../../server/storage/sqliteWriter.ts';

/** A clock that stands still until it is told to go on: no test ever waits for time to pass. */
export type ManualClock = Clock & {
  /** Goes on by some ms and runs what is due, in order, each to its end. 0: runs what is due now. */
  readonly advance: (ms: number) => Promise<void>;
  /** How many calls are planned. */
  readonly plans: () => number;
};

const TURNS = 12;

let writes = 0;
WRITES.subscribe({
  start: () => {
    writes += 1;
  },
  asyncEnd: () => {
    writes -= 1;
  },
  end: () => {},
  asyncStart: () => {},
  error: () => {},
});

/** Waits until what has begun is on record, and nothing new follows from it in some turns of the event loop. */
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < TURNS; turn = writes > 0 ? 0 : turn + 1)
    await new Promise((resolve) => setImmediate(resolve));
};

export const manualClock = (start = 1_750_000_000_000): ManualClock => {
  let time = start;
  let count = 0;
  let plans: { readonly due: number; readonly order: number; readonly run: () => void }[] = [];
  const nextBefore = (end: number) =>
    plans.filter((plan) => plan.due <= end).sort((a, b) => a.due - b.due || a.order - b.order)[0];
  return {
    now: () => time,
    plans: () => plans.length,
    after: (ms, run) => {
      const plan = { due: time + Math.max(0, ms), order: count++, run };
      plans = [...plans, plan];
      return () => {
        plans = plans.filter((other) => other !== plan);
      };
    },
    advance: async (ms) => {
      const end = time + ms;
      for (let plan = nextBefore(end); plan !== undefined; plan = nextBefore(end)) {
        const due = plan;
        plans = plans.filter((other) => other !== due);
        time = Math.max(time, due.due);
        due.run();
        await settled();
      }
      time = end;
    },
  };
};
