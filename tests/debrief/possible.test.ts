import { test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { gainsOf } from '../../shared/debrief/gainsOf.ts';
import { agreeable } from '../../shared/debrief/packages.ts';
import { paretoPicture } from '../../shared/debrief/paretoPicture.ts';
import { type Possible, possibleOf } from '../../shared/debrief/possible.ts';
import type { OutcomePoint } from '../../shared/debrief/question.ts';
import { debriefOf } from '../../shared/debrief/report.ts';
import { draw } from '../../shared/engine/chance.ts';
import type { Book } from '../../shared/scenarios/book.ts';
import { bookOf } from '../../shared/scenarios/index.ts';
import { type BySeat, bySeat, SEATS, type Seat } from '../../shared/seats.ts';
import { playGame } from '../../shared/simulation/playGame.ts';
import { pause2025 } from '../helpers/game.ts';
import { anyPointsGame, bookFor, bruteGains, mandateFor } from './pointsGame.ts';

type Gains = readonly number[];

const least = (gains: Gains): number => Math.min(...gains);
const total = (gains: Gains): number => gains.reduce((sum, gain) => sum + gain, 0);

/** The same figures, found by looking at every package and every pair of packages. */
const bruteForce = (all: readonly Gains[]) => {
  const beats = (one: Gains, other: Gains): boolean =>
    one.every((gain, i) => gain >= other[i]!) && one.some((gain, i) => gain > other[i]!);
  const frontier = all.filter((gains) => !all.some((other) => beats(other, gains)));
  const fair = all.filter((gains) => least(gains) >= 0);
  const ideals = (all[0] ?? []).map((_, i) => Math.max(0, ...fair.map((gains) => gains[i]!)));
  const parties = [...ideals.keys()].filter((i) => ideals[i]! > 0);
  const most = (value: (gains: Gains) => number): number | null =>
    fair.length === 0 ? null : Math.max(...fair.map(value));
  const among = (gains: Gains): Gains => parties.map((i) => gains[i]!);
  return {
    frontier: new Set(frontier.map((gains) => gains.join())),
    ideals,
    parties,
    nash: most((gains) => among(gains).reduce((product, gain) => product * gain, 1)),
    kalai: most((gains) => Math.min(...parties.map((i) => gains[i]! / ideals[i]!))),
    egalitarian: most((gains) => least(among(gains))),
    utilitarian: most(total),
  };
};

const expectSame = (possible: Possible, all: readonly Gains[], seats: readonly Seat[]): void => {
  const brute = bruteForce(all);
  const listed = (gains: BySeat<number>): Gains => seats.map((seat) => gains[seat]);
  const at = (point: OutcomePoint | null): Gains | null => point && listed(point.gains);
  const among = (gains: Gains): Gains => brute.parties.map((i) => gains[i]!);
  const valued = (point: OutcomePoint | null, value: (gains: Gains) => number): number | null => {
    const gains = at(point);
    if (gains !== null) expect(least(gains)).toBeGreaterThanOrEqual(0);
    return gains === null ? null : value(gains);
  };
  const { nash, kalai, egalitarian, utilitarian } = possible.solutions;
  expect(possible.method).toBe('exact');
  expect(possible.packages).toBe(all.length);
  expect(new Set(possible.frontier.map(({ gains }) => listed(gains).join()))).toEqual(brute.frontier);
  expect(listed(possible.ideals)).toEqual(brute.ideals);
  expect(valued(nash, (gains) => among(gains).reduce((product, gain) => product * gain, 1))).toBe(brute.nash);
  expect(valued(kalai, (gains) => Math.min(...brute.parties.map((i) => gains[i]! / brute.ideals[i]!)))).toBe(
    brute.kalai,
  );
  expect(valued(egalitarian, (gains) => least(among(gains)))).toBe(brute.egalitarian);
  expect(valued(utilitarian, total)).toBe(brute.utilitarian);
};

const possibleIn = (book: Book, mandates: BySeat<string>, end = bySeat(() => 0)): Possible =>
  possibleOf({
    book,
    seats: book.scenario.seats,
    mandates,
    gainsAt: gainsOf(book, { mandates, news: [] }),
    end,
  });

describe('what was possible', () => {
  test.prop([anyPointsGame], { numRuns: 150 })('equals brute force in any small game of points', (game) => {
    expectSame(possibleIn(bookFor(game), mandateFor), bruteGains(game), game.seats);
  });

  it('equals brute force in chip-council', () => {
    const book = bookOf('chip-council');
    const mandates = bySeat((seat) => book.mandatesOf(seat)[0]!.id);
    const worth = (seat: Seat, levels: Gains): number =>
      book.scenario.components
        .filter((component) => component.seat === seat)
        .flatMap(({ forms }) => forms)
        .reduce(
          (sum, form) =>
            form.form === 'points' ? sum + form.values[levels[book.leverIndex[form.lever]!]!]! : Number.NaN,
          -book.mandateOf(mandates[seat]).reservation,
        );
    const packages = book.scenario.levers.reduce<readonly Gains[]>(
      (before, lever) => before.flatMap((levels) => lever.levels.map((_, level) => [...levels, level])),
      [[]],
    );
    const all = packages.map((levels) => SEATS.map((seat) => worth(seat, levels)));
    const possible = possibleIn(book, mandates);
    expectSame(possible, all, SEATS);
    // The scenario's remarks say as much.
    expect(all.filter((gains) => least(gains) >= 0)).toHaveLength(121);
    const efficient = new Set(possible.frontier.map(({ gains }) => SEATS.map((seat) => gains[seat]).join()));
    expect(all.filter((gains) => least(gains) >= 0 && efficient.has(gains.join()))).toHaveLength(27);
  });

  it('finds the best improvement on an end, and none on an efficient one', () => {
    const book = bookOf('chip-council');
    const mandates = bySeat((seat) => book.mandatesOf(seat)[0]!.id);
    const improved = possibleIn(book, mandates).better!;
    expect(SEATS.every((seat) => improved.gains[seat] >= 0)).toBe(true);
    expect(possibleIn(book, mandates, improved.gains).better).toBeNull();
  });

  it('is drawn in a moment from the score sheets: in chip-council these are exact', () => {
    const book = bookOf('chip-council');
    const mandates = bySeat((seat) => book.mandatesOf(seat)[0]!.id);
    const gainsAt = gainsOf(book, { mandates, news: [] });
    const { frontier, cloud } = paretoPicture(book, mandates);
    for (const { levels, gains } of [...frontier, ...cloud])
      for (const seat of SEATS) expect(gains[seat]).toBeCloseTo(gainsAt(levels)[seat], 6);
    const all = possibleIn(book, mandates).frontier;
    for (const weights of [
      [1, 1, 1],
      [2, 1, 1],
      [1, 1, 3],
    ]) {
      const most = (points: readonly OutcomePoint[]): number =>
        Math.max(
          ...points.map(({ gains }) => SEATS.reduce((sum, seat, i) => sum + weights[i]! * gains[seat], 0)),
        );
      expect(most(frontier)).toBeCloseTo(most(all), 6);
    }
  });

  it('is searched where an economy has to be solved: no climb beats it beyond the gap that it states', () => {
    const book = pause2025();
    const { state, entries } = playGame({ book, bots: bySeat(() => 'trader'), seed: 'searched' });
    const debrief = debriefOf(book, entries);
    if ('code' in debrief) throw new Error(debrief.code);
    const { possible, value } = debrief;
    expect(possible.method).toBe('searched');
    const gainsAt = gainsOf(book, state);
    expect(gainsAt(state.levels)).toEqual(value.gains);
    const { proven, error } = possible.gap!;
    expect(proven).toBeLessThan(1);
    expect(error).toBeLessThan(2);
    const choices = agreeable(book);
    for (const [climb, weights] of [
      [1 / 3, 1 / 3, 1 / 3],
      [2 / 3, 1 / 6, 1 / 6],
      [1 / 6, 1 / 3, 1 / 2],
    ].entries()) {
      const mean = (gains: BySeat<number>): number =>
        SEATS.reduce((sum, seat, i) => sum + weights[i]! * gains[seat], 0);
      let levels = choices.map(
        (options, lever) => options[Math.floor(draw('climb', `${climb} ${lever}`) * options.length)]!,
      );
      for (let best = mean(gainsAt(levels)), from = -1; best > from; ) {
        from = best;
        for (const [lever, options] of choices.entries())
          for (const level of options) {
            const next = levels.with(lever, level);
            const found = mean(gainsAt(next));
            if (found > best) [best, levels] = [found, next];
          }
      }
      const found = Math.max(...possible.frontier.map(({ gains }) => mean(gains)));
      expect(mean(gainsAt(levels)), `climb ${climb}`).toBeLessThanOrEqual(found + proven + error);
    }
  });
});
