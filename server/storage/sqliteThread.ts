import { parentPort, workerData } from 'node:worker_threads';
import { commitNotes } from './commitCount.ts';
import { commitIn, type Work } from './sqliteCommit.ts';
import { openDatabase } from './sqliteDatabase.ts';

/** The inside of the thread that commits: answers every message of works with what came of each. */
const folder = workerData as string;
const commit = commitIn(openDatabase(folder), commitNotes(folder));

parentPort?.on('message', (works: readonly Work[]) => parentPort?.postMessage(commit(works)));
