/**
 * One measured figure; `note` says under which conditions, or what it is to be compared with. `target`: what it should
 * reach, in the same unit; `cause`: why it is as far from it as it is.
 */
export type BenchRow = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly note: string;
  readonly target?: number;
  readonly cause?: string;
};

/** The value below which a share of some values lies; 0 of none. */
export const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? 0;

/** Three significant digits: more than a busy machine repeats. */
export const rounded = (value: number): number => Number(value.toPrecision(3));

// Processor time is counted in ticks of this many milliseconds.
const TICK = 4;

/** Milliseconds that a short work takes, without those in which a busy machine did something else, and what it makes. */
export const clocked = <T>(work: () => T): { readonly ms: number; readonly made: T } => {
  const [cpu, clock] = [process.threadCpuUsage(), performance.now()];
  const made = work();
  const ms = performance.now() - clock;
  const { user, system } = process.threadCpuUsage(cpu);
  return { ms: Math.min(ms, TICK + (user + system) / 1000), made };
};

/** Seconds of processor time that a long work takes in this thread, and what it makes. */
export const timed = <T>(work: () => T): { readonly seconds: number; readonly made: T } => {
  const before = process.threadCpuUsage();
  const made = work();
  const { user, system } = process.threadCpuUsage(before);
  return { seconds: (user + system) / 1e6, made };
};
