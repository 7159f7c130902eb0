import type { OutcomeSpace } from './outcomeSpace.ts';

/** What efficiency and bargaining solutions are worked out from: per party what each outcome is worth, and what no deal is. */
export type Outcomes = Pick<OutcomeSpace, 'size' | 'utilities' | 'reserved' | 'rankingOf'>;

/** Sweeps from the first party's best down: efficient is what gives the second more than anything before. */
const paretoOfTwo = (space: Outcomes): number[] => {
  const [, second] = space.utilities;
  const { order, utilities } = space.rankingOf(0);
  const efficient: number[] = [];
  let most = Number.NEGATIVE_INFINITY;
  for (let start = 0, end = 0; start < order.length; start = end) {
    let best = Number.NEGATIVE_INFINITY;
    for (; end < order.length && utilities[end] === utilities[start]; end++)
      best = Math.max(best, second[order[end]]);
    if (best <= most) continue;
    most = best;
    for (let i = start; i < end; i++) if (second[order[i]] === best) efficient.push(order[i]);
  }
  return efficient;
};

/** Outcomes by the sum of their utilities, largest first: whatever dominates an outcome comes before it. */
const bySum = ({ utilities, size }: Outcomes): Int32Array => {
  const sums = new Float64Array(size);
  for (const values of utilities) for (let i = 0; i < size; i++) sums[i] += values[i];
  const lexically = (one: number, other: number): number => {
    for (const values of utilities) if (values[one] !== values[other]) return values[other] - values[one];
    return one - other;
  };
  // Rounding can make the sums of a better and a worse outcome equal, never turn them round.
  return Int32Array.from(sums.keys()).sort((one, other) => sums[other] - sums[one] || lexically(one, other));
};

/** Whether another outcome is worse for nobody. */
const covers = (utilities: readonly Float64Array[], one: number, other: number): boolean => {
  for (const values of utilities) if (values[one] < values[other]) return false;
  return true;
};

const isSame = (utilities: readonly Float64Array[], one: number, other: number): boolean =>
  utilities.every((values) => values[one] === values[other]);

const paretoOfMany = (space: Outcomes): number[] => {
  const { utilities } = space;
  const efficient: number[] = [];
  /** One of each utility vector; those that dominated last move forward, for they will again. */
  const front: number[] = [];
  const isDominated = (outcome: number): boolean => {
    for (let i = 0; i < front.length; i++) {
      if (!covers(utilities, front[i], outcome)) continue;
      const ahead = i >> 1;
      [front[ahead], front[i]] = [front[i], front[ahead]];
      return true;
    }
    return false;
  };
  let last = -1;
  for (const outcome of bySum(space)) {
    if (last >= 0 && isSame(utilities, last, outcome)) efficient.push(outcome);
    else if (!isDominated(outcome)) {
      efficient.push(outcome);
      front.push(outcome);
      last = outcome;
    }
  }
  return efficient;
};

/**
 * The Pareto-efficient outcomes: no other is at least as good for all and better for one. Outcomes with equal utilities
 * are efficient together; reservation values play no part. Two parties: sort and sweep; more: sorted by sum, then
 * compared with the efficient ones found so far. Ascending.
 */
export const paretoOutcomes = (space: Outcomes): Int32Array =>
  Int32Array.from(space.utilities.length === 2 ? paretoOfTwo(space) : paretoOfMany(space)).sort();

/** The outcomes at which nobody is below the reservation value, and the most that each party can gain there. */
type Rational = { readonly outcomes: readonly number[]; readonly ideals: readonly number[] };

const rationalOf = ({ utilities, reserved, size }: Outcomes): Rational => {
  const outcomes: number[] = [];
  const ideals = reserved.map(() => 0);
  for (let outcome = 0; outcome < size; outcome++) {
    if (utilities.some((values, party) => values[outcome] < reserved[party])) continue;
    outcomes.push(outcome);
    for (let party = 0; party < ideals.length; party++)
      ideals[party] = Math.max(ideals[party], utilities[party][outcome] - reserved[party]);
  }
  return { outcomes, ideals };
};

const HAIR = 1e-12;

/** How outcomes are compared: a score made up gain by gain from `first`, each gain divided by the party's ideal or as it is. */
type Comparison = {
  readonly first: number;
  readonly score: (soFar: number, gain: number) => number;
  readonly isNormalised: boolean;
};

/** The outcome with the best score. Where two score alike the larger total of gains decides, then the lower index. */
const bestBy = (
  { utilities, reserved }: Outcomes,
  { outcomes, ideals }: Rational,
  { first, score, isNormalised }: Comparison,
): number | null => {
  // Who can gain nothing anywhere has no say in it.
  const involved = [...ideals.keys()].filter((party) => ideals[party] > 0);
  let found: number | null = null;
  let best = Number.NEGATIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const outcome of outcomes) {
    let here = first;
    let total = 0;
    for (const party of involved) {
      const gain = (utilities[party][outcome] - reserved[party]) / (isNormalised ? ideals[party] : 1);
      here = score(here, gain);
      total += gain;
    }
    const isAlike = here >= best - HAIR && total > most + HAIR;
    if (here <= best + HAIR && !isAlike) continue;
    found = outcome;
    best = here;
    most = total;
  }
  return found;
};

/** Four ways to divide what there is to gain: an outcome each, or null where no outcome is acceptable to all. */
export type BargainingSolutions = {
  /** Maximises the product of the gains over the reservation values (Nash 1950). */
  readonly nash: number | null;
  /**
   * Maximises the least normalised gain (Kalai and Smorodinsky 1975, on a finite set): gain over the reservation value
   * divided by the most that the party can gain in any outcome acceptable to all.
   */
  readonly kalai: number | null;
  /** Maximises the least gain (Kalai 1977, on a finite set). */
  readonly egalitarian: number | null;
  /** Maximises the sum of the gains. */
  readonly utilitarian: number | null;
};

/** The bargaining solutions among the outcomes at which nobody is below the reservation value. */
export const bargainingSolutions = (space: Outcomes): BargainingSolutions => {
  const rational = rationalOf(space);
  const best = (first: number, score: Comparison['score'], isNormalised: boolean): number | null =>
    bestBy(space, rational, { first, score, isNormalised });
  return {
    nash: best(1, (product, gain) => product * gain, true),
    kalai: best(1, Math.min, true),
    egalitarian: best(Number.POSITIVE_INFINITY, Math.min, false),
    utilitarian: best(0, (sum, gain) => sum + gain, false),
  };
};
