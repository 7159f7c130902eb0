import { climb } from '../bots/packages.ts';
import { fastValuation } from '../bots/valuation.ts';
import { draw } from '../engine/chance.ts';
import { headlinesOf } from '../engine/payoff.ts';
import type { Book } from '../scenarios/book.ts';
import { type BySeat, bySeat, SEATS } from '../seats.ts';

/** A settlement and what it is worth to each seat beyond no deal, USD bn a year (points in scenarios without economy). */
export type OutcomePoint = { readonly levels: readonly number[]; readonly gains: BySeat<number> };

/**
 * What was possible at a table: `frontier`: packages that no found package beats for everybody; `cloud`: random ones.
 * Searched on the fast valuation by climbing weighted sums, so the frontier is a lower bound of the true one.
 */
export type ParetoPicture = {
  readonly frontier: readonly OutcomePoint[];
  readonly cloud: readonly OutcomePoint[];
};

type Worth = (levels: readonly number[]) => BySeat<number>;

const worthOf = (book: Book, mandates: BySeat<string>): Worth => {
  const { seats, rules } = book.scenario;
  const values = bySeat((seat) => (seats.includes(seat) ? fastValuation(book, [mandates[seat]]) : () => 0));
  const zero = bySeat((seat) => {
    if (!seats.includes(seat)) return 0;
    return rules.complete ? book.mandateOf(mandates[seat]).reservation : values[seat](book.snapback);
  });
  const headlines = (seat: (typeof SEATS)[number], levels: readonly number[]): number =>
    seats.includes(seat)
      ? headlinesOf(book, mandates[seat], levels, null).reduce(
          (sum, line) => sum + (line.met ? line.amount : 0),
          0,
        )
      : 0;
  return (levels) => bySeat((seat) => values[seat](levels) - zero[seat] + headlines(seat, levels));
};

const treatyMoves = (book: Book): readonly (readonly [number, number])[] =>
  book.scenario.levers.flatMap((lever, i) =>
    lever.levels.flatMap((level, step) => (level.treaty === false ? [] : [[i, step] as const])),
  );

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

/** Draws what was possible under the mandates that were drawn. `steps`: fineness of the search; about 3 ms a direction. */
export const paretoPicture = (
  book: Book,
  mandates: BySeat<string>,
  { steps = 16, samples = 300 }: { readonly steps?: number; readonly samples?: number } = {},
): ParetoPicture => {
  const worth = worthOf(book, mandates);
  const moves = treatyMoves(book);
  const { levers } = book.scenario;
  const start = levers.map((lever) => lever.snapback);
  const pointAt = (levels: readonly number[]): OutcomePoint => ({ levels, gains: worth(levels) });
  const found = directions(steps).map((weights) =>
    pointAt(
      climb(start, moves, levers.length, (levels) => {
        const gains = worth(levels);
        return weights.US * gains.US + weights.KR * gains.KR + weights.CN * gains.CN;
      }),
    ),
  );
  const cloud = Array.from({ length: samples }, (_, sample) =>
    pointAt(
      levers.map((lever, i) => {
        const steps = lever.levels.flatMap((level, step) => (level.treaty === false ? [] : [step]));
        return steps[Math.floor(draw('cloud', `${sample} ${i}`) * steps.length)] ?? lever.snapback;
      }),
    ),
  );
  return { frontier: undominated([...found, ...cloud]), cloud };
};
