import * as z from 'zod/mini';
import { layoutOf, sheetOf, worthOn } from '../bots/sheet.ts';
import type { State } from '../engine/state.ts';
import { clausesInForce, inForce } from '../engine/treaties.ts';
import type { Book } from '../scenarios/book.ts';
import { type BySeat, bySeat, type Seat } from '../seats.ts';
import type { Table } from '../table/table.ts';

const whole = z.int();
const wholeBySeat = z.strictObject({ US: whole, KR: whole, CN: whole });

/**
 * What one game of a batch came to, in whole numbers only, so that sums do not depend on the order of adding.
 * `index`: its number in the batch; `mandates`: as drawn ('' for a seat that does not take part); `treaties`: in force
 * at the end, `treatiesOfAll`: those to which all seats are parties; `score`: tenths of a point of the ideal; `payoff`, `settlement`: USD millions a year; `harm`: what
 * treaties of the others cost a seat that is no party to them, USD millions a year (read off its sheet, never below 0);
 * `distance`: of the settlement from the Pareto frontier in thousandths (see `frontierDistance`), null: not measured;
 * `hash`: of the game's last entry, equal for equal games.
 */
export const GameRow = z.strictObject({
  index: whole,
  mandates: z.strictObject({ US: z.string(), KR: z.string(), CN: z.string() }),
  treaties: whole,
  treatiesOfAll: whole,
  actions: whole,
  score: wholeBySeat,
  payoff: wholeBySeat,
  settlement: wholeBySeat,
  harm: wholeBySeat,
  distance: z.nullable(whole),
  hash: z.string(),
});

export type GameRow = Readonly<z.infer<typeof GameRow>>;

/** What the treaties that a seat is no party to cost it: its payoff were their levers at snapback, less what it is. */
const harmTo = (book: Book, { levels, treaties, mandates }: State, seat: Seat): number => {
  const foreign = inForce(treaties).filter(({ parties }) => !parties.includes(seat));
  if (foreign.length === 0) return 0;
  const without = [...levels];
  for (const { lever } of clausesInForce(foreign))
    without[book.leverIndex[lever]] = book.leverOf(lever).snapback;
  const sheet = sheetOf(book, mandates[seat], { bare: true });
  const worth = (at: readonly number[]): number => worthOn(layoutOf(book), sheet, at);
  return Math.max(0, worth(without) - worth(levels));
};

const thousandths = (value: number): number => Math.round(value * 1000) + 0;

/** The row of a game that has ended. `distance`: of its settlement from the Pareto frontier, 0..1, where it is known. */
export const rowOf = (
  { book, state, entries }: Table,
  index: number,
  distance: number | null = null,
): GameRow => {
  const { results, mandates, treaties } = state;
  const standing = inForce(treaties);
  const takesPart = (seat: Seat): boolean => book.scenario.seats.includes(seat);
  const of = (value: (seat: Seat) => number): BySeat<number> =>
    bySeat((seat) => (takesPart(seat) ? value(seat) : 0));
  return {
    index,
    mandates,
    treaties: standing.length,
    treatiesOfAll: standing.filter(({ parties }) => parties.length === book.scenario.seats.length).length,
    actions: entries.length,
    score: of((seat) => Math.round((results?.[seat].score ?? 0) * 10) + 0),
    payoff: of((seat) => thousandths(results?.[seat].result ?? 0)),
    settlement: of((seat) => thousandths(results?.[seat].settlement ?? 0)),
    harm: of((seat) => thousandths(harmTo(book, state, seat))),
    distance: distance === null ? null : thousandths(distance),
    hash: entries.at(-1)?.hash ?? '',
  };
};
