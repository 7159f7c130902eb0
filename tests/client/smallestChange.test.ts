import { expect, test } from 'vitest';
import { type Ground, smallestChange } from '../../client/smallestChange.ts';
import { leverOutlook, previewPackage } from '../../shared/engine/preview.ts';
import type { Clause } from '../../shared/engine/state.ts';
import { openGame, pause2025 } from '../helpers/game.ts';

const ENOUGH = 0.05;
const book = pause2025();
const view = openGame().table.viewOf('KR');
const worthOf = (clauses: readonly Clause[]): number =>
  previewPackage(book, view, view.own!.mandate, clauses).change;
const otherwise = (lever: string): number => leverOutlook(book, view, lever).settlement;

const groundWith = (mayLay: Ground['mayLay'] = () => true): Ground => ({
  levers: book.scenario.levers.filter(({ owners }) => !owners.includes('CN')),
  otherwise,
  worthOf,
  mayLay,
});

/** Every package that differs from another one in one lever, with the steps between them. */
const neighbours = (clauses: readonly Clause[]) =>
  groundWith().levers.flatMap(({ id, levels }) => {
    const old = clauses.find(({ lever }) => lever === id)?.level ?? otherwise(id);
    const rest = clauses.filter(({ lever }) => lever !== id);
    return levels.flatMap(({ treaty }, level) =>
      treaty === false || level === old
        ? []
        : [{ clauses: [...rest, { lever: id, level, from: 0 }], steps: Math.abs(level - old) }],
    );
  });

/** All that is Korea's alone, given away to the far end that costs it something: bad offers of every size. */
const badOffers = groundWith()
  .levers.filter(({ owners }) => owners.length === 1 && owners[0] === 'KR')
  .flatMap(({ id, levels }) =>
    levels.flatMap(({ treaty }, level) => (treaty === false ? [] : [[{ lever: id, level, from: 0 }]])),
  )
  .filter((clauses) => worthOf(clauses) < -ENOUGH);

test('what it would take: enough, in the fewest steps that any one lever needs, and asking for no more than that', () => {
  expect(badOffers.length).toBeGreaterThan(2);
  for (const clauses of badOffers) {
    const found = smallestChange(groundWith(), clauses, ENOUGH);
    expect(found).not.toBeNull();
    expect(found!.worth).toBeCloseTo(worthOf(found!.clauses), 9);
    expect(found!.worth).toBeGreaterThanOrEqual(ENOUGH);
    const good = neighbours(clauses).filter((one) => worthOf(one.clauses) >= ENOUGH);
    if (good.length === 0) {
      expect(found!.edits.length).toBeGreaterThan(1);
      continue;
    }
    expect(found!.edits.length).toBe(1);
    const { lever, level } = found!.edits[0]!;
    const from = clauses.find((one) => one.lever === lever)?.level ?? otherwise(lever);
    const fewest = Math.min(...good.map(({ steps }) => steps));
    expect(Math.abs((level ?? otherwise(lever)) - from)).toBeLessThanOrEqual(fewest);
  }
});

test('what may not be laid down is passed over, and where nothing may be, nothing is found', () => {
  const first = smallestChange(groundWith(), badOffers[0]!, ENOUGH)!;
  const isFirst = (clauses: readonly Clause[]) => JSON.stringify(clauses) === JSON.stringify(first.clauses);
  const second = smallestChange(
    groundWith((clauses) => !isFirst(clauses)),
    badOffers[0]!,
    ENOUGH,
  )!;
  expect(isFirst(second.clauses)).toBe(false);
  expect(second.worth).toBeGreaterThanOrEqual(ENOUGH);
  expect(
    smallestChange(
      groundWith(() => false),
      badOffers[0]!,
      ENOUGH,
    ),
  ).toBeNull();
});
