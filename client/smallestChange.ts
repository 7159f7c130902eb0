import type { Clause } from '../shared/engine/state.ts';
import type { Lever } from '../shared/scenarios/schema.ts';
import { withClause } from './drafts.ts';

/** One lever of a package at another level; `level` null: left out. */
export type Edit = { readonly lever: string; readonly level: number | null };

/** A package changed as little as it takes. `worth`: what it is then worth, as `worthOf` says. */
export type SmallestChange = {
  readonly edits: readonly Edit[];
  readonly clauses: readonly Clause[];
  readonly worth: number;
};

/** The levers that may be part of the package, where each ends without it, what a package is worth, and whether it may be laid down. */
export type Ground = {
  readonly levers: readonly Lever[];
  readonly otherwise: (lever: string) => number;
  readonly worthOf: (clauses: readonly Clause[]) => number;
  readonly mayLay: (clauses: readonly Clause[]) => boolean;
};

type Candidate = SmallestChange & { readonly steps: number };

const MOST_EDITS = 3;

const withEdit = (clauses: readonly Clause[], { lever, level }: Edit): readonly Clause[] =>
  withClause({ clauses } as Parameters<typeof withClause>[0], lever, level).clauses;

/** What one lever could be instead, with the steps of its ladder that this takes. */
const editsOf = (
  { otherwise }: Ground,
  clauses: readonly Clause[],
  lever: Lever,
): readonly (Edit & { readonly steps: number })[] => {
  const clause = clauses.find((one) => one.lever === lever.id);
  const base = otherwise(lever.id);
  const from = clause?.level ?? base;
  const levels = lever.levels.flatMap(({ treaty }, level) =>
    treaty === false || level === from ? [] : [{ lever: lever.id, level, steps: Math.abs(level - from) }],
  );
  if (clause === undefined) return levels;
  return [...levels, { lever: lever.id, level: null, steps: Math.max(1, Math.abs(base - from)) }];
};

const candidates = (ground: Ground, from: SmallestChange): readonly Candidate[] =>
  ground.levers
    .filter(({ id }) => !from.edits.some((edit) => edit.lever === id))
    .flatMap((lever) =>
      editsOf(ground, from.clauses, lever).map(({ steps, ...edit }) => {
        const clauses = withEdit(from.clauses, edit);
        return { edits: [...from.edits, edit], clauses, worth: ground.worthOf(clauses), steps };
      }),
    )
    .filter(({ clauses }) => clauses.length > 0);

/** Fewest steps first; of as many steps, what asks least of the others. */
const bySize = (a: Candidate, b: Candidate): number => a.steps - b.steps || a.worth - b.worth;

const best = (list: readonly Candidate[]): Candidate | null =>
  list.reduce<Candidate | null>((top, one) => (top === null || one.worth > top.worth ? one : top), null);

/**
 * What would it take? The change of fewest ladder steps in one lever that makes a package worth at least `enough` and
 * possible to lay down; where one lever is not enough, the lever that brings most is changed, too, up to three. Null: not even that.
 */
export const smallestChange = (
  ground: Ground,
  clauses: readonly Clause[],
  enough: number,
): SmallestChange | null => {
  let from: SmallestChange = { edits: [], clauses, worth: ground.worthOf(clauses) };
  for (let edits = 1; edits <= MOST_EDITS; edits++) {
    const all = candidates(ground, from);
    const found = all
      .filter(({ worth }) => worth >= enough)
      .sort(bySize)
      .find((one) => ground.mayLay(one.clauses));
    if (found !== undefined) return found;
    const next = best(all);
    if (next === null || next.worth <= from.worth) return null;
    from = next;
  }
  return null;
};
