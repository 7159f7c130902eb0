import type { LoadPlan } from './drive.ts';
import type { Figures } from './measure.ts';

/** The most tables that were carried, and the figures of every step on the way. */
export type Capacity = { readonly tables: number; readonly steps: readonly Figures[] };

const CLOSE_ENOUGH = 1.15;
const MOST_TABLES = 4096;

/**
 * The most tables at which 99 of 100 actions are answered within so many ms and none is lost: doubles until a step fails,
 * then halves the gap until it is within 15 percent. `run` measures one step on a fresh server.
 */
export const findCapacity = async (
  run: (plan: LoadPlan) => Promise<Figures>,
  { tables: start, ...beat }: LoadPlan,
  most: number,
): Promise<Capacity> => {
  const steps: Figures[] = [];
  const isCarried = async (tables: number): Promise<boolean> => {
    const figures = await run({ tables, ...beat });
    steps.push(figures);
    // Fewer actions than asked for means that the load tool itself could not keep up.
    const wanted = 3 * tables * beat.seconds * beat.rate;
    return figures.lost === 0 && (figures.p99 ?? most) < most && figures.actions > 0.8 * wanted;
  };
  let good = 0;
  let bad = start;
  while (bad <= MOST_TABLES && (await isCarried(bad))) {
    good = bad;
    bad *= 2;
  }
  while (good > 0 && bad - good > 1 && bad / good > CLOSE_ENOUGH) {
    const middle = Math.min(bad - 1, Math.max(good + 1, Math.round(Math.sqrt(good * bad))));
    if (await isCarried(middle)) good = middle;
    else bad = middle;
  }
  return { tables: good, steps };
};
