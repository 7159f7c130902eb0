import { layoutOf, mixOf, sheetOf, worthOn } from '../bots/sheet.ts';
import { draw } from '../engine/chance.ts';
import type { Book } from '../scenarios/book.ts';
import { type BySeat, bySeat, SEATS, type Seat } from '../seats.ts';
import { climbOn } from './climbOn.ts';
import { agreeable } from './packages.ts';
import type { OutcomePoint } from './question.ts';

/**
 * What was possible at a table: `frontier`: packages that no found package beats for everybody; `cloud`: random ones.
 * Searched on the score sheets (the economy by what levers do alone and in pairs) by climbing weighted sums, so the frontier is a
 * lower bound of the true one.
 */
export type ParetoPicture = {
  readonly frontier: readonly OutcomePoint[];
  readonly cloud: readonly OutcomePoint[];
};

/** What settlements are worth beyond no deal, on the sheets of the mandates. */
const gainsOn = (book: Book, mandates: BySeat<string>): ((levels: readonly number[]) => BySeat<number>) => {
  const { seats, rules } = book.scenario;
  const layout = layoutOf(book);
  const zeroOf = (seat: Seat): number =>
    rules.complete
      ? book.mandateOf(mandates[seat]).reservation
      : worthOn(layout, sheetOf(book, mandates[seat], { bare: true }), book.snapback);
  const zero = bySeat((seat) => (seats.includes(seat) ? zeroOf(seat) : 0));
  return (levels) =>
    bySeat((seat) =>
      seats.includes(seat) ? worthOn(layout, sheetOf(book, mandates[seat]), levels) - zero[seat] : 0,
    );
};

const beats = (one: BySeat<number>, other: BySeat<number>): boolean =>
  SEATS.every((seat) => one[seat] >= other[seat]) && SEATS.some((seat) => one[seat] > other[seat]);

/** The points that no other point beats (at least as good for all and better for one), each once. */
export const undominated = (points: readonly OutcomePoint[]): readonly OutcomePoint[] => {
  const distinct = [...new Map(points.map((point) => [point.levels.join(), point])).values()];
  return distinct.filter((point) => !distinct.some((other) => beats(other.gains, point.gains)));
};

/** Weights over the seats on a triangular grid, every seat counting for something. */
const directions = (steps: number): readonly BySeat<number>[] => {
  const grid: BySeat<number>[] = [];
  for (let a = 1; a < steps - 1; a++)
    for (let b = 1; b < steps - a; b++)
      grid.push({ US: a / steps, KR: b / steps, CN: (steps - a - b) / steps });
  return grid;
};

/** Draws what was possible under the mandates that were drawn. `steps`: fineness of the search; well under 1 ms a direction. */
export const paretoPicture = (
  book: Book,
  mandates: BySeat<string>,
  { steps = 16, samples = 300 }: { readonly steps?: number; readonly samples?: number } = {},
): ParetoPicture => {
  const gainsAt = gainsOn(book, mandates);
  const choices = agreeable(book);
  const { seats, levers } = book.scenario;
  const sheets = seats.map((seat) => sheetOf(book, mandates[seat]));
  const pointAt = (levels: readonly number[]): OutcomePoint => ({ levels, gains: gainsAt(levels) });
  const found = directions(steps).map((weights) => {
    const objective = mixOf(
      sheets,
      seats.map((seat) => weights[seat]),
    );
    return pointAt(climbOn(book, objective, book.snapback, choices));
  });
  const cloud = Array.from({ length: samples }, (_, sample) =>
    pointAt(
      levers.map((lever, i) => {
        const options = choices[i] ?? [];
        return options[Math.floor(draw('cloud', `${sample} ${i}`) * options.length)] ?? lever.snapback;
      }),
    ),
  );
  return { frontier: undominated([...found, ...cloud]), cloud };
};
