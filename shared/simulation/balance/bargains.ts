import { type BySeat, bySeat, type Seat } from '../../seats.ts';
import { randomStream } from '../randomStream.ts';
import { type Appraiser, nameOf, type Profile } from './appraiser.ts';
import { type Effort, searchBest } from './search.ts';
import { midpointOf, treatyLevels } from './treatyLevels.ts';

/** What the seats of a profile gain from three kinds of packages, USD bn a year, with the economy solved. */
export type Bargain = {
  readonly profile: Profile;
  /** The Nash bargain: the largest product of gains. */
  readonly nash: BySeat<number>;
  readonly midpoint: BySeat<number>;
  /** For each seat, what the package that is best for it gives to all. */
  readonly best: BySeat<BySeat<number>>;
};

/** The geometric mean of gains; where one is negative, the lowest, so that a search knows the way out. */
export const nashValue = (gains: readonly number[]): number => {
  const lowest = Math.min(...gains);
  return lowest > 0 ? gains.reduce((product, gain) => product * gain, 1) ** (1 / gains.length) : lowest;
};

// Among packages that are equally good for a seat the one kindest to the others is taken.
const KINDNESS = 1e-3;

/** Searches the Nash bargain and every seat's own best package of a profile. */
export const searchBargain = (appraiser: Appraiser, profile: Profile, effort: Effort): Bargain => {
  const { book, exact } = appraiser;
  const { seats } = book.scenario;
  const space = { start: book.snapback, choices: treatyLevels(book) };
  const mandates = seats.map((seat) => profile[seat]);
  const search = (
    aim: string,
    value: (gains: readonly number[]) => number,
    anneals = effort.anneals,
  ): readonly number[] => {
    const random = randomStream(`${aim} ${nameOf(profile, seats)}`);
    return searchBest(appraiser, { mandates, value }, space, { ...effort, anneals, random }).gains;
  };
  const perSeat = (gains: readonly number[]): BySeat<number> =>
    bySeat((seat) => gains[seats.indexOf(seat)] ?? 0);
  const midpoint = midpointOf(book);
  const bestFor = (seat: Seat): BySeat<number> => {
    const at = seats.indexOf(seat);
    if (at < 0) return bySeat(() => 0);
    const selfish = (gains: readonly number[]): number =>
      gains.reduce((sum, gain, i) => sum + (i === at ? gain : KINDNESS * gain), 0);
    // Nothing stands in the way of a wish of one's own: one anneal finds it.
    return perSeat(search(`best for ${seat}`, selfish, 1));
  };
  return {
    profile,
    nash: perSeat(search('nash', nashValue)),
    midpoint: perSeat(mandates.map((mandate) => exact(mandate)(midpoint))),
    best: bySeat(bestFor),
  };
};

/** A seat of a profile in figures: by how much something holds there, USD bn a year. */
export type Margin = { readonly mandates: string; readonly seat: Seat; readonly margin: number };

/** Seats whose best package hurts nobody (property 2): `kind`, with what the worse-off other still gains. */
export type Conflict = { readonly bests: number; readonly kind: readonly Margin[]; readonly isHeld: boolean };

/** Property 2: each seat's best package hurts another seat, so that no package is best for all. */
export const judgeConflict = (bargains: readonly Bargain[], seats: readonly Seat[]): Conflict => {
  const kind = bargains.flatMap(({ profile, best }) =>
    seats
      .map((seat) => ({
        mandates: nameOf(profile, seats),
        seat,
        margin: Math.min(...seats.filter((other) => other !== seat).map((other) => best[seat][other])),
      }))
      .filter(({ margin }) => margin >= 0),
  );
  return { bests: bargains.length * seats.length, kind, isHeld: kind.length === 0 };
};

/** How far the Nash bargain beats the midpoint (property 3): least, and median for each seat, USD bn a year. */
export type Logrolling = {
  readonly profiles: number;
  readonly beaten: readonly Margin[];
  readonly narrowest: Margin;
  readonly medianNash: BySeat<number>;
  readonly medianMidpoint: BySeat<number>;
  readonly isHeld: boolean;
};

const medianOf = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

/** Property 3: the Nash bargain beats the package of all midpoints for every seat, in every profile. */
export const judgeLogrolling = (bargains: readonly Bargain[], seats: readonly Seat[]): Logrolling => {
  const margins = bargains
    .flatMap(({ profile, nash, midpoint }) =>
      seats.map((seat) => ({
        mandates: nameOf(profile, seats),
        seat,
        margin: nash[seat] - midpoint[seat],
      })),
    )
    .sort((one, other) => one.margin - other.margin);
  const beaten = margins.filter(({ margin }) => margin <= 0);
  return {
    profiles: bargains.length,
    beaten,
    narrowest: margins[0],
    medianNash: bySeat((seat) => medianOf(bargains.map(({ nash }) => nash[seat]))),
    medianMidpoint: bySeat((seat) => medianOf(bargains.map(({ midpoint }) => midpoint[seat]))),
    isHeld: beaten.length === 0,
  };
};
