import { afterEach, describe, expect, test } from 'vitest';
import { openPool, type ThreadPool } from '../../server/workers/threadPool.ts';
import { type HardTask, job } from '../helpers/hardJob.ts';
import { type ManualClock, manualClock } from '../helpers/manualClock.ts';

let pool: ThreadPool<HardTask, number>;
let clock: ManualClock;
let crashes: unknown[];

const open = (size: number): void => {
  clock = manualClock();
  crashes = [];
  pool = openPool(job, { setup: null, size, clock, onCrash: (error) => crashes.push(error) });
};
afterEach(() => pool.close());

const double = (number: number) => pool.ask({ number, next: 'double' }, 1000);

describe('a pool of threads', () => {
  test('answers every task, however many there are for a thread', async () => {
    open(2);
    const answers = await Promise.all([1, 2, 3, 4, 5].map(double));
    expect(answers).toEqual([2, 4, 6, 8, 10].map((result) => ({ result })));
  });

  test('loses only the task that a thread dies over, and replaces the thread', async () => {
    open(1);
    const [bad, good] = await Promise.all([pool.ask({ number: 1, next: 'throw' }, 1000), double(2)]);
    expect(bad).toEqual({ missed: 'failed' });
    expect(good).toEqual({ result: 4 });
    expect(crashes).toHaveLength(1);
    expect(await double(3)).toEqual({ result: 6 });
  });

  test('tells who waits for a stuck thread, and those behind it, that they wait in vain; then replaces it', async () => {
    open(1);
    const stuck = pool.ask({ number: 1, next: 'hang' }, 1000);
    const behind = double(2);
    clock.advance(1000);
    expect([await stuck, await behind]).toEqual([{ missed: 'late' }, { missed: 'late' }]);
    const later = pool.ask({ number: 3, next: 'double' }, 60_000);
    clock.advance(10_000);
    expect(await later).toEqual({ result: 6 });
  });

  test('tells everybody who still waits when it closes', async () => {
    open(1);
    const answers = [pool.ask({ number: 1, next: 'hang' }, 1000), double(2)];
    await pool.close();
    expect(await Promise.all([...answers, double(3)])).toEqual([1, 2, 3].map(() => ({ missed: 'failed' })));
  });
});
