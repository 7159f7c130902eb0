import { parentPort, workerData } from 'node:worker_threads';
import { commitIn, type Statement } from './sqliteCommit.ts';
import { openDatabase } from './sqliteDatabase.ts';

/** The inside of the thread that commits: answers every message of groups with what came of each. */
const commit = commitIn(openDatabase(workerData as string));

parentPort?.on('message', (groups: readonly (readonly Statement[])[]) =>
  parentPort?.postMessage(commit(groups)),
);
