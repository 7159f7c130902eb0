import { expect } from 'vitest';
import { figure } from './figure.ts';
import { FLAWLESS } from './nemesis/ledger.ts';
import { simulateLife } from './trials/simulatedServer.ts';

figure(
  'R18',
  "a table's life on a machine that crashes, tears writes, loses connections and sets its clock",
  { ci: 40, full: 1000 },
  async ({ size, seed, show }) => {
    let crashes = 0;
    let acknowledged = 0;
    const began = performance.now();
    for (let i = 0; i < size; i++) {
      const life = await simulateLife(seed * 1_000_000 + i);
      crashes += life.crashes;
      acknowledged += life.verdict.acknowledged;
      const name = `life ${seed * 1_000_000 + i}`;
      expect({ name, ...life.verdict }).toMatchObject({ name, ...FLAWLESS });
      expect({ name, end: life.end }).toEqual({ name, end: expect.stringMatching(/^(ended|torn)$/) });
      expect({ name, early: life.earlyTicks }).toEqual({ name, early: 0 });
    }
    expect(crashes).toBeGreaterThan(0);
    expect(acknowledged).toBeGreaterThan(size);
    const minutes = ((performance.now() - began) / size) * (10_000 / 60_000);
    show({ what: 'lives', value: size, unit: '', target: 1000, least: true });
    show({ what: 'time for 10,000 lives', value: minutes, unit: 'min', target: 10 });
  },
);
