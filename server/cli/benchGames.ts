import type { Book } from '../../shared/scenarios/book.ts';
import { bookOf } from '../../shared/scenarios/index.ts';
import { bySeat } from '../../shared/seats.ts';
import { playGame } from '../../shared/simulation/playGame.ts';
import { restoreTable, type Table } from '../../shared/table/table.ts';
import { type BenchRow, rounded, timed } from './benchRow.ts';

/** Games to measure: who plays them, how many, and the rate to reach (`bot`: its id). */
type Round = {
  readonly scenario: string;
  readonly bot: string;
  readonly games: number;
  readonly target?: number;
};

const ROUNDS: readonly Round[] = [
  { scenario: 'chip-council', bot: 'random', games: 400, target: 15_000 },
  { scenario: 'chip-council', bot: 'trader', games: 100, target: 1_000 },
  { scenario: 'tariff-pause-2025', bot: 'random', games: 100, target: 400 },
  { scenario: 'tariff-pause-2025', bot: 'trader', games: 30 },
];

/** The same scenario, adding up the seconds that its economy takes. */
const metered = (book: Book): { readonly book: Book; readonly spent: () => number } => {
  let spent = 0;
  const economyAt: Book['economyAt'] = (levels, news) => {
    const { seconds, made } = timed(() => book.economyAt(levels, news));
    spent += seconds;
    return made;
  };
  return { book: { ...book, economyAt }, spent: () => spent };
};

const play = (book: Book, { bot, games }: Round, seed: string): readonly Table[] =>
  Array.from({ length: games }, (_, i) => playGame({ book, bots: bySeat(() => bot), seed: `${seed} ${i}` }));

const replayAll = (tables: readonly Table[]): void => {
  for (const { book, entries } of tables) restoreTable({ book, entries });
};

const mean = (tables: readonly Table[], count: (table: Table) => number): number =>
  Math.round(tables.reduce((sum, table) => sum + count(table), 0) / tables.length);

const reasonsIn = ({ entries }: Table): number =>
  entries.filter(({ events }) => events.some(({ kind }) => kind === 'moveExplained')).length;

const MOVES_OF_OTHERS = 57_000;

const UNIT = 'per CPU-second';

/** The games of one kind, the moves in them, and, as a ceiling, the same games as bare replays of their logs. */
const rowsOf = (round: Round): readonly BenchRow[] => {
  const { scenario, bot, target } = round;
  const { book, spent } = metered(bookOf(scenario));
  play(book, { ...round, games: 20 }, 'warm');
  const before = spent();
  const { seconds, made: tables } = timed(() => play(book, round, 'bench'));
  const solving = Math.round((100 * (spent() - before)) / seconds);
  const replaying = timed(() => replayAll(tables)).seconds;
  const entries = mean(tables, (table) => table.entries.length);
  const reasons = mean(tables, reasonsIn);
  const ceiling = rounded(tables.length / replaying);
  const games = {
    name: `${bot} games, ${scenario}`,
    value: rounded(tables.length / seconds),
    unit: UNIT,
    note: `${entries} entries a game, ${reasons} of them bots' reasons; economy ${solving} % of the time`,
  };
  const cause = `${games.note}; every entry is parsed, judged on a projected view and chained by hash; a bare replay makes ${ceiling}`;
  return [
    target === undefined ? games : { ...games, target, cause },
    {
      name: '  moves in those games',
      value: rounded(((entries - reasons) * tables.length) / seconds),
      unit: UNIT,
      note: `tic-tac-toe in boardgame.io: ${MOVES_OF_OTHERS}, measured once`,
    },
    {
      name: '  ceiling: their logs replayed',
      value: ceiling,
      unit: UNIT,
      note: 'hashes checked and events reduced: no parsing, no judging, no bots, no economy',
    },
  ];
};

/** Whole games of bots per second of processor time, beside a bare replay of the same games. */
export const benchGames = (): readonly BenchRow[] => ROUNDS.flatMap(rowsOf);
