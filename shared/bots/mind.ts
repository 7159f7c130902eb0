import type { Book } from '../scenarios/book.ts';
import type { BySeat, Seat } from '../seats.ts';
import { zeroOf } from './bargain.ts';
import type { Odds } from './house.ts';
import { hopeFor } from './prospect.ts';
import { layoutOf, sheetOf, worthOn } from './sheet.ts';
import type { Mask, Situation } from './situation.ts';

/**
 * What is believed of a seat: how likely it has each mandate together with each temper; they add up to 1.
 * [mandate in its deck x tempers + temper]
 */
export type Mind = readonly number[];

/** How a seat may go about conceding: the share of its best package that it asks for, by time 0..1. */
type Temper = (time: number) => number;

/** The tempers that a seat may have: a moderate one (BOTS.md section 2), one in haste, two that hold out, one that takes anything. */
export const TEMPERS: readonly Temper[] = [
  (time) => 0.55 - 0.4 * time,
  (time) => 1 - Math.sqrt(time),
  (time) => 1 - time ** 4,
  (time) => 1 - 0.65 * time ** 3,
  () => 0.05,
];

/** A mind that knows nothing but the deck. */
export const openMind = (book: Book, seat: Seat): Mind => {
  const hypotheses = book.mandatesOf(seat).length * TEMPERS.length;
  return Array.from({ length: hypotheses }, () => 1 / hypotheses);
};

/** How likely each mandate is, whatever the temper. */
export const oddsOf = (book: Book, seat: Seat, mind: Mind): Odds =>
  book
    .mandatesOf(seat)
    .map((_, m) =>
      mind.slice(m * TEMPERS.length, (m + 1) * TEMPERS.length).reduce((sum, odds) => sum + odds, 0),
    );

/** What a package may be worth to a seat, for each mandate: its gain as a share of the best that it can hope for. */
export type Appeal = readonly number[];

// Below this much to hope for, shares mean little: a package of nothing should not look like half of everything. USD bn.
const LEAST_HOPE = 2;

/** Reads a package with the eyes of a seat, for each mandate that it may have. */
export const appealOf = (
  book: Book,
  scene: { readonly situation: Situation; readonly group: Mask; readonly credibility: BySeat<number> },
  seat: Seat,
  levels: readonly number[],
): Appeal =>
  book.mandatesOf(seat).map(({ id, reservation }) => {
    const sheet = sheetOf(book, id);
    const gain = worthOn(layoutOf(book), sheet, levels) - zeroOf(book, scene.situation, sheet, reservation);
    const best = hopeFor(book, { ...scene, seat, mandate: id }).best?.mine ?? 0;
    return gain / Math.max(LEAST_HOPE, best);
  });

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

// How sharply a seat distinguishes what it takes from what it leaves, in shares of its best package.
const SHARPNESS = 25;

/** In the last turn whatever is better than nothing is taken. */
export const LAST_CHANCE = 0.05;

/** The chance that a seat with a mandate and a temper takes what has some appeal to it. `last`: it is now or never. */
const taking = (appeal: number, temper: Temper, time: number, last: boolean): number =>
  logistic(SHARPNESS * (appeal - (last ? Math.min(LAST_CHANCE, temper(time)) : temper(time))));

/** The same for a temper by its index in TEMPERS. */
export const takingIn = (appeal: number, temper: number, time: number, last: boolean): number =>
  taking(appeal, TEMPERS[temper], time, last);

/** The chance that a seat takes a package, over all that it may be. */
export const chanceOf = (mind: Mind, appeal: Appeal, time: number, last: boolean): number => {
  let chance = 0;
  for (let h = 0; h < mind.length; h++) {
    const at = Math.floor(h / TEMPERS.length);
    chance += mind[h] * taking(appeal[at], TEMPERS[h % TEMPERS.length], time, last);
  }
  return chance;
};

/** What a seat was seen to do with a package. `left`: it had it before it for a round and did nothing. */
export type Deed = 'offered' | 'taken' | 'refused' | 'left';

// BOTS.md section 2: offers scatter about what is asked for, and nothing is ever impossible.
const SCATTER = 0.16;
const DOUBT = 0.02;

const likelihood = (deed: Deed, appeal: number, temper: Temper, time: number, last: boolean): number => {
  if (deed === 'offered') return Math.exp(-((appeal - temper(time)) ** 2) / (2 * SCATTER ** 2)) + DOUBT;
  const takes = taking(appeal, temper, time, last);
  if (deed === 'taken') return takes + DOUBT;
  const refuses = 0.35 + 0.65 * (1 - takes) + DOUBT;
  return deed === 'refused' ? refuses : Math.sqrt(refuses);
};

/** What is believed after a deed: Bayes' rule over mandates and tempers. */
export const learn = (mind: Mind, deed: Deed, appeal: Appeal, time: number, last: boolean): Mind => {
  const joint = mind.map(
    (prior, h) =>
      prior *
      likelihood(deed, appeal[Math.floor(h / TEMPERS.length)], TEMPERS[h % TEMPERS.length], time, last),
  );
  const sum = joint.reduce((total, odds) => total + odds, 0);
  return joint.map((odds) => odds / sum);
};
