import { describe, expect, it } from 'vitest';
import { payoffOf } from '../../shared/engine/payoff.ts';
import { bookOf, SCENARIOS } from '../../shared/scenarios/index.ts';
import type { Words } from '../../shared/scenarios/schema.ts';

const book = bookOf('tariff-pause-2025');
const { scenario } = book;

/** Every text of a scenario with the path to it. */
const textsIn = (part: unknown, path: string): (readonly [string, Words])[] => {
  if (typeof part !== 'object' || part === null) return [];
  if ('en' in part && 'ko' in part) return [[path, part as Words]];
  return Object.entries(part).flatMap(([key, value]) => textsIn(value, `${path}.${key}`));
};

const HANGUL = /[가-힣]/;
const HAN = /[一-鿿]/;

describe.each(Object.values(SCENARIOS))('words of $id', (each) => {
  it('are written in the language that they claim', () => {
    for (const [path, { en, ko, zh }] of textsIn(each, each.id)) {
      expect(en, path).not.toMatch(/[가-힣一-鿿]/);
      expect(ko, path).toMatch(HANGUL);
      expect(ko, path).not.toMatch(HAN);
      expect(zh, path).toMatch(HAN);
      expect(zh, path).not.toMatch(HANGUL);
      for (const text of [en, ko, zh]) expect(text, path).toBe(text.trim());
    }
  });

  it('label every level that is a word, and none that is a figure', () => {
    for (const lever of each.levers)
      for (const level of lever.levels)
        expect(level.label !== undefined, `${lever.id} ${level.id}`).toBe(lever.unit === 'word');
  });
});

describe('tariff-pause-2025', () => {
  it('has all that the game is about', () => {
    expect(scenario.levers).toHaveLength(27);
    expect(scenario.mandates).toHaveLength(9);
    expect(scenario.blocs).toHaveLength(12);
    expect(scenario.news.length).toBeGreaterThanOrEqual(20);
    expect(book.leverOf('kr-cn-fta').owners).toEqual(['KR', 'CN']);
    expect(scenario.levers.filter(({ offAgenda }) => offAgenda).map(({ id }) => id)).toEqual([
      'kr-defence-cost',
    ]);
    const measureOnly = scenario.levers.flatMap(({ id, levels }) =>
      levels.flatMap((level) => (level.treaty === false ? [`${id} ${level.id}`] : [])),
    );
    expect(measureOnly).toEqual(['us-cn-tariff 145', 'cn-us-tariff 125']);
  });

  it('names figures by their amounts, and every ladder climbs', () => {
    for (const lever of scenario.levers)
      if (lever.unit !== 'word')
        lever.levels.forEach((level, i) => {
          expect(String(level.amount), lever.id).toBe(level.id);
          if (i > 0) expect(level.amount, lever.id).toBeGreaterThan(lever.levels[i - 1].amount);
        });
  });

  it.each(scenario.levers)('$id matters to its owner and to somebody else at every level', (lever) => {
    const at = book.leverIndex[lever.id];
    const gains = (level: number, mandate: string): number => {
      const levels = book.snapback.with(at, level);
      return (
        payoffOf(book, mandate, levels, book.economyAt(levels, [])) -
        payoffOf(book, mandate, book.snapback, book.economyAt(book.snapback, []))
      );
    };
    lever.levels.forEach((_, level) => {
      if (level === lever.snapback) return;
      const moved = new Set(
        scenario.mandates.filter(({ id }) => Math.abs(gains(level, id)) > 0.05).map(({ seat }) => seat),
      );
      for (const owner of lever.owners) expect([...moved], `level ${level}`).toContain(owner);
      expect(moved.size, `level ${level}`).toBeGreaterThan(1);
    });
  });

  it.each(scenario.news)('news $id has a modest effect, and some effect', (card) => {
    const before = book.economyAt(book.pause, [])!;
    const after = book.economyAt(book.pause, [card.id])!;
    const shifts = [0, 1, 2].map(
      (region) => (after.realIncome[region] / before.realIncome[region] - 1) * 100,
    );
    for (const shift of shifts) expect(Math.abs(shift)).toBeLessThan(0.4);
    const capital = Object.values(card.capital);
    for (const change of capital) expect(Math.abs(change)).toBeLessThanOrEqual(5);
    const felt = shifts.some((shift) => Math.abs(shift) > 0.002) || capital.some((change) => change !== 0);
    expect(felt || card.agenda.length > 0).toBe(true);
  });

  it('draws each seat one of three mandates with bonus and penalty of like size', () => {
    for (const { id, goals, redLines } of scenario.mandates) {
      expect(goals.length + redLines.length, id).toBe(2);
      for (const line of [...goals, ...redLines]) expect(Math.abs(line.amount), id).toBeLessThanOrEqual(8);
    }
  });
});
