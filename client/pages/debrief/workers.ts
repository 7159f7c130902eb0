import type { Entry } from '../../../shared/engine/log.ts';
import type { Finding, Question } from './debriefWorker.ts';

/** Works tables out beside the page. */
export type Workers = {
  /** Debriefs a table; its review follows once every table that was handed in by then is debriefed. */
  readonly take: (id: string, entries: readonly Entry[]) => void;
  /** Reviews all that were taken. */
  readonly review: () => void;
  readonly stop: () => void;
};

const MOST = 4;

/** As many workers as tables and processors allow. */
const countFor = (tables: number): number =>
  Math.max(1, Math.min(MOST, tables, (navigator.hardwareConcurrency || 2) - 1));

/** Starts workers for so many tables. `onFinding`: hears everything they find out; `onFailure`: one of them broke down. */
export const startWorkers = (
  tables: number,
  onFinding: (finding: Finding) => void,
  onFailure: () => void,
): Workers => {
  const workers = Array.from({ length: countFor(tables) }, () => {
    const worker = new Worker(new URL('./debriefWorker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<Finding>) => onFinding(data);
    worker.onerror = onFailure;
    return worker;
  });
  const taken: string[] = [];
  const ask = (question: Question, nth: number): void => workers[nth % workers.length].postMessage(question);
  return {
    take: (id, entries) => {
      ask({ ask: 'debrief', id, entries }, taken.length);
      taken.push(id);
    },
    review: () => {
      for (const [nth, id] of taken.entries()) ask({ ask: 'review', id }, nth);
    },
    stop: () => {
      for (const worker of workers) worker.terminate();
    },
  };
};
