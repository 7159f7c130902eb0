import type { BySeat } from '../seats.ts';
import { type Bargain, bestFair, bestForThem, type Deal, scan, weighted } from './bargain.ts';
import { passing, supportFor } from './house.ts';
import { type Appeal, appealOf, chanceOf, type Mind } from './mind.ts';

/** A package that could be put to a group, with what is believed of its chances. */
export type Option = {
  readonly deal: Deal;
  /** What each other party may find it to be worth, in the bargain's order. */
  readonly appeals: readonly Appeal[];
  /** The chance that all legislatures pass it. */
  readonly passes: number;
};

/** What is known of the others when chances are judged. */
export type Known = {
  readonly minds: BySeat<Mind>;
  readonly credibility: BySeat<number>;
  readonly rounds: number;
};

/** Targets between its best package and nothing, at which packages are tried. */
const TARGETS = 10;

// Two others seldom care for the same things: packages that lean to one of them, beside the even ones of the scan.
const LEANINGS = [
  [0.7, 1.6],
  [1.6, 0.7],
  [1, 2],
  [2, 1],
] as const;

/** Reads a package as an option. */
export const optionAt = (bargain: Bargain, { minds: _, ...known }: Known, deal: Deal): Option => {
  const { book, situation, group, houses, others } = bargain;
  const scene = { situation, group, credibility: known.credibility };
  return {
    deal,
    appeals: others.map(({ seat }) => appealOf(book, scene, seat, deal.levels)),
    passes: houses.reduce(
      (chance, house) => chance * passing(book, supportFor(book, house, situation.outlook, deal.levels)),
      1,
    ),
  };
};

/** The packages worth considering with a group: from its best down to what hardly pays, each the best for the others. */
export const optionsOf = (bargain: Bargain, known: Known): readonly Option[] => {
  const even = scan(bargain);
  const leaning = bargain.others.length === 2 ? LEANINGS.map((weights) => weighted(bargain, weights)) : [];
  const found = [...even, ...leaning];
  const best = bestFair(bargain, found);
  const deals = best === null ? found : [...found, best];
  const top = deals.reduce((most, { mine }) => Math.max(most, mine), 0);
  const targeted = Array.from({ length: TARGETS }, (_, i) =>
    bestForThem(bargain, deals, ((best?.mine ?? top) * (TARGETS - i)) / TARGETS),
  ).filter((deal) => deal !== null);
  const distinct = new Map([...deals, ...targeted].map((deal) => [deal.levels.join(), deal]));
  return [...distinct.values()].filter(({ mine }) => mine > 0).map((deal) => optionAt(bargain, known, deal));
};

/** The chance that a package laid before its group in some round becomes a treaty. */
export const chanceIn = (bargain: Bargain, known: Known, option: Option, round: number): number => {
  const time = (round - 1) / Math.max(1, known.rounds - 1);
  return bargain.others.reduce(
    (chance, { seat }, i) =>
      chance * chanceOf(known.minds[seat], option.appeals[i], time, round >= known.rounds),
    option.passes,
  );
};

// A treaty that comes a round later has lost that round's flow.
const DELAY = 0.97;

// In the last round everybody offers at once, and one answer may be all that there is time for.
const LAST_ROUND = 0.6;

/**
 * What can still be got out of a group: the value of its best offers in this and all later rounds, the present round first;
 * one more entry, 0, for after the last. `trust`: how much of its chances it believes.
 */
export const worthOfWaiting = (
  bargain: Bargain,
  known: Known,
  options: readonly Option[],
  round: number,
  trust: number,
): readonly number[] => {
  const values = [0];
  for (let at = known.rounds; at >= round; at--) {
    const later = DELAY * values[0];
    const best = options.reduce((most, option) => {
      const chance = (at === known.rounds ? LAST_ROUND : 1) * trust * chanceIn(bargain, known, option, at);
      return Math.max(most, chance * option.deal.mine + (1 - chance) * later);
    }, later);
    values.unshift(best);
  }
  return values;
};
