import { bestLevels } from '../bots/search.ts';
import type { Sheet } from '../bots/sheet.ts';
import type { Book } from '../scenarios/book.ts';

/**
 * Climbs on a sheet from some levels until no single package helps: any number of levers may move, for a table may sign many
 * packages. `choices`: by lever, the levels it may have.
 */
export const climbOn = (
  book: Book,
  objective: Sheet,
  start: readonly number[],
  choices: readonly (readonly number[])[],
): readonly number[] => {
  const moves = choices.flatMap((levels, lever) => levels.flatMap((level) => [lever, level]));
  let levels = start;
  for (;;) {
    const next = bestLevels(book, { objective, start: levels, moves, houses: [] });
    if (next.every((level, lever) => level === levels[lever])) return levels;
    levels = [...next];
  }
};
