import type { Book } from '../scenarios/book.ts';
import { type House, safeSupport, shiftTally, supportWith, type Tally, tallyOf } from './house.ts';
import { cellOf, type Layout, layoutOf, type Sheet } from './sheet.ts';

/** A package under way: its levels, and what makes the next move cheap to judge. */
export type Draft = {
  readonly book: Book;
  readonly layout: Layout;
  readonly start: readonly number[];
  readonly houses: readonly House[];
  readonly levels: number[];
  /** For every term of the sheets the cell that the levels point at. */
  readonly cells: Int32Array;
  readonly tallies: readonly Tally[];
  /** Levers that have left their start. */
  changed: number;
};

const cellsOf = ({ terms }: Layout, levels: readonly number[]): Int32Array => {
  const cells = new Int32Array(terms.length);
  for (let t = 0; t < terms.length; t++) cells[t] = cellOf(terms[t], levels);
  return cells;
};

const changesIn = (start: readonly number[], levels: readonly number[]): number => {
  let changed = 0;
  for (let i = 0; i < start.length; i++) if (levels[i] !== start[i]) changed++;
  return changed;
};

/** Begins a package at some levels, off a start that it is compared with. */
export const openDraft = (
  book: Book,
  start: readonly number[],
  houses: readonly House[],
  levels: readonly number[] = start,
): Draft => {
  const layout = layoutOf(book);
  return {
    book,
    layout,
    start,
    houses,
    levels: [...levels],
    cells: cellsOf(layout, levels),
    tallies: houses.map((house) => tallyOf(house, start, levels)),
    changed: changesIn(start, levels),
  };
};

/** What moving one lever adds on a sheet. */
export const deltaOf = (
  { layout, levels, cells }: Draft,
  sheet: Sheet,
  lever: number,
  level: number,
): number => {
  const step = level - levels[lever];
  let delta = sheet[cells[lever] + step] - sheet[cells[lever]];
  const { terms, strides } = layout.touching[lever];
  for (let i = 0; i < terms.length; i++) {
    const cell = cells[terms[i]];
    delta += sheet[cell + step * strides[i]] - sheet[cell];
  }
  return delta;
};

/** What two levers add when they move at once, beyond what each adds alone. */
export const crossOf = (
  { layout: { terms, touching }, levels, cells }: Draft,
  sheet: Sheet,
  [one, first]: readonly [number, number],
  [other, second]: readonly [number, number],
): number => {
  let cross = 0;
  const touched = touching[one];
  for (let i = 0; i < touched.terms.length; i++) {
    const term = touched.terms[i];
    const at = terms[term].levers.indexOf(other);
    if (at < 0) continue;
    const cell = cells[term];
    const x = (first - levels[one]) * touched.strides[i];
    const y = (second - levels[other]) * terms[term].strides[at];
    cross += sheet[cell + x + y] - sheet[cell + x] - sheet[cell + y] + sheet[cell];
  }
  return cross;
};

/** Points of support that the houses lack to be sure to pass the package, with one lever moved. */
export const missingWith = (
  { book, houses, tallies, levels, start }: Draft,
  lever: number,
  to: number,
): number => {
  const safe = safeSupport(book);
  const shift = { lever, from: levels[lever], to, outlook: start[lever] };
  let missing = 0;
  for (let h = 0; h < houses.length; h++)
    missing += Math.max(0, safe - supportWith(book, houses[h], tallies[h], shift));
  return missing;
};

/** Points of support that the houses lack to be sure to pass the package as it is. */
export const missingIn = (draft: Draft): number => missingWith(draft, 0, draft.levels[0]);

/** Moves a lever. */
export const moveLever = (draft: Draft, lever: number, to: number): void => {
  const { layout, levels, cells, houses, tallies } = draft;
  const from = levels[lever];
  const outlook = draft.start[lever];
  for (let h = 0; h < houses.length; h++) shiftTally(houses[h], tallies[h], { lever, from, to, outlook });
  cells[lever] += to - from;
  const { terms, strides } = layout.touching[lever];
  for (let i = 0; i < terms.length; i++) cells[terms[i]] += (to - from) * strides[i];
  levels[lever] = to;
  draft.changed += (to === outlook ? 0 : 1) - (from === outlook ? 0 : 1);
};
