import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Job } from './job.ts';

/**
 * How a job is done. `workers`: 1 works here, more in that many threads. `onDone`: called with every result as it
 * comes, in any order. `signal`: stops at once; what is not done by then is left undone.
 */
export type JobOrder<Setup, Task, Result> = {
  readonly setup: Setup;
  readonly tasks: Iterable<Task>;
  readonly workers: number;
  readonly onDone: (result: Result, task: Task) => void;
  readonly signal: AbortSignal;
};

const runHere = async <Setup, Task, Result>(
  job: Job<Setup, Task, Result>,
  { setup, tasks, onDone, signal }: JobOrder<Setup, Task, Result>,
): Promise<void> => {
  const work = job.prepare(setup);
  for (const task of tasks) {
    // Lets signals in between two tasks.
    await setImmediate();
    if (signal.aborted) return;
    onDone(work(task), task);
  }
};

/** Feeds one thread with tasks until there are none left. */
const employ = <Setup, Task, Result>(
  file: string,
  { setup, onDone, signal }: JobOrder<Setup, Task, Result>,
  next: () => IteratorResult<Task>,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./thread.ts', import.meta.url), { workerData: { file, setup } });
    let current: Task;
    let isStopped = false;
    const stop = (): void => {
      isStopped = true;
      void worker.terminate().then(() => resolve());
    };
    const feed = (): void => {
      const step = next();
      if (step.done === true) {
        stop();
        return;
      }
      current = step.value;
      worker.postMessage(current);
    };
    signal.addEventListener('abort', stop, { once: true });
    worker.on('message', (result: Result) => {
      if (signal.aborted) return;
      try {
        onDone(result, current);
        feed();
      } catch (problem) {
        reject(problem);
        stop();
      }
    });
    worker.on('error', reject);
    worker.on('exit', () => {
      if (!isStopped) reject(new Error('a worker thread ended before its work'));
    });
    feed();
  });

/** Does all tasks of a job, or as many as there are until the signal. Throws what a task or `onDone` throws. */
export const runJob = async <Setup, Task, Result>(
  job: Job<Setup, Task, Result>,
  order: JobOrder<Setup, Task, Result>,
): Promise<void> => {
  if (order.workers === 1) return runHere(job, order);
  const failure = new AbortController();
  const signal = AbortSignal.any([order.signal, failure.signal]);
  const queue = order.tasks[Symbol.iterator]();
  const hire = () =>
    employ(job.file, { ...order, signal }, () => queue.next()).catch((problem: unknown) => {
      failure.abort();
      throw problem;
    });
  await Promise.all(Array.from({ length: order.workers }, hire));
};
