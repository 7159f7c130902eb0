import { tracingChannel } from 'node:diagnostics_channel';
import { Worker } from 'node:worker_threads';
import type { CompiledQuery } from 'kysely';
import type { Engine } from './engine.ts';
import type { Changed, Committed, Statement, Work } from './sqliteCommit.ts';
import { StoreFailure } from './storeFailure.ts';

type Answer = Exclude<Committed, { readonly failure: string }> | 'doubtful';

/** Work on its way to a commit, and whoever waits for it. */
type Waiting = {
  readonly work: Work;
  readonly done: (answer: Answer) => void;
  readonly failed: (error: Error) => void;
};

/** Tells of every write from when it is asked for until it is answered, for whoever has to know that all is on record. */
export const WRITES = tracingChannel('between-giants:writes');

/** Does what changes a database, in a thread of its own. */
export type Writer = Pick<Engine, 'atomically' | 'close'> & {
  /** Does one statement, whatever it changes. Rejects when it was not done, or nobody knows. */
  readonly change: (query: CompiledQuery) => Promise<Changed>;
};

// What else belongs to a query can't be sent.
const plain = ({ sql, parameters }: Statement): Statement => ({ sql, parameters });

// What it is asked for lives for one commit: a large nursery would only hold memory.
const NURSERY_MB = 8;

/**
 * Commits in a thread of its own, so that nobody but who has written waits for the disk. What comes while it is at one commit
 * goes into the next, together. The thread starts with the first write. `onLost` hears of a thread that died; what it was at
 * may or may not be done.
 */
export const sqliteWriter = (folder: string, onLost: (error: Error) => void): Writer => {
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
      if (typeof outcome === 'object' && 'failure' in outcome) failed(new Error(outcome.failure));
      else done(outcome);
    }
    send();
  };

  const hire = (): Worker => {
    const hired = new Worker(new URL('./sqliteThread.ts', import.meta.url), {
      workerData: folder,
      resourceLimits: { maxYoungGenerationSizeMb: NURSERY_MB },
    });
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
    const works = underWay.map(({ work }) => work);
    try {
      worker ??= hire();
      // The process must not end before it knows.
      worker.ref();
      worker.postMessage(works);
    } catch (error) {
      settle(works.map(() => ({ failure: String(error) })));
    }
  };

  const ask = (work: Work): Promise<Answer> =>
    WRITES.tracePromise(
      () =>
        new Promise<Answer>((done, failed) => {
          waiting.push({ work, done, failed });
          // What comes in one turn of the event loop goes together.
          if (waiting.length === 1 && underWay.length === 0) setImmediate(send);
        }),
    );

  return {
    atomically: async (statements) => {
      const answer = await ask({ kind: 'together', statements: statements.map(plain) });
      return typeof answer === 'string' ? answer : 'done';
    },
    change: async (query) => {
      const answer = await ask({ kind: 'alone', statement: plain(query) });
      if (typeof answer === 'object') return answer;
      throw new StoreFailure('unavailable', 'the writing thread died before the commit');
    },
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
