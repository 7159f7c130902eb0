import { layoutOf, sheetOf, worthOn } from '../../bots/sheet.ts';
import { payoffOf } from '../../engine/payoff.ts';
import type { Book } from '../../scenarios/book.ts';
import { valueOfForm } from '../../scenarios/compiledForm.ts';
import { type BySeat, bySeat, type Seat } from '../../seats.ts';

/** What a settlement at these levels is worth beyond no deal, headlines included. USD bn a year (points without economy). */
export type Gain = (levels: readonly number[]) => number;

/** One mandate for each seat that takes part: what a table may have drawn. '' for a seat that does not. */
export type Profile = BySeat<string>;

/**
 * Tells gains under every mandate. `fast`: on the sheets that bots search with; `exact`: with the economy
 * solved, remembered, so that searches over many profiles share their solves.
 */
export type Appraiser = {
  readonly book: Book;
  readonly fast: (mandate: string) => Gain;
  readonly exact: (mandate: string) => Gain;
};

const headlineSum = (book: Book, mandate: string): Gain => {
  const { headlines } = book.compiledOf(mandate);
  return (levels) => {
    let sum = 0;
    for (const { form, amount } of headlines) if (valueOfForm(form, levels, null) === 1) sum += amount;
    return sum;
  };
};

/** Gains at one settlement, by position of the mandate in the scenario. */
const exactGains = (book: Book): ((levels: readonly number[]) => Float64Array) => {
  const { mandates, rules } = book.scenario;
  const snapback = book.economyAt(book.snapback, []);
  const zeros = mandates.map(({ id, reservation }) =>
    rules.complete ? reservation : payoffOf(book, id, book.snapback, snapback),
  );
  const headlines = mandates.map(({ id }) => headlineSum(book, id));
  const known = new Map<string, Float64Array>();
  return (levels) => {
    const key = String.fromCharCode(...levels);
    const found = known.get(key);
    if (found !== undefined) return found;
    const outcome = book.economyAt(levels, []);
    const gains = Float64Array.from(
      mandates,
      ({ id }, i) => payoffOf(book, id, levels, outcome) - zeros[i] + headlines[i](levels),
    );
    known.set(key, gains);
    return gains;
  };
};

/** An appraiser of a scenario, without news. Headlines that read the economy do not count: no scenario has any. */
export const appraiserOf = (book: Book): Appraiser => {
  const { mandates, rules } = book.scenario;
  const gains = exactGains(book);
  const layout = layoutOf(book);
  const position = new Map(mandates.map(({ id }, i) => [id, i]));
  const fast = new Map(
    mandates.map(({ id, reservation }) => {
      const sheet = sheetOf(book, id);
      const zero = rules.complete ? reservation : worthOn(layout, sheet, book.snapback);
      return [id, ((levels) => worthOn(layout, sheet, levels) - zero) satisfies Gain];
    }),
  );
  return {
    book,
    fast: (mandate) => fast.get(mandate) ?? (() => 0),
    exact: (mandate) => {
      const at = position.get(mandate) ?? -1;
      return (levels) => gains(levels)[at] ?? 0;
    },
  };
};

/** Every combination of mandates that a table may draw, in the scenario's order. */
export const profilesOf = ({ scenario, mandatesOf }: Book): readonly Profile[] =>
  scenario.seats.reduce<readonly Profile[]>(
    (profiles, seat) =>
      profiles.flatMap((profile) => mandatesOf(seat).map(({ id }) => ({ ...profile, [seat]: id }))),
    [bySeat(() => '')],
  );

/** A profile in words: its mandates, in order of the seats. */
export const nameOf = (profile: Profile, seats: readonly Seat[]): string =>
  seats.map((seat) => profile[seat]).join(' + ');
