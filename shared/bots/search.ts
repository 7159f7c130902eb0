import type { Book } from '../scenarios/book.ts';
import { crossOf, type Draft, deltaOf, missingIn, missingWith, moveLever, openDraft } from './draft.ts';
import type { House } from './house.ts';
import type { Sheet } from './sheet.ts';

/**
 * What is searched for: the package that is worth most on a sheet, from some levels, by the moves [lever, level, ...]
 * of a group, that the houses pass.
 */
export type Search = {
  readonly objective: Sheet;
  readonly start: readonly number[];
  readonly moves: readonly number[];
  readonly houses: readonly House[];
  /** Good enough will do: levers move one at a time only. */
  readonly rough?: boolean;
};

/** What a missing point of support costs in a search, USD bn: a tenth of the chance to pass a treaty worth about 15. */
export const POINT_OF_SUPPORT = 1.5;
const LEAST_GAIN = 1e-6;

/** The most levers that one package may move. */
export const mostClauses = (book: Book): number =>
  book.scenario.rules.complete ? book.scenario.levers.length : book.scenario.rules.maxClauses;

/** A search under way. `deltas`: per move what it would add to the objective now. */
type Climb = Search & {
  readonly draft: Draft;
  readonly most: number;
  readonly deltas: Float64Array;
  /** The moves of each lever, as positions in `deltas`. */
  readonly byLever: readonly (readonly number[])[];
};

const begin = (book: Book, search: Search): Climb => {
  const { objective, start, moves, houses } = search;
  const draft = openDraft(book, start, houses);
  const deltas = new Float64Array(moves.length / 2);
  for (let m = 0; m < deltas.length; m++)
    deltas[m] = deltaOf(draft, objective, moves[2 * m], moves[2 * m + 1]);
  return { ...search, draft, most: mostClauses(book), deltas, byLever: byLeverOf(moves, start.length) };
};

// A group's moves stay the same while the situation does.
const sorted = new WeakMap<Search['moves'], Climb['byLever']>();

const byLeverOf = (moves: Search['moves'], levers: number): Climb['byLever'] => {
  const known = sorted.get(moves);
  if (known !== undefined) return known;
  const byLever = Array.from({ length: levers }, (): number[] => []);
  for (let m = 0; m < moves.length / 2; m++) byLever[moves[2 * m]].push(m);
  sorted.set(moves, byLever);
  return byLever;
};

/** Moves a lever; only what is read together with it becomes worth something else. */
const go = ({ draft, deltas, byLever, moves, objective }: Climb, lever: number, level: number): void => {
  moveLever(draft, lever, level);
  const nearby = draft.layout.near[lever];
  for (let n = 0; n < nearby.length; n++) {
    const own = byLever[nearby[n]];
    for (let i = 0; i < own.length; i++)
      deltas[own[i]] = deltaOf(draft, objective, nearby[n], moves[2 * own[i] + 1]);
  }
};

const lackingIn = ({ draft, houses }: Climb): number =>
  houses.length === 0 ? 0 : missingIn(draft) * POINT_OF_SUPPORT;

/** Makes the best single move; false when none adds anything. */
const moveOne = (climb: Climb): boolean => {
  const { draft, deltas, moves, most, houses } = climb;
  const lacking = lackingIn(climb);
  let best = LEAST_GAIN;
  let found = -1;
  for (let m = 0; m < deltas.length; m++) {
    let gain = deltas[m] + lacking;
    if (gain <= best) continue;
    const lever = moves[2 * m];
    const old = draft.levels[lever];
    if (old === moves[2 * m + 1] || (draft.changed >= most && old === draft.start[lever])) continue;
    if (houses.length > 0) gain -= missingWith(draft, lever, moves[2 * m + 1]) * POINT_OF_SUPPORT;
    if (gain <= best) continue;
    best = gain;
    found = m;
  }
  if (found >= 0) go(climb, moves[2 * found], moves[2 * found + 1]);
  return found >= 0;
};

const tryTwo = (climb: Climb, gain: number, one: number, other: number): boolean => {
  const { draft, moves, most } = climb;
  const [first, second] = [moves[2 * one], moves[2 * other]];
  const [wasFirst, wasSecond] = [draft.levels[first], draft.levels[second]];
  const lacking = lackingIn(climb);
  go(climb, first, moves[2 * one + 1]);
  go(climb, second, moves[2 * other + 1]);
  if (draft.changed <= most && gain + lacking - lackingIn(climb) > LEAST_GAIN) return true;
  go(climb, first, wasFirst);
  go(climb, second, wasSecond);
  return false;
};

/** Two levers that a payoff reads together may have to move together: makes the first such move found that pays. */
const moveTwo = (climb: Climb): boolean => {
  const { draft, deltas, byLever, moves, objective } = climb;
  const lacking = lackingIn(climb);
  for (const { levers } of draft.layout.pairs) {
    for (const one of byLever[levers[0]]) {
      const first = moves[2 * one + 1];
      if (first === draft.levels[levers[0]]) continue;
      for (const other of byLever[levers[1]]) {
        const second = moves[2 * other + 1];
        if (second === draft.levels[levers[1]]) continue;
        const both =
          deltas[one] + deltas[other] + crossOf(draft, objective, [levers[0], first], [levers[1], second]);
        if (both + lacking > LEAST_GAIN && tryTwo(climb, both, one, other)) return true;
      }
    }
  }
  return false;
};

/**
 * The levels of the best package found: climbs from the start one best move at a time, then two levers at a time, with
 * at most the scenario's number of clauses. 5 to 30 us.
 */
export const bestLevels = (book: Book, search: Search): readonly number[] => {
  const climb = begin(book, search);
  while (moveOne(climb) || (search.rough !== true && moveTwo(climb)));
  return climb.draft.levels;
};
