import { describe, expect, it } from 'vitest';
import { WAIT } from '../../shared/debrief/review/decision.ts';
import { accuracyOf, qualityOf, reviewSeat } from '../../shared/debrief/review/reviewSeat.ts';
import { bestOf, lossOf, type Valued, worthOf } from '../../shared/debrief/review/valued.ts';
import { bookOf } from '../../shared/scenarios/index.ts';
import { SEATS } from '../../shared/seats.ts';
import { playGame } from '../../shared/simulation/playGame.ts';
import { randomStream } from '../../shared/simulation/randomStream.ts';

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

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

  it('orders rungs that are clearly apart, each among others: random play, the conceder, the analyst', () => {
    const book = bookOf('short-pause-2025');
    const [random, conceder, analyst] = ['random', 'conceder', 'analyst'].map((bot) => {
      const reviews = [0, 1].flatMap((game) =>
        SEATS.map((seat) => {
          const bots = { US: 'micro', KR: 'trader', CN: 'micro', [seat]: bot };
          const { entries } = playGame({ book, bots, seed: `rungs ${game}` });
          return reviewSeat(book, entries, seat, { worlds: 8 });
        }),
      );
      return {
        accuracy: meanOf(reviews.map(({ accuracy }) => accuracy ?? 0)),
        lost: meanOf(reviews.map(({ lost }) => lost)),
      };
    });
    expect(random!.accuracy).toBeLessThan(conceder!.accuracy - 5);
    expect(conceder!.accuracy).toBeLessThan(analyst!.accuracy - 5);
    expect(random!.lost).toBeGreaterThan(1.2 * analyst!.lost);
  });
});

describe('a loss', () => {
  const worldsOf = (seed: string, worth: number): readonly number[] => {
    const random = randomStream(seed);
    return Array.from({ length: 16 }, () => worth + 20 * (random() - 0.5));
  };
  const choiceOf = (seed: string, worth: number): Valued => ({
    choice: WAIT,
    worths: worldsOf(seed, worth),
  });
  /** The mean loss and the mean naive one, over 400 decisions between a choice and eight others. */
  const lossesOf = (did: number, others: number) => {
    const found = Array.from({ length: 400 }, (_, i) => {
      const done = choiceOf(`did ${i}`, did);
      const all = [done, ...Array.from({ length: 8 }, (__, k) => choiceOf(`other ${i} ${k}`, others))];
      return { loss: lossOf(done, all), naive: worthOf(bestOf(all)) - worthOf(done) };
    });
    return { loss: meanOf(found.map(({ loss }) => loss)), naive: meanOf(found.map(({ naive }) => naive)) };
  };

  it('is nothing on average among choices of equal worth, however noisy the playouts', () => {
    const { loss, naive } = lossesOf(5, 5);
    expect(naive).toBeGreaterThan(1.5);
    expect(Math.abs(loss)).toBeLessThan(0.5);
  });

  it('is the whole difference to a choice that is clearly better', () => {
    expect(lossesOf(5, 30).loss).toBeCloseTo(25, 0);
    expect(lossesOf(-4, -30).loss).toBeCloseTo(4, 0);
  });
});
