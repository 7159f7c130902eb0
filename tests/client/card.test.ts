import { expect, test } from 'vitest';
import { cardOf, cardText } from '../../client/pages/card/card.ts';
import { bookOf } from '../../shared/scenarios/index.ts';
import { clause } from '../helpers/game.ts';

const book = bookOf('tariff-pause-2025');
const treaty = (parties: readonly ('US' | 'KR' | 'CN')[], more: object = {}) => ({
  id: parties.join(''),
  offer: 'an-offer',
  parties,
  clauses: [clause('kr-us-energy', '10')],
  sealed: false,
  round: 1,
  denouncedBy: null,
  fallsIn: null,
  fallen: false,
  ...more,
});
const pause = book.scenario.levers.map((lever) => lever.pause);
const source = {
  book,
  code: 'K7PQ2M',
  at: Date.UTC(2026, 10, 25, 12),
  seat: 'KR' as const,
  score: 41.6,
  treaties: [treaty(['US', 'KR'])],
  levels: pause,
};

test('a card tells what everybody knows and the own score: no mandate, no treaty under seal or fallen', () => {
  const sealed = treaty(['KR', 'CN'], { sealed: true });
  const fallen = treaty(['US', 'CN'], { fallen: true });
  const card = cardOf({ ...source, treaties: [...source.treaties, sealed, fallen] });
  expect(card.treaties.map(({ parties }) => parties)).toEqual([['US', 'KR']]);
  expect(card).toMatchObject({ score: '42', code: 'K7PQ2M', moved: [], more: 0 });
  const said = JSON.stringify(card) + cardText(card);
  for (const mandate of book.scenario.mandates)
    for (const word of [mandate.id, mandate.label.en]) expect(said).not.toContain(word);
  const watched = cardOf({ ...source, seat: null, score: null });
  expect([watched.seat, watched.score]).toEqual([null, null]);
});

test('tariffs come first among what moved, and what there is no room for is counted', () => {
  const levels = book.scenario.levers.map((lever) => (lever.pause === 0 ? 1 : 0));
  const card = cardOf({ ...source, levels });
  const tariffs = book.scenario.levers
    .filter(({ track }) => track === 'tariffs')
    .map(({ label }) => label.en);
  expect(card.moved.map(({ label }) => label)).toEqual(tariffs.slice(0, card.moved.length));
  expect(card.moved.length + card.more).toBe(book.scenario.levers.length);
  expect(card.moved.every(({ from, to }) => from !== to)).toBe(true);
});
