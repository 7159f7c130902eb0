import { type Driven, drive, type LoadPlan, type LoadTable, openMany, quantile } from './drive.ts';
import type { Meter } from './usage.ts';

/** Figures of one run. Latencies in ms; `serverCpu` in percent of one core, `rssMB` in MB, null where they can't be known. */
export type Figures = Omit<Driven, 'latencies'> & {
  readonly p50: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
  readonly serverCpu: number | null;
  readonly rssMB: number | null;
};

/** The figures of a run against our game; `bytesPerAction`: the median size of an update on the wire, for one viewer. */
export type LoadFigures = Figures & { readonly bytesPerAction: number | null };

/** What to put under load, and how to read what it uses. */
export type Subject = {
  readonly open: () => Promise<LoadTable>;
  readonly meter: Meter;
  /** Runs when all tables are open, before anybody acts. */
  readonly opened?: () => Promise<void>;
};

const rounded = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 100) / 100;

/** Opens the tables, drives them for the time of the plan, closes them, and says how it went. */
export const measure = async (
  { open, meter, opened }: Subject,
  { tables: count, ...beat }: LoadPlan,
  context: { readonly chance: () => number; readonly signal?: AbortSignal },
): Promise<Figures> => {
  const tables = await openMany(count, open);
  await opened?.();
  const began = performance.now();
  const before = await meter();
  const { latencies, ...driven } = await drive(tables, beat, context);
  const after = await meter();
  const seconds = (performance.now() - began) / 1000;
  for (const { close } of tables) close();
  const used = before !== null && after !== null ? after.cpuSeconds - before.cpuSeconds : null;
  return {
    ...driven,
    p50: rounded(quantile(latencies, 0.5)),
    p95: rounded(quantile(latencies, 0.95)),
    p99: rounded(quantile(latencies, 0.99)),
    serverCpu: used === null ? null : rounded((100 * used) / seconds),
    rssMB: after === null ? null : Math.round(after.rssBytes / 1e6),
  };
};
