/** One of the three who act at a table under load. */
export type LoadSeat = {
  /** Acts once: `true` when it was answered as wished, `false` for a refusal; null: nothing to do at this moment. */
  readonly act: () => Promise<boolean> | null;
};

/** A table under load, ready to be played at. */
export type LoadTable = { readonly seats: readonly LoadSeat[]; readonly close: () => void };

/** The work: so many tables for so many seconds, every seat acting so many times a second. */
export type LoadPlan = { readonly tables: number; readonly seconds: number; readonly rate: number };

/** What came of it. `refused`: answered with a refusal; `lost`: never answered; `latencies`: ms from the action to its answer. */
export type Driven = {
  readonly tables: number;
  readonly clients: number;
  readonly actions: number;
  readonly acknowledged: number;
  readonly refused: number;
  readonly lost: number;
  readonly latencies: readonly number[];
};

const AT_ONCE = 12;
const LAST_ANSWERS_MS = 10_000;

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Opens many tables, a few at a time. */
export const openMany = async (
  count: number,
  open: (index: number) => Promise<LoadTable>,
): Promise<readonly LoadTable[]> => {
  const tables: LoadTable[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < count) tables.push(await open(next++));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return tables;
};

/** Lets all seats act in their own beat, whatever the answers take: a slow server gets no less to do. */
export const drive = async (
  tables: readonly LoadTable[],
  { seconds, rate }: Pick<LoadPlan, 'seconds' | 'rate'>,
  { chance, signal }: { readonly chance: () => number; readonly signal?: AbortSignal },
): Promise<Driven> => {
  const seats = tables.flatMap((table) => table.seats);
  const latencies: number[] = [];
  let actions = 0;
  let refused = 0;
  const actOnce = (seat: LoadSeat): void => {
    const began = performance.now();
    const answer = seat.act();
    if (answer === null) return;
    actions += 1;
    void answer.then((agreed) => {
      latencies.push(performance.now() - began);
      if (!agreed) refused += 1;
    });
  };
  const beat = 1000 / rate;
  const timers = seats.map((seat) => {
    const timer = { stop: () => {} };
    const first = setTimeout(() => {
      const beats = setInterval(() => actOnce(seat), beat);
      timer.stop = () => clearInterval(beats);
      actOnce(seat);
    }, chance() * beat);
    timer.stop = () => clearTimeout(first);
    return timer;
  });
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end && signal?.aborted !== true) await wait(100);
  for (const { stop } of timers) stop();
  const latest = performance.now() + LAST_ANSWERS_MS;
  while (latencies.length < actions && performance.now() < latest) await wait(20);
  const answered = latencies.length;
  return {
    tables: tables.length,
    clients: seats.length,
    actions,
    acknowledged: answered - refused,
    refused,
    lost: actions - answered,
    latencies,
  };
};

/** The value below which a share of the values lies; null of none. */
export const quantile = (values: readonly number[], share: number): number | null =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))] ?? null;
