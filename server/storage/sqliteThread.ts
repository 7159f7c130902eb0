import { parentPort, workerData } from 'node:worker_threads';
import { commitIn, type Work } from './sqliteCommit.ts';
import { openDatabase } from './sqliteDatabase.ts';

/** The inside of the thread that commits: answers every message of works with what came of each. */
const commit = commitIn(openDatabase(workerData as string));

parentPort?.on('message', (works: readonly Work[]) => parentPort?.postMessage(commit(works)));
