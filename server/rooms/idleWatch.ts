import type { Cancel, Clock } from '../clock.ts';

/** Tells when a table has had nothing to do for a while. */
export type IdleWatch = { readonly review: (isIdle: boolean) => void; readonly stop: () => void };

const IDLE_MS = 300_000;

/** Winds the watch. */
export const idleWatch = (clock: Clock, onIdle: () => void): IdleWatch => {
  let cancel: Cancel = () => {};
  return {
    review: (isIdle) => {
      cancel();
      cancel = isIdle ? clock.after(IDLE_MS, onIdle) : () => {};
    },
    stop: () => cancel(),
  };
};
