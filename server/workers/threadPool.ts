import { Worker } from 'node:worker_threads';
import type { Cancel, Clock } from '../clock.ts';
import type { Job } from './job.ts';

/** What came of a task. `late`: no answer in time; `failed`: the thread died over it, or the pool is closed. */
export type PoolAnswer<Result> = { readonly result: Result } | { readonly missed: 'late' | 'failed' };

/** Threads that stand ready for a job. `ask`: one task, answered within some ms; it never rejects. */
export type ThreadPool<Task, Result> = {
  readonly ask: (task: Task, ms: number) => Promise<PoolAnswer<Result>>;
  readonly close: () => Promise<void>;
};

/** `size`: the most threads, hired when they are first needed; `onCrash`: hears of threads that died, each of which is replaced. */
export type PoolSetup<Setup> = {
  readonly setup: Setup;
  readonly size: number;
  readonly clock: Clock;
  readonly onCrash: (error: unknown) => void;
};

type Order<Task, Result> = { readonly task: Task; readonly settle: (answer: PoolAnswer<Result>) => void };
type Thread<Task, Result> = { readonly worker: Worker; order: Order<Task, Result> | null };

// A thread that is still at it so long after the answer was wanted will never be done.
const STUCK_MS = 10_000;

/** Opens a pool: first come, first served; what has become late while it waited is never begun. */
export const openPool = <Setup, Task, Result>(
  job: Job<Setup, Task, Result>,
  { setup, size, clock, onCrash }: PoolSetup<Setup>,
): ThreadPool<Task, Result> => {
  const threads = new Set<Thread<Task, Result>>();
  let queue: readonly Order<Task, Result>[] = [];
  let isClosed = false;

  const hire = (): Thread<Task, Result> => {
    const worker = new Worker(new URL('./thread.ts', import.meta.url), {
      workerData: { file: job.file, setup },
    });
    const thread: Thread<Task, Result> = { worker, order: null };
    threads.add(thread);
    worker.unref();
    worker.on('message', (result: Result) => {
      thread.order?.settle({ result });
      thread.order = null;
      feed();
    });
    worker.on('error', onCrash);
    worker.on('exit', () => {
      threads.delete(thread);
      thread.order?.settle({ missed: 'failed' });
      feed();
    });
    return thread;
  };

  const feed = (): void => {
    while (queue.length > 0 && !isClosed) {
      const idle = [...threads].find(({ order }) => order === null);
      if (idle === undefined && threads.size >= size) return;
      const thread = idle ?? hire();
      [thread.order] = queue as [Order<Task, Result>];
      queue = queue.slice(1);
      thread.worker.postMessage(thread.order.task);
    }
  };

  const giveUpOn = (order: Order<Task, Result>): void => {
    queue = queue.filter((other) => other !== order);
    order.settle({ missed: 'late' });
    const busy = [...threads].find((thread) => thread.order === order);
    if (busy === undefined) return;
    clock.after(STUCK_MS, () => {
      if (busy.order === order) void busy.worker.terminate();
    });
  };

  return {
    ask: (task, ms) =>
      new Promise((resolve) => {
        let cancel: Cancel = () => {};
        const order: Order<Task, Result> = {
          task,
          settle: (answer) => {
            cancel();
            resolve(answer);
          },
        };
        if (isClosed) return order.settle({ missed: 'failed' });
        cancel = clock.after(ms, () => giveUpOn(order));
        queue = [...queue, order];
        feed();
      }),
    close: async () => {
      isClosed = true;
      for (const order of queue) order.settle({ missed: 'failed' });
      queue = [];
      await Promise.all([...threads].map(({ worker }) => worker.terminate()));
    },
  };
};
