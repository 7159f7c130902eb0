import type { Cancel, Clock } from '../clock.ts';

// This many at a time, with this much time between for those who play.
const SWEEP_SIZE = 10;
const SWEEP_MS = 1000;

/** Goes through a list in the background, a few at a time. The answer stops it. */
export const bitByBit = (
  ids: readonly string[],
  clock: Clock,
  each: (few: readonly string[]) => Promise<void>,
): Cancel => {
  let isStopped = false;
  let cancel: Cancel = () => {};
  const goOn = (left: readonly string[]): void => {
    if (left.length === 0 || isStopped) return;
    cancel = clock.after(SWEEP_MS, () => {
      each(left.slice(0, SWEEP_SIZE)).then(() => goOn(left.slice(SWEEP_SIZE)));
    });
  };
  goOn(ids);
  return () => {
    isStopped = true;
    cancel();
  };
};
