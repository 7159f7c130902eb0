import { expect, test } from 'vitest';
import { ClassPlanFormat } from '../../server/classes/classPlan.ts';
import { deal, MOST_DELEGATES, tablesFor } from '../../server/classes/deal.ts';
import { answerRows, oddAnswer } from '../../server/classes/forms.ts';
import { type ClassState, EMPTY_CLASS, evolveClass, membersAt } from '../../server/classes/journal.ts';
import { movesOut, movesTo } from '../../server/classes/places.ts';
import type { Place, Remainder } from '../../server/classes/protocol.ts';
import { isRosterKey, rosterKey } from '../../server/classes/secrets.ts';
import { treatmentsOf } from '../../server/classes/treatments.ts';
import { SEATS, type Seat } from '../../shared/seats.ts';

const people = (count: number): readonly string[] => Array.from({ length: count }, (_, i) => `p${i}`);
const rules = (remainder: Remainder, tables: number | null = null, seats: readonly Seat[] = SEATS) => ({
  seats,
  tables,
  remainder,
  seating: 'shuffled' as const,
  seed: 'a class',
});

const REMAINDERS: readonly Remainder[] = ['bots', 'delegates', 'observers'];
const counted = <T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
};

test.each(REMAINDERS.flatMap((remainder) => [null, 1, 7].map((tables) => [remainder, tables] as const)))(
  'any class from 1 to 100 is seated: %s, tables: %s',
  (remainder, tables) => {
    for (const seats of [SEATS, ['US', 'KR'] as const]) {
      for (let count = 1; count <= 100; count++) {
        const how = rules(remainder, tables, seats);
        const places = [...deal(people(count), how).values()];
        const about = `${count} people, ${seats.length} seats`;
        const open = tablesFor(count, how);
        expect(places.length, about).toBe(count);
        expect(
          places.every(({ table }) => table >= 1 && table <= open),
          about,
        ).toBe(true);

        const atSeat = counted(
          places.filter(({ seat }) => seat !== null),
          ({ table, seat }) => `${table} ${seat}`,
        );
        const most = Math.max(...atSeat.values());
        expect(most, about).toBeLessThanOrEqual(remainder === 'delegates' ? MOST_DELEGATES : 1);
        // Nobody shares or watches while a seat is free.
        const extra = places.some(({ seat }) => seat === null) || most > 1;
        if (extra) expect(atSeat.size, about).toBe(open * seats.length);

        const atTable = counted(places, ({ table }) => String(table));
        const sizes = Array.from({ length: open }, (_, i) => atTable.get(String(i + 1)) ?? 0);
        expect(Math.max(...sizes) - Math.min(...sizes), about).toBeLessThanOrEqual(1);
        if (tables === null) expect(Math.min(...sizes), about).toBeGreaterThan(0);
        if (tables === null && remainder === 'bots')
          expect(
            places.every(({ seat }) => seat !== null),
            about,
          ).toBe(true);
      }
    }
  },
);

test('a seed always seats alike, another one otherwise, and order is order', () => {
  const shuffled = rules('bots');
  expect([...deal(people(30), shuffled)]).toEqual([...deal(people(30), shuffled)]);
  expect([...deal(people(30), shuffled)]).not.toEqual([...deal(people(30), { ...shuffled, seed: 'other' })]);
  const inOrder = deal(people(7), { ...shuffled, seating: 'order' });
  expect([...inOrder.keys()]).toEqual(people(7));
  expect([...inOrder.values()].map(({ table, seat }) => `${table} ${seat}`)).toEqual([
    ...['1 US', '1 KR', '1 CN'],
    ...['2 US', '2 KR'],
    ...['3 KR', '3 CN'],
  ]);
});

const planOf = (given: object) => ClassPlanFormat.parse(given);

test('treatments: every combination as often as the others, by seed', () => {
  const plan = planOf({
    treatments: { press: ['full', 'none'], worth: [true, false] },
    dealing: 'each',
  });
  for (const tables of [1, 4, 10, 33]) {
    const dealt = treatmentsOf(plan, tables, 'seed');
    expect(dealt).toEqual(treatmentsOf(plan, tables, 'seed'));
    const cells = counted(dealt, ({ press, worth }) => `${press} ${worth}`);
    const counts = [...cells.values()];
    expect(cells.size).toBe(Math.min(4, tables));
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    expect(new Set(dealt.map(({ dealing }) => dealing))).toEqual(new Set(['each']));
  }
  expect(treatmentsOf(plan, 10, 'seed')).not.toEqual(treatmentsOf(plan, 10, 'another'));
  expect(new Set(treatmentsOf(planOf({}), 5, 'seed')).size).toBe(1);
});

const classOf = (...places: readonly (readonly [string, Place])[]): ClassState => {
  const joined = places.reduce(
    (state, [id]) =>
      evolveClass(state, { kind: 'joined', member: id, guest: `guest-${id}`, name: id, line: null }),
    EMPTY_CLASS,
  );
  return evolveClass(joined, {
    kind: 'begun',
    tables: [],
    places: places.map(([member, place]) => ({ member, ...place })),
  });
};

test('whoever moves to a taken seat changes places with who sits there', () => {
  const state = classOf(['ann', { table: 1, seat: 'US' }], ['bo', { table: 2, seat: 'KR' }]);
  const [ann] = state.members;
  const moved = movesTo(state, ann!, { table: 2, seat: 'KR' })!.reduce(evolveClass, state);
  expect(membersAt(moved, 2, 'KR').map(({ id }) => id)).toEqual(['ann']);
  expect(membersAt(moved, 1, 'US').map(({ id }) => id)).toEqual(['bo']);
  expect(movesTo(state, ann!, { table: 1, seat: 'US' })).toEqual([]);
  const left = movesOut(state, 1, 'US').reduce(evolveClass, state);
  expect(left.members[0]!.place).toEqual({ table: 1, seat: null });
});

test('a key of the roster is good for its own line of its own class only', () => {
  const key = rosterKey('secret', 3);
  expect(isRosterKey('secret', 3, key)).toBe(true);
  for (const [classKey, line, tried] of [
    ['secret', 4, key],
    ['other', 3, key],
    ['secret', 3, key.slice(1)],
    ['secret', 3, ''],
  ] as const)
    expect(isRosterKey(classKey, line, tried)).toBe(false);
});

test('answers: only to questions that were asked; what was left out is null in the rows', () => {
  const forms = {
    before: { ready: ['trust' as const], own: [] },
    after: { ready: [], own: [{ text: 'Why? …', kind: 'text' as const }] },
  };
  expect(oddAnswer(forms.before, { 'trust.1': 7 })).toBeNull();
  for (const odd of [
    { 'trust.1': 8 },
    { 'trust.1': 2.5 },
    { 'trust.5': 1 },
    { 'own.1': 'x' },
    { 'trust.1': 'x' },
  ])
    expect(oddAnswer(forms.before, odd)).toBe(Object.keys(odd)[0]);
  const rows = answerRows(forms, [
    { member: 'm', form: 'before', at: 5, answers: { 'trust.2': 3 } },
    { member: 'm', form: 'after', at: 9, answers: { 'own.1': 'because' } },
  ]);
  expect(rows).toHaveLength(5);
  expect(rows.map(({ answer }) => answer)).toEqual([null, 3, null, null, 'because']);
  expect(rows.at(-1)).toMatchObject({ item: 'own.1', text: 'Why? …' });
});
