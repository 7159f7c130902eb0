import { levelsAfter } from '../engine/preview.ts';
import type { Clause } from '../engine/state.ts';
import { bindingOf } from '../engine/treaties.ts';
import type { View } from '../engine/view.ts';
import type { Book } from '../scenarios/book.ts';
import type { Seat } from '../seats.ts';
import type { Valuation } from './valuation.ts';

/** A package and what it would add for its proposer and, as far as known, for the other parties. USD bn a year. */
export type Candidate = {
  readonly clauses: readonly Clause[];
  readonly mine: number;
  readonly theirs: number;
};

/** The moves that a group of parties can agree on now: [lever index, level index] pairs. */
const movesOf = (book: Book, view: View, parties: readonly Seat[]): readonly (readonly [number, number])[] =>
  book.scenario.levers.flatMap((lever, i) => {
    const free = lever.owners.every((owner) => parties.includes(owner));
    const bound = bindingOf(view.treaties, lever.id);
    const mine = bound === null || bound.parties.every((party) => parties.includes(party));
    const hidden = lever.offAgenda === true && !view.agenda.includes(lever.id);
    if (!free || !mine || hidden) return [];
    return lever.levels.flatMap((level, step) => (level.treaty === false ? [] : [[i, step] as const]));
  });

/**
 * Climbs from some levels, one best move at a time, to a package that a valuation likes best; at most `maxClauses`
 * levers leave their start. `moves`: [lever index, level index] pairs that are allowed.
 */
export const climb = (
  start: readonly number[],
  moves: readonly (readonly [number, number])[],
  maxClauses: number,
  value: Valuation,
): readonly number[] => {
  const levels = [...start];
  const changed = new Set<number>();
  let best = value(levels);
  for (;;) {
    let move: readonly [number, number] | null = null;
    for (const [lever, step] of moves) {
      const old = levels[lever] as number;
      if (old === step || (!changed.has(lever) && changed.size >= maxClauses)) continue;
      levels[lever] = step;
      const worth = value(levels);
      levels[lever] = old;
      if (worth > best + 1e-6) {
        best = worth;
        move = [lever, step];
      }
    }
    if (move === null) return levels;
    levels[move[0]] = move[1];
    if (move[1] === start[move[0]]) changed.delete(move[0]);
    else changed.add(move[0]);
  }
};

/** How much the others' gain weighs in the search, from all for them to all for me. */
const WEIGHTS = [4, 2, 1.3, 1, 0.75, 0.5, 0.3, 0.15] as const;

/**
 * Good packages for a group of parties, from the most generous to the most selfish, by scanning weighted sums of my
 * valuation and theirs: logrolling, so each lever goes to whom it matters more.
 */
export const scanPackages = (
  book: Book,
  view: View,
  parties: readonly Seat[],
  mine: Valuation,
  theirs: Valuation,
): readonly Candidate[] => {
  const start = levelsAfter(book, view, []);
  const moves = movesOf(book, view, parties);
  const before = { mine: mine(start), theirs: theirs(start) };
  const { maxClauses, complete } = book.scenario.rules;
  return WEIGHTS.map((weight) => {
    const levels = climb(start, moves, maxClauses, (at) => mine(at) + weight * theirs(at));
    const clauses = book.scenario.levers.flatMap((lever, i) =>
      complete || levels[i] !== start[i] ? [{ lever: lever.id, level: levels[i] as number, from: 0 }] : [],
    );
    return { clauses, mine: mine(levels) - before.mine, theirs: theirs(levels) - before.theirs };
  }).filter((candidate) => candidate.clauses.length > 0);
};
