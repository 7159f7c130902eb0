import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { visibleEvents } from '../../shared/engine/events.ts';
import { fold, initialState } from '../../shared/engine/evolve.ts';
import { brokenAt, stateHash } from '../../shared/engine/log.ts';
import { bindingOf } from '../../shared/engine/treaties.ts';
import { SEATS } from '../../shared/seats.ts';
import { playGame } from '../../shared/simulation/playGame.ts';
import { restoreTable, type Table } from '../../shared/table/table.ts';
import { openGame, pause2025 } from '../helpers/game.ts';
import { tinyBook } from '../helpers/tinyScenario.ts';

const bots = { US: 'random', KR: 'random', CN: 'random' };
const SEEDS = Array.from({ length: 12 }, (_, i) => `property-${i}`);

const restored = (table: Table) => {
  const again = restoreTable({
    book: table.book,
    entries: JSON.parse(JSON.stringify(table.entries)),
  });
  if ('brokenAt' in again) throw new Error(`broken at ${again.brokenAt}`);
  return again;
};

describe.each(SEEDS)('a random game (%s)', (seed) => {
  const table = playGame({ book: pause2025(), bots, seed });

  test('the log, written and read again, folds to the live state', () => {
    expect(stateHash(restored(table).state)).toBe(stateHash(table.state));
  });

  test('state, views and events are plain JSON', () => {
    for (const value of [table.state, table.entries, ...SEATS.map((seat) => table.viewOf(seat))])
      expect(JSON.parse(JSON.stringify(value))).toEqual(value);
  });

  test('the visible events of all viewers are within the log, and the facilitator sees all', () => {
    const all = table.entries.flatMap(({ events }) => events);
    expect(visibleEvents(all, 'facilitator', table.state)).toHaveLength(all.length);
    for (const seat of SEATS) expect(table.eventsFor(seat).length).toBeLessThan(all.length);
  });

  test('capital stays within its bounds, no lever has two masters, accepted offers have ended', () => {
    let state = initialState(table.book);
    for (const entry of table.entries) {
      state = fold(table.book, state, entry.events);
      for (const seat of SEATS) {
        expect(state.capital[seat]).toBeGreaterThanOrEqual(0);
        expect(state.capital[seat]).toBeLessThanOrEqual(table.book.scenario.rules.capital.max);
      }
      for (const { id } of table.book.scenario.levers) {
        const masters = state.treaties.filter(
          (treaty) => !treaty.fallen && treaty.clauses.some(({ lever }) => lever === id),
        );
        expect(masters.length).toBeLessThanOrEqual(1);
      }
      for (const offer of state.offers)
        if (offer.parties.every((party) => offer.accepted.includes(party)))
          expect(offer.state).not.toBe('open');
    }
  });

  test('a treaty in force at the end has the levels that it says', () => {
    for (const [i, lever] of table.book.scenario.levers.entries()) {
      const binding = bindingOf(table.state.treaties, lever.id);
      const bound = binding?.clauses.find((clause) => clause.lever === lever.id)?.level;
      if (bound !== undefined) expect(table.state.levels[i]).toBe(bound);
      else if (lever.pause !== lever.snapback) expect(table.state.levels[i]).toBe(lever.snapback);
    }
  });
});

describe('the door', () => {
  test('whatever JSON comes in is answered and never thrown at, and a refusal changes nothing', () => {
    const game = openGame();
    const before = stateHash(game.table.state);
    fc.assert(
      fc.property(
        fc.json(),
        fc.constantFrom('speak', 'table', 'accept', 'order', 'ready', '__proto__', 'constructor'),
        (text, type) => {
          const inside = JSON.parse(text) as unknown;
          const inputs = [
            inside,
            { type, id: 'hostile-1', ...(typeof inside === 'object' ? inside : {}), extra: inside },
          ];
          for (const input of inputs) expect(game.table.submit('KR', input, 0).reply.ok).toBe(false);
        },
      ),
      { numRuns: 2_000 },
    );
    expect(stateHash(game.table.state)).toBe(before);
  });

  test.each([
    null,
    7,
    'x',
    [],
    {},
    { type: 'ready', ready: true },
    { type: 'ready', ready: true, id: '../../etc' },
  ])('an action without a proper id is malformed: %j', (input) => {
    const { reply } = openGame().table.submit('US', input, 0);
    expect(reply.ok ? 'ok' : reply.refusal.code).toBe('action.malformed');
  });

  test('an action sent twice is done once and answered alike', () => {
    const { table } = openGame();
    const action = { type: 'speak', to: 'all', text: 'once', pledge: null, id: 'the-same-id' };
    expect(table.submit('US', action, 0).reply).toEqual(table.submit('US', action, 9).reply);
    expect(table.eventsFor('CN').filter(({ kind }) => kind === 'messageSpoken')).toHaveLength(1);
    expect(restored(table).submit('US', action, 9).entry).toBeNull();
  });

  test.each([
    ['a tower of accents', `a${'\u0301'.repeat(500)}b`, `a${'\u0301'.repeat(8)}b`],
    ['a Tibetan syllable', 'བསྒྲུབས', 'བསྒྲུབས'],
    ['a Vietnamese word, taken apart', 'e\u0302\u0301', 'e\u0302\u0301'],
    ['a keycap and a heart', '1\ufe0f\u20e3 ❤\ufe0f', '1\ufe0f\u20e3 ❤\ufe0f'],
  ])('%s paints over nobody’s words, and what scripts need is kept', (_, text, told) => {
    const { table } = openGame();
    table.submit('US', { type: 'speak', to: 'all', text, pledge: null, id: 'spoken-once' }, 0);
    const spoken = table.eventsFor('CN').find(({ kind }) => kind === 'messageSpoken');
    expect(spoken).toMatchObject({ text: told });
  });

  test('an altered, a missing and a swapped entry are each found where they are', () => {
    const { entries } = playGame({ book: tinyBook(), bots, seed: 'chain' });
    const third = entries[2]!;
    expect(brokenAt(entries)).toBeNull();
    expect(brokenAt(entries.with(2, { ...third, at: third.at + 1 }))).toBe(3);
    expect(brokenAt(entries.toSpliced(2, 1))).toBe(3);
    expect(brokenAt([entries[1]!, ...entries])).toBe(1);
  });
});

describe('the same seed', () => {
  test('gives the same game, entry for entry, and another seed another one', () => {
    const play = (seed: string) =>
      JSON.stringify(
        playGame({ book: pause2025(), bots: { US: 'trader', KR: 'random', CN: 'trader' }, seed }).entries,
      );
    expect(play('twice')).toBe(play('twice'));
    expect(play('twice')).not.toBe(play('thrice'));
  });
});
