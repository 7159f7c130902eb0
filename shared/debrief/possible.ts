import { type BySeat, bySeat, type Seat } from '../seats.ts';
import { rank } from '../simulation/sao/outcomeSpace.ts';
import { bargainingSolutions, type Outcomes, paretoOutcomes } from '../simulation/sao/solutions.ts';
import { agreeable, countOf, packageAt } from './packages.ts';
import type { Gap, OutcomePoint, Question } from './question.ts';
import { searchPackages } from './searchPackages.ts';

/** The four points that theories of bargaining single out, among what leaves nobody worse off than no deal. Null: there is nothing of the kind. */
export type Solutions = {
  readonly nash: OutcomePoint | null;
  readonly kalai: OutcomePoint | null;
  readonly egalitarian: OutcomePoint | null;
  readonly utilitarian: OutcomePoint | null;
};

/**
 * What was possible with full information. `method` exact: all `packages` settlements were enumerated; searched: so many
 * were solved, `gap` says what may have been missed (null: nothing). `frontier`: what no other beats for everybody;
 * `ideals`: the most that each seat can have while nobody is worse off than with no deal; `better`: the best settlement that
 * leaves nobody worse off than the end did, null when none is better.
 */
export type Possible = {
  readonly method: 'exact' | 'searched';
  readonly packages: number;
  readonly gap: Gap | null;
  readonly frontier: readonly OutcomePoint[];
  readonly solutions: Solutions;
  readonly ideals: BySeat<number>;
  readonly better: OutcomePoint | null;
};

/** More settlements than these are not enumerated. */
const MOST_ENUMERATED = 200_000;

/** Points as the solutions read them: no deal is worth 0 to all. */
export const outcomesOf = (points: readonly OutcomePoint[], seats: readonly Seat[]): Outcomes => {
  const utilities = seats.map((seat) => Float64Array.from(points, ({ gains }) => gains[seat]));
  return {
    size: points.length,
    utilities,
    reserved: seats.map(() => 0),
    rankingOf: (party) => rank(utilities[party] as Float64Array),
  };
};

/** No two points of a picture in the same place: of equal ones the first. */
const distinct = (points: readonly OutcomePoint[], seats: readonly Seat[]): readonly OutcomePoint[] => {
  const first = new Map<string, OutcomePoint>();
  for (const point of points) {
    const key = seats.map((seat) => point.gains[seat]).join();
    if (!first.has(key)) first.set(key, point);
  }
  return [...first.values()];
};

const isFair = ({ gains }: OutcomePoint, seats: readonly Seat[], least: BySeat<number>): boolean =>
  seats.every((seat) => gains[seat] >= least[seat]);

const sumOf = ({ gains }: OutcomePoint, seats: readonly Seat[]): number =>
  seats.reduce((sum, seat) => sum + gains[seat], 0);

/** The best improvement on the end for all: the largest sum among what leaves nobody worse off. */
const betterThan = (
  frontier: readonly OutcomePoint[],
  { seats, end }: Pick<Question, 'seats' | 'end'>,
): OutcomePoint | null => {
  const here = seats.reduce((sum, seat) => sum + end[seat], 0);
  return frontier
    .filter((point) => isFair(point, seats, end) && sumOf(point, seats) > here + 1e-9)
    .reduce<OutcomePoint | null>(
      (best, point) => (best === null || sumOf(point, seats) > sumOf(best, seats) ? point : best),
      null,
    );
};

/** Reads frontier and solutions off a list of points. */
export const pictureOf = (
  points: readonly OutcomePoint[],
  { seats, end }: Pick<Question, 'seats' | 'end'>,
): Omit<Possible, 'method' | 'packages' | 'gap'> => {
  const found = distinct(points, seats);
  const outcomes = outcomesOf(found, seats);
  const pointAt = (index: number | null): OutcomePoint | null =>
    index === null ? null : (found[index] ?? null);
  const { nash, kalai, egalitarian, utilitarian } = bargainingSolutions(outcomes);
  const frontier = [...paretoOutcomes(outcomes)].map((index) => found[index] as OutcomePoint);
  const nothing = bySeat(() => 0);
  const fair = frontier.filter((point) => isFair(point, seats, nothing));
  return {
    frontier,
    solutions: {
      nash: pointAt(nash),
      kalai: pointAt(kalai),
      egalitarian: pointAt(egalitarian),
      utilitarian: pointAt(utilitarian),
    },
    ideals: bySeat((seat) => fair.reduce((most, { gains }) => Math.max(most, gains[seat]), 0)),
    better: betterThan(frontier, { seats, end }),
  };
};

/**
 * What was possible at a table. Exact where no economy has to be solved and the settlements can be counted; else searched
 * along many weightings of the seats and polished with the economy solved, with the gap stated.
 */
export const possibleOf = (question: Question): Possible => {
  const { book, gainsAt } = question;
  const choices = agreeable(book);
  const count = countOf(choices);
  if (book.scenario.economy === null && count <= MOST_ENUMERATED) {
    const points = Array.from({ length: count }, (_, index): OutcomePoint => {
      const levels = packageAt(choices, index);
      return { levels, gains: gainsAt(levels) };
    });
    return { method: 'exact', packages: count, gap: null, ...pictureOf(points, question) };
  }
  const { points, gap } = searchPackages(question, choices);
  return { method: 'searched', packages: points.length, gap, ...pictureOf(points, question) };
};
