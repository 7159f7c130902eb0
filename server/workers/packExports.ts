import { zipOf } from '../exports/archive.ts';
import type { ExportPlan } from '../exports/exported.ts';
import type { Job } from './job.ts';

/** Packs exports. A task is a plan as JSON, which costs who sends it far less than the plan itself. */
export const job: Job<null, string, Uint8Array> = {
  file: import.meta.url,
  prepare: () => (plan) => zipOf(JSON.parse(plan) as ExportPlan),
};
