import type { Book } from '../scenarios/book.ts';
import type { BySeat, Seat } from '../seats.ts';
import { recall } from './recall.ts';
import { type Mask, seatsOf } from './situation.ts';

/**
 * A legislature as others know it: public positions of its blocs, shares by the mandates that its seat may have.
 * `positions`: [bloc][lever][level]; `deduction`: points of support that the partners' broken words cost.
 */
export type House = {
  readonly positions: readonly (readonly (readonly number[])[])[];
  readonly shares: readonly number[];
  readonly deduction: number;
};

/** Putting a lever on the agenda costs its target's support: as if all blocs thought so much less of it. */
const openingShift = (book: Book, seat: Seat): number => {
  const { offAgenda, ratification } = book.scenario.rules;
  return ratification === null || offAgenda.target !== seat
    ? 0
    : -offAgenda.support / ratification.perPosition;
};

/** Only what differs from the snapback counts: nobody votes on what would happen anyway. */
const positionsOf = (book: Book, seat: Seat, unopened: readonly number[]): House['positions'] =>
  recall(book, `positions ${seat} ${unopened.join()}`, () =>
    book.blocsOf(seat).map(({ id }) =>
      book.scenario.levers.map((lever, i) => {
        const shift = unopened.includes(i) ? openingShift(book, seat) : 0;
        return lever.levels.map((_, level) =>
          level === lever.snapback ? 0 : shift + book.positionOf(id, lever.id, level),
        );
      }),
    ),
  );

/** How likely each mandate of a seat is, in the order of its deck. */
export type Odds = readonly number[];

/** Who would sign, how good their words are, and what they would put on the agenda by it. */
export type Circle = {
  readonly group: Mask;
  readonly credibility: BySeat<number>;
  readonly unopened: readonly number[];
};

/** The legislature of a seat whose mandate is known by odds only: shares are linear in them. */
export const houseOf = (
  book: Book,
  seat: Seat,
  odds: Odds,
  { group, credibility, unopened }: Circle,
): House => {
  const { supportPer10 } = book.scenario.rules.credibility;
  const mandates = book.mandatesOf(seat);
  const shares = book
    .blocsOf(seat)
    .map(({ id }) =>
      mandates.reduce((sum, { blocShares }, i) => sum + (odds[i] * (blocShares[id] ?? 0)) / 100, 0),
    );
  const deduction = seatsOf(group)
    .filter((party) => party !== seat)
    .reduce((sum, party) => sum + (supportPer10 * (100 - credibility[party])) / 10, 0);
  return { positions: positionsOf(book, seat, unopened), shares, deduction };
};

/** What a lever's level adds to a bloc's positions on a package: nothing where it stays as it would be anyway. */
const positionOn = (house: House, bloc: number, lever: number, level: number, outlook: number): number =>
  level === outlook ? 0 : house.positions[bloc][lever][level];

/** A vote in the making: the sum of each bloc's positions on the levers that a package moves. */
export type Tally = Float64Array;

/** Counts the blocs' positions on a package that moves the outlook to some levels. */
export const tallyOf = (house: House, outlook: readonly number[], levels: readonly number[]): Tally => {
  const tally = new Float64Array(house.shares.length);
  if (levels === outlook) return tally;
  for (let bloc = 0; bloc < tally.length; bloc++)
    for (let i = 0; i < levels.length; i++) tally[bloc] += positionOn(house, bloc, i, levels[i], outlook[i]);
  return tally;
};

/** A lever's move from one level to another, as far as votes on a package go. */
export type Shift = {
  readonly lever: number;
  readonly from: number;
  readonly to: number;
  readonly outlook: number;
};

/** Moves a lever in a tally. */
export const shiftTally = (house: House, tally: Tally, { lever, from, to, outlook }: Shift): void => {
  for (let b = 0; b < tally.length; b++)
    tally[b] += positionOn(house, b, lever, to, outlook) - positionOn(house, b, lever, from, outlook);
};

/** Expected support in percent, before the swing, if one more lever moved. 100 without ratification. */
export const supportWith = (
  book: Book,
  house: House,
  tally: Tally,
  { lever, from, to, outlook }: Shift,
): number => {
  const { ratification } = book.scenario.rules;
  if (ratification === null) return 100;
  const { base, perPosition } = ratification;
  const { shares } = house;
  let support = -house.deduction;
  for (let b = 0; b < shares.length; b++) {
    const shift = positionOn(house, b, lever, to, outlook) - positionOn(house, b, lever, from, outlook);
    const leaning = base + perPosition * (tally[b] + shift);
    support += shares[b] * (leaning < 0 ? 0 : leaning > 100 ? 100 : leaning);
  }
  return support;
};

const STILL: Shift = { lever: 0, from: 0, to: 0, outlook: 0 };

/** Expected support in percent, before the swing, for moving the outlook to some levels. 100 without ratification. */
export const supportFor = (
  book: Book,
  house: House,
  outlook: readonly number[],
  levels: readonly number[],
): number => supportWith(book, house, tallyOf(house, outlook, levels), STILL);

/** The chance that a legislature with some expected support passes a treaty, its seat paying up to the cap. 0..1. */
export const passing = (book: Book, support: number): number => {
  const { ratification } = book.scenario.rules;
  if (ratification === null) return 1;
  const { pass, cap, price, swing } = ratification;
  const margin = support - pass + cap / price;
  if (swing === 0) return margin >= 0 ? 1 : 0;
  return Math.min(1, Math.max(0, (swing + margin) / (2 * swing)));
};

/** The support from which a treaty is sure to pass, its seat paying up to the cap. */
export const safeSupport = (book: Book): number => {
  const { ratification } = book.scenario.rules;
  return ratification === null
    ? 0
    : ratification.pass - ratification.cap / ratification.price + ratification.swing;
};
