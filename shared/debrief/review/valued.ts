import { type Choice, WAIT } from './decision.ts';

/** A choice and its worth over doing nothing in each world (none: 0 in all), USD bn a year, or points. */
export type Valued = { readonly choice: Choice; readonly worths: readonly number[] };

/** To do nothing. */
export const NOTHING: Valued = { choice: WAIT, worths: [] };

/** Every second world, from the first or from the second one on. */
type Half = 0 | 1;

/** The mean worth of a choice over all worlds, or over half of them. */
export const worthOf = ({ worths }: Valued, half?: Half): number => {
  const counted = half === undefined ? worths : worths.filter((_, n) => n % 2 === half);
  return counted.reduce((sum, worth) => sum + worth, 0) / Math.max(1, counted.length);
};

/** The choice that is worth most, to do nothing among them. */
export const bestOf = (choices: readonly Valued[], half?: Half): Valued =>
  choices.reduce((best, one) => (worthOf(one, half) > worthOf(best, half) ? one : best), NOTHING);

/**
 * What a choice falls short of the best of all by; below 0 where that is chance. The best of many that are measured with
 * some error is measured too high: it is found in one half of the worlds and measured in the other, and the other way round.
 */
export const lossOf = (did: Valued, all: readonly Valued[]): number => {
  const short = (found: Half, measured: Half): number =>
    worthOf(bestOf(all, found), measured) - worthOf(did, measured);
  return (short(0, 1) + short(1, 0)) / 2;
};
