import { describe, expect, it } from 'vitest';
import { mandateFigures, meanOf, meansOf, tableFigures } from '../../shared/debrief/classFigures.ts';
import { debriefOf } from '../../shared/debrief/report.ts';
import { bookOf } from '../../shared/scenarios/index.ts';
import { bySeat } from '../../shared/seats.ts';
import { playGame } from '../../shared/simulation/playGame.ts';

const book = bookOf('chip-council');

const played = (seed: string, bot: string) => {
  const debrief = debriefOf(book, playGame({ book, bots: bySeat(() => bot), seed }).entries);
  if ('code' in debrief) throw new Error(debrief.code);
  return { debrief, figures: tableFigures(book, debrief, {}) };
};

describe('the tables of a class side by side', () => {
  const tables = ['1', '2', '3'].map((seed) => played(seed, 'trader'));

  it('says of each what it made, what it could have made, and what it left', () => {
    for (const { debrief, figures } of [...tables, played('4', 'random')]) {
      const { possible, value } = debrief;
      expect(figures.created).toBe(value.created);
      const fair = possible.frontier
        .filter(({ gains }) => book.scenario.seats.every((seat) => gains[seat] >= 0))
        .map(({ gains }) => book.scenario.seats.reduce((sum, seat) => sum + gains[seat], 0));
      expect(figures.most).toBe(Math.max(...fair));
      expect(figures.left > 0).toBe(possible.better !== null);
      expect(figures.accuracy).toEqual({ US: null, KR: null, CN: null });
    }
  });

  it('has means of what is known, and none of nothing', () => {
    expect(meanOf([1, null, 3])).toBe(2);
    expect(meanOf([null])).toBeNull();
    const { created, accuracy, tables: count } = meansOf(tables.map(({ figures }) => figures));
    expect(count).toBe(3);
    expect(created).toBeCloseTo(tables.reduce((sum, { figures }) => sum + figures.created, 0) / 3, 9);
    expect(accuracy).toBeNull();
    expect(meansOf([])).toMatchObject({ tables: 0, score: null });
  });

  it('gathers each mandate over the tables that drew it', () => {
    const found = mandateFigures(tables.map(({ figures }) => figures));
    const played = found.reduce((sum, { scores }) => sum + scores.length, 0);
    expect(played).toBe(tables.length * book.scenario.seats.length);
    for (const { seat, mandate, scores } of found) {
      const own = tables
        .filter(({ debrief }) => debrief.mandates[seat] === mandate)
        .map(({ figures }) => figures.scores[seat]);
      expect(scores).toEqual(own.toSorted((one, other) => one - other));
    }
  });
});
