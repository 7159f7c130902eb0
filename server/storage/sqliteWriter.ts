import { tracingChannel } from 'node:diagnostics_channel';
import { Worker } from 'node:worker_threads';
import type { Engine, Outcome } from './engine.ts';
import type { Committed } from './sqliteCommit.ts';

/** Statements on their way to a commit, and whoever waits for them. */
type Waiting = {
  readonly statements: Parameters<Engine['atomically']>[0];
  readonly done: (outcome: Outcome) => void;
  readonly failed: (error: Error) => void;
};

/** Tells of every write from when it is asked for until it is answered, for whoever has to know that all is on record. */
export const WRITES = tracingChannel('between-giants:writes');

/**
 * Commits in a thread of its own, so that nobody but who has written waits for the disk. What comes while it is at one commit
 * goes into the next, together. The thread starts with the first write. `onLost` hears of a thread that died; what it was at
 * may or may not be done.
 */
export const sqliteWriter = (
  folder: string,
  onLost: (error: Error) => void,
): Pick<Engine, 'atomically' | 'close'> => {
  let worker: Worker | null = null;
  let waiting: Waiting[] = [];
  let underWay: readonly Waiting[] = [];
  let rest: () => void = () => {};

  const settle = (outcomes: readonly Committed[] | null): void => {
    const group = underWay;
    underWay = [];
    worker?.unref();
    for (const [i, { done, failed }] of group.entries()) {
      const outcome = outcomes?.[i] ?? 'doubtful';
      if (typeof outcome === 'string') done(outcome);
      else failed(new Error(outcome.failure));
    }
    send();
  };

  const hire = (): Worker => {
    const hired = new Worker(new URL('./sqliteThread.ts', import.meta.url), { workerData: folder });
    hired.on('message', settle);
    hired.on('error', onLost);
    hired.on('exit', () => {
      worker = null;
      settle(null);
    });
    return hired;
  };

  const send = (): void => {
    if (underWay.length > 0) return;
    if (waiting.length === 0) {
      rest();
      return;
    }
    underWay = waiting;
    waiting = [];
    const groups = underWay.map(({ statements }) =>
      statements.map(({ sql, parameters }) => ({ sql, parameters })),
    );
    try {
      worker ??= hire();
      // The process must not end before it knows.
      worker.ref();
      worker.postMessage(groups);
    } catch (error) {
      settle(groups.map(() => ({ failure: String(error) })));
    }
  };

  return {
    atomically: (statements) =>
      WRITES.tracePromise(
        () =>
          new Promise<Outcome>((done, failed) => {
            waiting.push({ statements, done, failed });
            // What comes in one turn of the event loop goes together.
            if (waiting.length === 1 && underWay.length === 0) setImmediate(send);
          }),
      ),
    close: async () => {
      await new Promise<void>((resolve) => {
        rest = resolve;
        send();
      });
      worker?.removeAllListeners('exit');
      await worker?.terminate();
      worker = null;
    },
  };
};
