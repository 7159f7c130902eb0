import type { Book } from '../../scenarios/book.ts';
import { randomStream } from '../randomStream.ts';
import { type Appraiser, nameOf, type Profile } from './appraiser.ts';
import { type Effort, searchBest } from './search.ts';
import { treatyLevels } from './treatyLevels.ts';

/** The best of a profile for each seat that leaves the others at or above no deal, USD bn a year, in order of the seats. */
export type Bests = { readonly profile: Profile; readonly bests: readonly number[] };

// On the way a lack counts little more than it is worth to the others, or a search would never cross it.
const GENTLE = 1.7;
const STEEP = 8;

/** Searches, for each seat of a profile, the best settlement that the others would accept. */
export const searchBests = (appraiser: Appraiser, profile: Profile, effort: Effort): Bests => {
  const { book } = appraiser;
  const { seats } = book.scenario;
  const space = { start: book.snapback, choices: treatyLevels(book) };
  const bests = seats.map((seat) => {
    const others = seats.filter((other) => other !== seat);
    const lackOf = (gains: readonly number[]): number =>
      gains.reduce((sum, gain) => sum + Math.max(0, -gain), 0);
    const lead = ([own, ...rest]: readonly number[]): number => own - GENTLE * lackOf(rest);
    const value = ([own, ...rest]: readonly number[]): number => {
      const lack = lackOf(rest);
      return lack > 0 ? -STEEP * lack : Math.max(0, own);
    };
    const random = randomStream(`ideal of ${seat} ${nameOf(profile, seats)}`);
    const mandates = [seat, ...others].map((party) => profile[party]);
    return searchBest(appraiser, { mandates, value, lead }, space, { ...effort, random }).value;
  });
  return { profile, bests };
};

/** A mandate's ideal as the scenario states it, beside the median of what was found; USD bn a year. */
export type Ideal = {
  readonly mandate: string;
  readonly stated: number;
  readonly lowest: number;
  readonly median: number;
  readonly highest: number;
  /** Found less stated, as a share of what is stated. */
  readonly error: number;
};

export type Ideals = { readonly ideals: readonly Ideal[]; readonly isHeld: boolean };

/**
 * How far what is found may lie from a stated ideal, in shares of it. Further below than above: a search finds too little,
 * never too much.
 */
export const IDEAL_BOUNDS = { below: 0.1, above: 0.05 } as const;

/** Checks that every mandate's ideal is the median, over the others' mandates, of the best that leaves them at no deal. */
export const judgeIdeals = (book: Book, found: readonly Bests[]): Ideals => {
  const { seats, mandates } = book.scenario;
  const ideals = mandates.map(({ id, seat, ideal }): Ideal => {
    const values = found
      .filter(({ profile }) => profile[seat] === id)
      .map(({ bests }) => bests[seats.indexOf(seat)])
      .sort((one, other) => one - other);
    const median = values[Math.floor(values.length / 2)];
    const [lowest, highest] = [values[0], values[values.length - 1]];
    return { mandate: id, stated: ideal, lowest, median, highest, error: (median - ideal) / ideal };
  });
  const { below, above } = IDEAL_BOUNDS;
  return { ideals, isHeld: ideals.every(({ error }) => error >= -below && error <= above) };
};
