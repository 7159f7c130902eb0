import type { Cancel, Clock } from '../clock.ts';

/** Opens tables again that this process has lost sight of. */
export type Reopening = { readonly plan: (id: string) => void; readonly stop: () => void };

const WAIT_MS = 1000;

/** Starts with nothing planned. `open` plans a table anew when the store does not answer. */
export const reopening = (clock: Clock, open: (id: string) => Promise<unknown>): Reopening => {
  const planned = new Map<string, Cancel>();
  let isStopped = false;
  return {
    plan: (id) => {
      if (isStopped || planned.has(id)) return;
      const reopen = (): void => {
        planned.delete(id);
        // Nobody waits for it: when the store does not answer, it is planned anew.
        open(id).catch(() => {});
      };
      planned.set(id, clock.after(WAIT_MS, reopen));
    },
    stop: () => {
      isStopped = true;
      for (const cancel of planned.values()) cancel();
    },
  };
};
