import type { Book } from '../../scenarios/book.ts';
import type { Lever } from '../../scenarios/schema.ts';
import type { Seat } from '../../seats.ts';
import type { Choices } from './search.ts';

/** The levels that a treaty may give to each lever, by position: those that only a measure can reach are left out. */
export const treatyLevels = ({ scenario }: Book): Choices =>
  scenario.levers.map(({ levels }) =>
    levels.flatMap((level, step) => (level.treaty === false ? [] : [step])),
  );

/**
 * What a treaty of some seats is about: the levers that they own and that are aimed at none but them (where the board draws
 * a wall or gate, at whom it stands); the others stay at snapback.
 */
export const choicesOf = (book: Book, parties: readonly Seat[]): Choices => {
  const levels = treatyLevels(book);
  const isTheirs = ({ owners, board }: Lever): boolean =>
    owners.every((owner) => parties.includes(owner)) && (!board || parties.includes(board.against));
  return book.scenario.levers.map((lever, i) => (isTheirs(lever) ? levels[i] : [lever.snapback]));
};

/**
 * The package that splits every difference: the middle level of each lever, the lower of two middles; of a lever with two
 * levels the one that is not its snapback, which is the co-operative one.
 */
export const midpointOf = (book: Book): readonly number[] =>
  treatyLevels(book).map((levels, i) => {
    const { snapback } = book.scenario.levers[i];
    return levels.length === 2
      ? (levels.find((level) => level !== snapback) ?? snapback)
      : levels[Math.floor((levels.length - 1) / 2)];
  });
