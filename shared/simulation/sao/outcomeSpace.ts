import type { Domain } from './domain.ts';

/**
 * A party's outcomes from its best down; among equals the lower index first.
 * `order`: outcome indices; `utilities`: their utilities, descending.
 */
export type Ranking = { readonly order: Int32Array; readonly utilities: Float64Array };

/** A domain's outcomes, numbered from 0 with the last issue's option changing fastest, and what each is worth to whom. */
export type OutcomeSpace = {
  readonly domain: Domain;
  readonly size: number;
  /** Per party, per outcome. */
  readonly utilities: readonly Float64Array[];
  /** Per party: what no agreement is worth. */
  readonly reserved: readonly number[];
  /** Sorted when first asked for, once per party. */
  readonly rankingOf: (party: number) => Ranking;
  /** An outcome's option index per issue. */
  readonly optionsOf: (outcome: number) => readonly number[];
  /** What an outcome is worth to every party. */
  readonly worthOf: (outcome: number) => readonly number[];
};

const GRAIN = 1e12;

/** Sums that are equal on paper shall be equal here, whatever the last bits of their terms. */
const snapped = (value: number): number => Math.round(value * GRAIN) / GRAIN;

const utilitiesOf = ({ weights, values }: Domain['parties'][number]): Float64Array => {
  let sums = new Float64Array(1);
  for (const [issue, worth] of values.entries()) {
    const wider = new Float64Array(sums.length * worth.length);
    const weight = weights[issue];
    for (let i = 0, at = 0; i < sums.length; i++)
      for (const value of worth) wider[at++] = sums[i] + weight * value;
    sums = wider;
  }
  return sums.map(snapped);
};

/** How many of descending utilities are more than a value, or (`orEqual`) at least as much. */
export const countAbove = (utilities: Float64Array, value: number, orEqual = false): number => {
  let low = 0;
  let high = utilities.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (utilities[middle] > value || (orEqual && utilities[middle] === value)) low = middle + 1;
    else high = middle;
  }
  return low;
};

// Numbers alone sort several times faster than outcomes by a comparison; their places then follow.
/** Ranks outcomes by their utilities. */
export const rank = (utilities: Float64Array): Ranking => {
  const sorted = utilities.toSorted().reverse();
  const order = new Int32Array(utilities.length);
  const placed = new Int32Array(utilities.length);
  for (let outcome = 0; outcome < utilities.length; outcome++) {
    const first = countAbove(sorted, utilities[outcome]);
    order[first + placed[first]++] = outcome;
  }
  return { order, utilities: sorted };
};

const optionsAt = (counts: readonly number[], outcome: number): readonly number[] => {
  const options: number[] = [];
  let rest = outcome;
  for (const count of counts.toReversed()) {
    options.unshift(rest % count);
    rest = Math.floor(rest / count);
  }
  return options;
};

/** Works out a domain's utilities, rounded to 1e-12. */
export const openSpace = (domain: Domain): OutcomeSpace => {
  const utilities = domain.parties.map(utilitiesOf);
  const rankings: Ranking[] = [];
  const counts = domain.values.map((options) => options.length);
  return {
    domain,
    size: utilities[0].length,
    utilities,
    reserved: domain.parties.map((party) => snapped(party.reserved)),
    rankingOf: (party) => {
      rankings[party] ??= rank(utilities[party]);
      return rankings[party];
    },
    optionsOf: (outcome) => optionsAt(counts, outcome),
    worthOf: (outcome) => utilities.map((values) => values[outcome]),
  };
};
