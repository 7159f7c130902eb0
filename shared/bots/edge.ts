import type { Book } from '../scenarios/book.ts';
import type { BySeat, Seat } from '../seats.ts';
import { zeroOf } from './bargain.ts';
import { type Circle, houseOf } from './house.ts';
import { bestLevels } from './search.ts';
import { layoutOf, mixOf, sheetOf, worthOn } from './sheet.ts';
import { type Mask, movesOf, type Situation, seatsOf } from './situation.ts';

/** A package on the edge of what a group can do, and what it brings each party (in the group's order). USD bn. */
export type EdgePoint = { readonly levels: readonly number[]; readonly gains: readonly number[] };

/** What a group could do if it knew each other's mandates. `best`: the most that each party could get out of it. */
export type Edge = { readonly points: readonly EdgePoint[]; readonly best: readonly number[] };

// Weights of the parties' gains: even ones and some that lean to each.
const PAIR = [
  [1, 0.5],
  [1, 0.8],
  [1, 1],
  [0.8, 1],
  [0.5, 1],
] as const;
const TRIO = [
  [1, 1, 1],
  [1, 0.6, 0.6],
  [0.6, 1, 0.6],
  [0.6, 0.6, 1],
  [1, 1, 0.6],
  [1, 0.6, 1],
  [0.6, 1, 1],
] as const;

/** Finds the edge for a group whose mandates are given. */
export const edgeOf = (
  book: Book,
  situation: Situation,
  group: Mask,
  mandates: BySeat<string>,
  credibility: BySeat<number>,
): Edge => {
  const parties: readonly Seat[] = seatsOf(group);
  const layout = layoutOf(book);
  const moves = movesOf(book, situation, group);
  if (moves.length === 0) return { points: [], best: parties.map(() => 0) };
  const sheets = parties.map((seat) => sheetOf(book, mandates[seat]));
  const zeros = parties.map((seat, i) =>
    zeroOf(book, situation, sheets[i], book.mandateOf(mandates[seat]).reservation),
  );
  const circle: Circle = { group, credibility, unopened: situation.unopened };
  const houses =
    book.scenario.rules.ratification === null
      ? []
      : parties.map((seat) => {
          const odds = book.mandatesOf(seat).map(({ id }) => Number(id === mandates[seat]));
          return houseOf(book, seat, odds, circle);
        });
  const weightings = parties.length === 2 ? PAIR : TRIO;
  const points = weightings.map((weights): EdgePoint => {
    const objective = mixOf(sheets, weights);
    const levels = bestLevels(book, { objective, start: situation.outlook, moves, houses, rough: true });
    return { levels, gains: sheets.map((sheet, i) => worthOn(layout, sheet, levels) - zeros[i]) };
  });
  const fair = points.filter(({ gains }) => gains.every((gain) => gain >= 0));
  const best = parties.map((_, i) => fair.reduce((most, { gains }) => Math.max(most, gains[i]), 0));
  return { points: fair, best };
};
