import { describe, expect, it } from 'vitest';
import { accuracyOf, qualityOf, reviewSeat } from '../../shared/debrief/review/reviewSeat.ts';
import { SEATS } from '../../shared/seats.ts';
import { playGame } from '../../shared/simulation/playGame.ts';
import { pause2025 } from '../helpers/game.ts';

describe('accuracy', () => {
  it('weighs decisions by their stakes', () => {
    expect(accuracyOf([])).toBeNull();
    expect(accuracyOf([{ loss: 0, stake: 0 }])).toBeNull();
    expect(accuracyOf([{ loss: 0, stake: 3 }])).toBe(100);
    expect(accuracyOf([{ loss: 20, stake: 20 }])).toBe(36.8);
    // Small talk changes nothing; as much at stake as was lost, all of it kept, makes half the mean.
    const careless = { loss: 20, stake: 20 };
    expect(accuracyOf([careless, ...Array(50).fill({ loss: 0, stake: 0 })])).toBe(36.8);
    expect(accuracyOf([careless, { loss: 0, stake: 20 }])).toBeCloseTo((qualityOf(20) + 100) / 2, 1);
  });

  it('falls with every further loss', () => {
    const qualities = [0, 1, 5, 20, 80].map(qualityOf);
    expect(qualities).toEqual(qualities.toSorted((one, other) => other - one));
    expect(qualities[0]).toBe(100);
  });

  it('tells random play and the analyst apart: the weak lose much, the strong less', () => {
    const book = pause2025();
    const reviews = (bot: string) =>
      [...SEATS, ...SEATS].map((seat, game) => {
        const bots = { US: 'trader', KR: 'trader', CN: 'trader', [seat]: bot };
        const { entries } = playGame({ book, bots, seed: `ladder ${game}` });
        return reviewSeat(book, entries, seat, { worlds: 2 });
      });
    const mean = (values: readonly number[]): number =>
      values.reduce((sum, value) => sum + value, 0) / values.length;
    const [random, analyst] = ['random', 'analyst'].map((bot) => {
      const found = reviews(bot);
      return {
        accuracy: mean(found.map(({ accuracy }) => accuracy ?? 0)),
        lost: mean(found.map(({ lost }) => lost)),
      };
    });
    expect(random!.accuracy).toBeLessThan(analyst!.accuracy - 10);
    expect(random!.lost).toBeGreaterThan(1.2 * analyst!.lost);
  });
});
