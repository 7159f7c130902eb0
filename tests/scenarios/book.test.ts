import { describe, expect, it } from 'vitest';
import { bookOf, isScenario, SCENARIOS } from '../../shared/scenarios/index.ts';
import { opened, withLevels } from './books.ts';
import { tiny } from './tiny.ts';

const book = bookOf('tariff-pause-2025');

describe('a book', () => {
  it('is opened once', () => {
    expect(bookOf('tariff-pause-2025')).toBe(book);
    expect(isScenario('constructor')).toBe(false);
    expect(() => bookOf('moon')).toThrow('moon');
    for (const [id, scenario] of Object.entries(SCENARIOS)) expect(scenario.id).toBe(id);
  });

  it('finds what is asked by id or seat', () => {
    book.scenario.levers.forEach((lever, i) => {
      expect(book.leverOf(lever.id)).toBe(lever);
      expect(book.leverIndex[lever.id]).toBe(i);
      expect([book.pause[i], book.snapback[i]]).toEqual([lever.pause, lever.snapback]);
    });
    expect(['moon', 'constructor', '__proto__'].some((id) => book.hasLever(id) || book.hasNews(id))).toBe(
      false,
    );
    expect(() => book.leverOf('moon')).toThrow('moon');
    expect(book.mandatesOf('KR').map(({ id }) => id)).toEqual(['exporters', 'alliance-first', 'autonomy']);
    expect(book.blocsOf('CN')).toHaveLength(4);
    expect(book.mandateOf('growth').seat).toBe('CN');
    expect(book.newsOf('defence-cost').agenda).toEqual(['kr-defence-cost']);
  });

  it('knows where blocs stand', () => {
    expect(book.positionOf('us-industry', 'us-kr-auto-tariff', 0)).toBe(-2);
    expect(book.positionOf('us-farm-energy', 'cn-us-tariff', 3)).toBe(-2);
    expect(book.positionOf('us-industry', 'cn-kr-coercion', 2)).toBe(0);
    expect(book.positionOf('moon', 'cn-kr-coercion', 2)).toBe(0);
  });

  it('has no economy where the scenario has none', () => {
    expect(opened(tiny()).economyAt([0, 0], [])).toBeNull();
  });
});

describe('the economy of a book', () => {
  const deal = withLevels(book, book.snapback, { 'us-cn-tariff': '20', 'kr-us-fabs': '20' });

  it('depends on levels and news alone, not on what was asked before', () => {
    const fresh = opened(SCENARIOS['tariff-pause-2025']);
    const outcome = fresh.economyAt(deal, ['typhoon', 'lng-spike']);
    book.economyAt(book.pause, []);
    for (let level = 0; level < 300; level++) book.economyAt(book.snapback.with(level % 5, 0), []);
    expect(book.economyAt(deal, ['lng-spike', 'typhoon'])).toEqual(outcome);
    expect(book.economyAt(deal, ['typhoon', 'lng-spike', 'typhoon'])).toEqual(outcome);
    expect(book.economyAt(deal, [])).not.toEqual(outcome);
    expect(JSON.parse(JSON.stringify(outcome))).toEqual(outcome);
  });

  it('is moved by the cards with wedges, and by no others', () => {
    const { news } = SCENARIOS['tariff-pause-2025'];
    const calm = book.economyAt(deal, []);
    for (const { id, wedges } of news) {
      if (wedges.length === 0) expect(book.economyAt(deal, [id])).toEqual(calm);
      else expect(book.economyAt(deal, [id]), id).not.toEqual(calm);
    }
    expect(new Set(news.map(({ wedges }) => wedges.length > 0)).size).toBe(2);
  });

  it('remembers the last ones', () => {
    expect(book.economyAt(deal, [])).toBe(book.economyAt([...deal], []));
  });
});
