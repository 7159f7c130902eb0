import { parentPort, workerData } from 'node:worker_threads';
import type { Job } from './job.ts';

/** The inside of a worker thread: prepares its job, then answers every task with its result. */
const { file, setup } = workerData as { readonly file: string; readonly setup: unknown };
const { job } = (await import(file)) as { readonly job: Job<unknown, unknown, unknown> };
const work = job.prepare(setup);

parentPort?.on('message', (task: unknown) => parentPort?.postMessage(work(task)));
