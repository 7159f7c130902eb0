import { describe, expect, it } from 'vitest';
import { payoffOf } from '../../shared/engine/payoff.ts';
import { bookOf } from '../../shared/scenarios/index.ts';
import { SEATS } from '../../shared/seats.ts';

const book = bookOf('chip-council');
const mandates = SEATS.map((seat) => book.mandatesOf(seat)[0]);

const everyPackage = (): readonly (readonly number[])[] =>
  book.scenario.levers.reduce<readonly (readonly number[])[]>(
    (packages, { levels }) => packages.flatMap((start) => levels.map((_, level) => [...start, level])),
    [[]],
  );

const packages = everyPackage();
const values = packages.map((levels) => mandates.map(({ id }) => payoffOf(book, id, levels, null)));

const isAcceptable = (value: readonly number[]): boolean =>
  value.every((v, i) => v >= mandates[i].reservation);
const isBetter = (one: readonly number[], other: readonly number[]): boolean =>
  one.every((v, i) => v > other[i]);
const dominates = (one: readonly number[], other: readonly number[]): boolean =>
  one.every((v, i) => v >= other[i]) && one.some((v, i) => v > other[i]);

describe('chip-council', () => {
  it('is scored from 0 to 100 by each delegation', () => {
    expect(packages).toHaveLength(960);
    SEATS.forEach((_, seat) => {
      const column = values.map((value) => value[seat]);
      expect(Math.max(...column)).toBe(100);
      expect(Math.min(...column)).toBeGreaterThanOrEqual(0);
    });
  });

  it('has a zone of agreement of moderate size with many efficient packages', () => {
    const zone = values.filter(isAcceptable);
    expect(zone).toHaveLength(121);
    const efficient = zone.filter((value) => !values.some((other) => dominates(other, value)));
    expect(efficient).toHaveLength(27);
  });

  it('rewards logrolling: either middle of every issue can be beaten for all three', () => {
    for (const round of [Math.floor, Math.ceil]) {
      const middle = book.scenario.levers.map(({ levels }) => round((levels.length - 1) / 2));
      const value = mandates.map(({ id }) => payoffOf(book, id, middle, null));
      expect(values.filter((other) => isAcceptable(other) && isBetter(other, value)).length).toBeGreaterThan(
        10,
      );
    }
  });

  it('states as ideal the most that leaves the others at or above their reservation value', () => {
    mandates.forEach(({ id, ideal, reservation }, seat) => {
      const best = Math.max(
        ...values
          .filter((value) => value.every((v, i) => i === seat || v >= mandates[i].reservation))
          .map((value) => value[seat] - reservation),
      );
      expect(best, id).toBe(ideal);
    });
  });
});
