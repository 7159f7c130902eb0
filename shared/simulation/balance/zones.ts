import type { Book } from '../../scenarios/book.ts';
import type { Seat } from '../../seats.ts';
import { type Estimate, estimateShare } from '../bootstrap.ts';
import { randomStream } from '../randomStream.ts';
import { type Appraiser, nameOf, profilesOf } from './appraiser.ts';
import { choicesOf } from './treatyLevels.ts';

/** Random packages of some seats, and how many of them each combination of their mandates would accept. */
export type ZoneSample = {
  readonly parties: readonly Seat[];
  readonly samples: number;
  readonly hits: Readonly<Record<string, number>>;
};

/** The combinations of mandates of some seats, by name. */
const combinationsOf = (book: Book, parties: readonly Seat[]): ReadonlyMap<string, readonly string[]> =>
  new Map(
    profilesOf(book).map((profile) => [nameOf(profile, parties), parties.map((seat) => profile[seat])]),
  );

/**
 * Draws packages of some seats, every lever between them uniformly over its treaty levels (see `choicesOf`), and counts
 * who would accept: each party at or above no deal, with the economy solved.
 */
export const sampleZone = (
  { book, exact }: Appraiser,
  parties: readonly Seat[],
  { samples, seed }: { readonly samples: number; readonly seed: string },
): ZoneSample => {
  const random = randomStream(`zone ${parties.join('')} ${seed}`);
  const choices = choicesOf(book, parties);
  const gains = new Map(book.scenario.mandates.map(({ id }) => [id, exact(id)]));
  const combinations = [...combinationsOf(book, parties)];
  const hits = Object.fromEntries(combinations.map(([name]) => [name, 0]));
  for (let sample = 0; sample < samples; sample++) {
    const levels = choices.map((options) => options[Math.floor(random() * options.length)]);
    const agrees = new Set<string>();
    for (const [id, gain] of gains) if (gain(levels) >= 0) agrees.add(id);
    for (const [name, mandates] of combinations)
      if (mandates.every((mandate) => agrees.has(mandate))) hits[name]++;
  }
  return { parties, samples, hits };
};

/** Adds up samples of the same seats. */
export const mergeZones = (parts: readonly ZoneSample[]): ZoneSample =>
  parts.reduce((one, other) => ({
    parties: one.parties,
    samples: one.samples + other.samples,
    hits: Object.fromEntries(
      Object.entries(one.hits).map(([name, count]) => [name, count + (other.hits[name] ?? 0)]),
    ),
  }));

type NamedShare = { readonly mandates: string; readonly share: Estimate };

/**
 * The zone of agreement of some seats over all their mandates. `isHeld`: nowhere is the share surely under `least` or
 * over `most`, that is with its whole 95 % interval; `isTight`: held, yet a bound lies within an interval.
 */
export type Zone = {
  readonly parties: readonly Seat[];
  readonly samples: number;
  readonly least: number;
  readonly most: number;
  readonly lowest: NamedShare;
  readonly median: number;
  readonly highest: NamedShare;
  readonly isHeld: boolean;
  readonly isTight: boolean;
};

/** What zones must be: neither a needle in a haystack nor a formality. */
export const ZONE_BOUNDS = { pair: 0.005, three: 0.03, most: 0.6 } as const;

/** Judges a zone by its emptiest and fullest combination of mandates. */
export const judgeZone = ({ parties, samples, hits }: ZoneSample): Zone => {
  const shares = Object.entries(hits)
    .map(([mandates, count]) => ({ mandates, share: estimateShare(count, samples) }))
    .sort((one, other) => one.share.mean - other.share.mean);
  const [lowest, highest] = [shares[0], shares[shares.length - 1]];
  const least = parties.length > 2 ? ZONE_BOUNDS.three : ZONE_BOUNDS.pair;
  const { most } = ZONE_BOUNDS;
  const isHeld = lowest.share.high >= least && highest.share.low <= most;
  return {
    parties,
    samples,
    least,
    most,
    lowest,
    median: shares[Math.floor(shares.length / 2)].share.mean,
    highest,
    isHeld,
    isTight: isHeld && (lowest.share.low < least || highest.share.high > most),
  };
};
