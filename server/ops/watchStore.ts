import type { LogStore } from '../storage/logStore.ts';
import { LogMoved } from '../storage/storeFailure.ts';
import type { Metrics } from './metrics.ts';

/** A store that is watched: how long its commits take, and whether it takes anything at all. */
export type WatchedStore = { readonly store: LogStore; readonly isWorking: () => boolean };

/** Watches a store. Its heartbeat keeps trying, so that it is known to work again without anybody acting. */
export const watchStore = (
  store: LogStore,
  metrics: Pick<Metrics, 'committed' | 'storeFailed'>,
): WatchedStore => {
  let works = true;
  const watched =
    <A extends readonly unknown[]>(
      write: (...args: A) => Promise<void>,
      done: (ms: number, ...args: A) => void,
    ) =>
    async (...args: A): Promise<void> => {
      const began = performance.now();
      try {
        await write(...args);
      } catch (error) {
        // A log that has moved was found by a store that works.
        if (!(error instanceof LogMoved)) {
          works = false;
          metrics.storeFailed();
        }
        throw error;
      }
      works = true;
      done(performance.now() - began, ...args);
    };
  return {
    store: {
      ...store,
      append: watched(store.append, (ms, _, entry) => metrics.committed(entry, ms)),
      beat: watched(store.beat, () => {}),
    },
    isWorking: () => works,
  };
};
