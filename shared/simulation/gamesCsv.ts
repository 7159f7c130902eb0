import { type BySeat, SEATS } from '../seats.ts';
import type { GameRow } from './gameRow.ts';

/** Quoted where RFC 4180 asks for it. Text that a spreadsheet would take for a formula is led by an apostrophe. */
const textCell = (text: string): string => {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};

const line = (cells: readonly string[]): string => `${cells.join(',')}\r\n`;

const perSeat = (name: string): string[] => SEATS.map((seat) => `${name}_${seat.toLowerCase()}`);

/** The first line of a table of games, RFC 4180, with its line end. Scores in points, money in USD bn a year. */
export const gamesCsvHead = line([
  'game',
  'seed',
  ...perSeat('bot'),
  ...perSeat('mandate'),
  'treaties',
  'treaties_of_all',
  'actions',
  ...perSeat('score'),
  ...perSeat('payoff'),
  ...perSeat('settlement'),
  ...perSeat('harm'),
  'pareto_distance',
  'hash',
]);

/** One game's line, with its line end. `seed`: of the batch; the game's own is `seed/game`. */
export const gamesCsvLine = (row: GameRow, batch: { seed: string; bots: BySeat<string> }): string => {
  const texts = (values: BySeat<string>): string[] => SEATS.map((seat) => textCell(values[seat]));
  const amounts = (values: BySeat<number>, unit: number): string[] =>
    SEATS.map((seat) => String(values[seat] / unit));
  return line([
    String(row.index),
    textCell(`${batch.seed}/${row.index}`),
    ...texts(batch.bots),
    ...texts(row.mandates),
    String(row.treaties),
    String(row.treatiesOfAll),
    String(row.actions),
    ...amounts(row.score, 10),
    ...amounts(row.payoff, 1000),
    ...amounts(row.settlement, 1000),
    ...amounts(row.harm, 1000),
    row.distance === null ? '' : String(row.distance / 1000),
    row.hash,
  ]);
};
