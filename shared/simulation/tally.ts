import { type BySeat, bySeat, type Seat } from '../seats.ts';
import type { Table } from '../table/table.ts';
import { type GameRow, rowOf } from './gameRow.ts';

/**
 * Sums over games that have ended, whole numbers all: parts of a batch add up to the same sums whatever the split.
 * Units as in `GameRow`.
 */
export type Tally = {
  readonly games: number;
  /** Games that ended with at least one treaty in force. */
  readonly agreements: number;
  /** Games that ended with a treaty in force to which all seats are parties. */
  readonly fullAgreements: number;
  readonly treaties: number;
  readonly actions: number;
  readonly score: BySeat<number>;
  readonly payoff: BySeat<number>;
  readonly harm: BySeat<number>;
  /** Sums of the seats' scores. */
  readonly welfare: number;
  /** Products of the seats' shares of their ideals, in millionths; 0 where a seat has none. */
  readonly nashProduct: number;
  /** Lowest scores. */
  readonly minimum: number;
  readonly distance: number;
  /** Games whose distance was measured. */
  readonly distances: number;
};

const ZERO = bySeat(() => 0);

/** Nothing played yet. */
export const emptyTally: Tally = {
  games: 0,
  agreements: 0,
  fullAgreements: 0,
  treaties: 0,
  actions: 0,
  score: ZERO,
  payoff: ZERO,
  harm: ZERO,
  welfare: 0,
  nashProduct: 0,
  minimum: 0,
  distance: 0,
  distances: 0,
};

/** How good a game's end is for all: of the scores of the seats that take part, in the units of a tally. */
export const sharedWorth = (
  { score }: GameRow,
  seats: readonly Seat[],
): { readonly welfare: number; readonly nashProduct: number; readonly minimum: number } => {
  const scores = seats.map((seat) => score[seat]);
  const product = scores.reduce((total, tenths) => total * (Math.max(0, tenths) / 1000), 1);
  return {
    welfare: scores.reduce((total, tenths) => total + tenths, 0),
    nashProduct: Math.round(product * 1e6),
    minimum: Math.min(...scores),
  };
};

const sum = (one: BySeat<number>, other: BySeat<number>): BySeat<number> =>
  bySeat((seat) => one[seat] + other[seat]);

/** Adds a game to the sums. `seats`: those that take part in the scenario. */
export const addRow = (tally: Tally, row: GameRow, seats: readonly Seat[]): Tally => {
  const { welfare, nashProduct, minimum } = sharedWorth(row, seats);
  return {
    games: tally.games + 1,
    agreements: tally.agreements + (row.treaties > 0 ? 1 : 0),
    fullAgreements: tally.fullAgreements + (row.treatiesOfAll > 0 ? 1 : 0),
    treaties: tally.treaties + row.treaties,
    actions: tally.actions + row.actions,
    score: sum(tally.score, row.score),
    payoff: sum(tally.payoff, row.payoff),
    harm: sum(tally.harm, row.harm),
    welfare: tally.welfare + welfare,
    nashProduct: tally.nashProduct + nashProduct,
    minimum: tally.minimum + minimum,
    distance: tally.distance + (row.distance ?? 0),
    distances: tally.distances + (row.distance === null ? 0 : 1),
  };
};

/** Adds a game that has ended. */
export const addGame = (tally: Tally, table: Table): Tally =>
  addRow(tally, rowOf(table, tally.games), table.book.scenario.seats);

/**
 * The figures of a batch: rates and means per game. `agreementRate`: some treaty is in force at the end,
 * `fullAgreementRate`: one of all seats. Scores, welfare (their sum) and minimum in points of the ideal;
 * payoffs, and the harm that others' treaties do to a seat outside, in USD bn a year; `nashProduct`: of the shares of
 * the ideals (1 = everybody's ideal); `paretoDistance`: 0..1, null where it was not measured.
 */
export type Figures = {
  readonly games: number;
  readonly agreementRate: number;
  readonly fullAgreementRate: number;
  readonly meanTreaties: number;
  readonly meanActions: number;
  readonly meanScore: BySeat<number>;
  readonly meanPayoff: BySeat<number>;
  readonly welfare: number;
  readonly nashProduct: number;
  readonly minimum: number;
  readonly meanHarm: BySeat<number>;
  readonly paretoDistance: number | null;
};

/** `unit`: how many of the sum's units make one of the figure's. */
const mean = (total: number, games: number, unit = 1): number =>
  games === 0 ? 0 : Math.round((total / (unit * games)) * 10_000) / 10_000 + 0;

/** Turns sums into the figures of a report. */
export const figuresOf = (tally: Tally): Figures => {
  const { games } = tally;
  return {
    games,
    agreementRate: mean(tally.agreements, games),
    fullAgreementRate: mean(tally.fullAgreements, games),
    meanTreaties: mean(tally.treaties, games),
    meanActions: mean(tally.actions, games),
    meanScore: bySeat((seat) => mean(tally.score[seat], games, 10)),
    meanPayoff: bySeat((seat) => mean(tally.payoff[seat], games, 1000)),
    welfare: mean(tally.welfare, games, 10),
    nashProduct: mean(tally.nashProduct, games, 1e6),
    minimum: mean(tally.minimum, games, 10),
    meanHarm: bySeat((seat) => mean(tally.harm[seat], games, 1000)),
    paretoDistance: tally.distances === 0 ? null : mean(tally.distance, tally.distances, 1000),
  };
};
