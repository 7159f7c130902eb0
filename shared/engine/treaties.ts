import type { Book } from '../scenarios/book.ts';
import type { Clause, Treaty } from './state.ts';

/** The treaties in force among those given (a state's, or those that a viewer knows). */
export const inForce = (treaties: readonly Treaty[]): readonly Treaty[] =>
  treaties.filter((treaty) => !treaty.fallen && treaty.clauses.length > 0);

/** The treaty in force that binds a lever, if any. */
export const bindingOf = (treaties: readonly Treaty[], lever: string): Treaty | null =>
  inForce(treaties).find((treaty) => treaty.clauses.some((clause) => clause.lever === lever)) ?? null;

/** The clauses in force, in order of signing. */
export const clausesInForce = (treaties: readonly Treaty[]): readonly Clause[] =>
  inForce(treaties).flatMap((treaty) => treaty.clauses);

/** Levels with some clauses' levels put in. */
export const withClauses = (
  book: Book,
  levels: readonly number[],
  clauses: readonly Clause[],
): readonly number[] => {
  const after = [...levels];
  for (const clause of clauses) after[book.leverIndex[clause.lever] as number] = clause.level;
  return after;
};

/**
 * The levels of the settlement: what treaties bind stands as bound; of the rest, a lever whose pause and snapback
 * levels differ snaps back, and the others stay where they are.
 */
export const settlementLevels = (
  book: Book,
  levels: readonly number[],
  clauses: readonly Clause[],
): readonly number[] =>
  withClauses(
    book,
    levels.map((level, i) => {
      const lever = book.scenario.levers[i];
      return lever !== undefined && lever.pause !== lever.snapback ? lever.snapback : level;
    }),
    clauses,
  );
