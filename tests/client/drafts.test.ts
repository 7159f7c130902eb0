import { describe, expect, it } from 'vitest';
import {
  type Draft,
  EMPTY_DRAFT,
  isBlank,
  readDraft,
  withClause,
  withParty,
  withStart,
  writeDraft,
} from '../../client/drafts.ts';
import type { Seat } from '../../shared/seats.ts';

const OWNERS: Readonly<Record<string, readonly Seat[]>> = { cars: ['US'], fabs: ['KR'], fta: ['KR', 'CN'] };
const ownersOf = (lever: string): readonly Seat[] => OWNERS[lever];

const draft: Draft = {
  ...EMPTY_DRAFT,
  to: ['US', 'CN'],
  clauses: [
    { lever: 'cars', level: 1, from: 0 },
    { lever: 'fabs', level: 2, from: 3 },
    { lever: 'fta', level: 1, from: 0 },
  ],
  note: 'for you',
};

describe('a draft', () => {
  it('survives being kept and read, whole', () => {
    expect(readDraft(writeDraft(draft))).toEqual(draft);
  });

  it('is not kept when there is nothing in it', () => {
    expect(writeDraft(EMPTY_DRAFT)).toBeNull();
    expect(isBlank(EMPTY_DRAFT)).toBe(true);
    expect(isBlank({ ...EMPTY_DRAFT, note: 'x' })).toBe(false);
  });

  it.each(['', '{', '[]', '7', 'null', '{"to":1}'])('is empty when what was kept is %j', (text) => {
    expect(readDraft(text)).toEqual(EMPTY_DRAFT);
  });

  it('sets, changes and drops a clause, leaving the others as they were', () => {
    const set = withClause(draft, 'ships', 2);
    expect(set.clauses.at(-1)).toEqual({ lever: 'ships', level: 2, from: 0 });
    const changed = withClause(set, 'fabs', 1);
    expect(changed.clauses[1]).toEqual({ lever: 'fabs', level: 1, from: 3 });
    expect(withClause(changed, 'ships', null).clauses).toHaveLength(3);
    expect(withStart(draft, 'cars', 4).clauses[0].from).toBe(4);
  });

  it('loses the clauses whose owner leaves, and no others', () => {
    const without = withParty(draft, 'CN', false, ownersOf, 'KR');
    expect(without.to).toEqual(['US']);
    expect(without.clauses.map(({ lever }) => lever)).toEqual(['cars', 'fabs']);
  });

  it('can not stay sealed when everybody is a party', () => {
    const sealed: Draft = { ...draft, to: ['US'], sealed: true };
    expect(withParty(sealed, 'CN', true, ownersOf, 'KR').sealed).toBe(false);
  });
});
