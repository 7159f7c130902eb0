import type { Book } from '../scenarios/book.ts';
import type { Lever } from '../scenarios/schema.ts';
import type { Seat } from '../seats.ts';
import { expectedSheet } from './bargain.ts';
import { layoutOf, mixOf, type Sheet, sheetOf } from './sheet.ts';

/**
 * How a bot goes about what its rung computes; all zero (patience and risk one) is the rung itself.
 * `patience`: how late it gives way, as a factor; `floor`: added to the share of its best package below which it never
 * asks; `anchor`: how much more it asks for in its first offers; `noise`: how much its targets waver, both as shares.
 * `kindness`: what 1 bn of another seat's gain is worth to it, below zero what it costs it; `grudge`: how much of that it takes back, and what it
 * asks on top, for each time that seat broke its word; `fairness`: what 1 bn that others gain beyond its own gain costs it.
 * `risk`: how much it shuns a long shot (1: it counts on odds as they are, 0: it counts on luck); `secrecy`: the chance to seal what can be
 * sealed; `signature`: tracks whose levers it overrates by half.
 */
export type Style = {
  readonly id: string;
  readonly patience: number;
  readonly floor: number;
  readonly anchor: number;
  readonly noise: number;
  readonly kindness: number;
  readonly grudge: number;
  readonly fairness: number;
  readonly risk: number;
  readonly secrecy: number;
  readonly signature: readonly Lever['track'][];
};

/** No style: a rung as it is. */
export const PLAIN: Style = {
  id: '',
  patience: 1,
  floor: 0,
  anchor: 0,
  noise: 0,
  kindness: 0,
  grudge: 0,
  fairness: 0,
  risk: 1,
  secrecy: 0,
  signature: [],
};

const OVERRATED = 0.5;

const overrate = (book: Book, sheet: Sheet, tracks: Style['signature']): Sheet => {
  const rated = Float64Array.from(sheet);
  const { terms } = layoutOf(book);
  book.scenario.levers.forEach((lever, i) => {
    if (!tracks.includes(lever.track)) return;
    const { offset, size } = terms[i];
    const zero = sheet[offset + book.snapback[i]];
    for (let level = 0; level < size; level++)
      rated[offset + level] += OVERRATED * (sheet[offset + level] - zero);
  });
  return rated;
};

/** The sheet that a seat decides on: its mandate's, as its style sees it. */
export const ownSheet = (book: Book, seat: Seat, mandate: string, style: Style): Sheet => {
  const plain = sheetOf(book, mandate);
  const rated = style.signature.length === 0 ? plain : overrate(book, plain, style.signature);
  if (style.kindness === 0) return rated;
  const others = book.scenario.seats.filter((other) => other !== seat);
  const means = others.map((other) => {
    const deck = book.mandatesOf(other);
    return expectedSheet(
      book,
      other,
      deck.map(() => 1 / deck.length),
    );
  });
  return mixOf([rated, ...means], [1, ...means.map(() => style.kindness)]);
};
