import { readFile } from 'node:fs/promises';

/** What a process has used: CPU seconds since its start, and the memory that it holds now. */
export type Usage = { readonly cpuSeconds: number; readonly rssBytes: number };

/** Reads a process's usage; null where it can't be known. */
export type Meter = () => Promise<Usage | null>;

const TICKS_PER_SECOND = 100;
const UTIME = 11;
const PAGE = 4096;
const RSS = 21;

/** Of a process on this machine, where the kernel tells (Linux). */
export const processMeter =
  (pid: number): Meter =>
  async () => {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
    if (stat === null) return null;
    // The name in brackets may hold anything; fields are counted behind it.
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [user = 0, system = 0] = fields.slice(UTIME);
    return { cpuSeconds: (user + system) / TICKS_PER_SECOND, rssBytes: (fields[RSS] ?? 0) * PAGE };
  };

const metric = (text: string, name: string): number =>
  Number(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, 'm').exec(text)?.[1] ?? Number.NaN);

/** Of a server somewhere, by its metrics. `url`: the whole address of its Prometheus page. */
export const metricsMeter =
  (url: string): Meter =>
  async () => {
    const text = await fetch(url).then(
      (response) => (response.ok ? response.text() : ''),
      () => '',
    );
    const cpuSeconds = metric(text, 'process_cpu_seconds_total');
    const rssBytes = metric(text, 'process_resident_memory_bytes');
    return Number.isNaN(cpuSeconds) || Number.isNaN(rssBytes) ? null : { cpuSeconds, rssBytes };
  };

/** Nobody knows. */
export const noMeter: Meter = async () => null;
