import { expect } from 'vitest';
import { figure } from './figure.ts';
import { secretsTrial } from './trials/secretsTrial.ts';

figure(
  'S5',
  'no byte of a seat’s words, sealed offers, capital or mandate reaches anybody else, nor the log',
  { ci: 2, full: 200 },
  async ({ size, chance, show }) => {
    const { leaks, canaries, arrived, bytes } = await secretsTrial(size, chance);
    expect(leaks).toEqual([]);
    // The search sees: words and numbers arrive where they belong.
    expect(arrived.words).toBeGreaterThan(20 * size);
    expect(arrived.numbers).toBeGreaterThan(2 * size);
    show({ what: 'canaries found where they do not belong', value: leaks.length, unit: '', target: 0 });
    show({ what: 'games', value: size, unit: '', target: 200, least: true });
    show({ what: 'canaries', value: canaries, unit: '', target: 1, least: true });
    show({ what: 'MB searched', value: bytes / 1e6, unit: 'MB', target: 1, least: true });
  },
);
