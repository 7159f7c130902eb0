import { type BySeat, bySeat, type Seat } from '../seats.ts';
import { type Estimate, estimateMean, testPaired } from './bootstrap.ts';
import type { GameRow } from './gameRow.ts';
import type { LineUp } from './lineUps.ts';
import { sharedWorth } from './tally.ts';

/**
 * What line-ups came to on common draws: `rows[i]` are the games of one line-up in the order of the draws, game d of every
 * line-up with the same seed, so the same mandates and news.
 */
export type Played = { readonly lineUp: LineUp; readonly rows: readonly GameRow[] };

/** A line-up's figures, as in `Figures`, each a mean over draws with its interval. */
export type LineUpFigures = {
  readonly bots: LineUp;
  readonly agreementRate: Estimate;
  readonly fullAgreementRate: Estimate;
  readonly score: BySeat<Estimate>;
  readonly welfare: Estimate;
  readonly nashProduct: Estimate;
  readonly minimum: Estimate;
  readonly harm: BySeat<Estimate>;
  readonly paretoDistance: Estimate;
};

/** How strong a bot is: the mean score of the seats that it plays, over all line-ups, in points of the ideal. */
export type Rating = { readonly bot: string; readonly score: Estimate; readonly bySeat: BySeat<Estimate> };

/**
 * What a bot gains by taking one seat of a table where `resident` plays all seats, in points against what `resident`
 * scored there: mean over the seats, and for each.
 */
export type Deviation = {
  readonly resident: string;
  readonly deviator: string;
  readonly gain: Estimate;
  readonly bySeat: BySeat<number>;
};

/** The best deviation from a table where a bot plays all seats, less its own score; 0 when none is better. */
export type Regret = { readonly bot: string; readonly best: string; readonly regret: Estimate };

export type TournamentFigures = {
  readonly draws: number;
  readonly games: number;
  readonly ratings: readonly Rating[];
  readonly regrets: readonly Regret[];
  readonly deviations: readonly Deviation[];
  readonly lineUps: readonly LineUpFigures[];
};

const NOTHING: Estimate = { mean: 0, low: 0, high: 0 };

const figuresOf = ({ lineUp, rows }: Played, seats: readonly Seat[]): LineUpFigures => {
  const over = (value: (row: GameRow) => number): Estimate => estimateMean(rows.map(value));
  const each = (value: (row: GameRow, seat: Seat) => number): BySeat<Estimate> =>
    bySeat((seat) => (seats.includes(seat) ? over((row) => value(row, seat)) : NOTHING));
  return {
    bots: lineUp,
    agreementRate: over((row) => (row.treaties > 0 ? 1 : 0)),
    fullAgreementRate: over((row) => (row.treatiesOfAll > 0 ? 1 : 0)),
    score: each((row, seat) => row.score[seat] / 10),
    welfare: over((row) => sharedWorth(row, seats).welfare / 10),
    nashProduct: over((row) => sharedWorth(row, seats).nashProduct / 1e6),
    minimum: over((row) => sharedWorth(row, seats).minimum / 10),
    harm: each((row, seat) => row.harm[seat] / 1000),
    paretoDistance: over((row) => (row.distance ?? 0) / 1000),
  };
};

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** A bot's mean score in each draw, over the given seats and all line-ups where it plays them. */
const scoresByDraw = (played: readonly Played[], bot: string, seats: readonly Seat[]): readonly number[] => {
  const [first] = played;
  return first.rows.map((_, draw) =>
    meanOf(
      played.flatMap(({ lineUp, rows }) =>
        seats.filter((seat) => lineUp[seat] === bot).map((seat) => rows[draw].score[seat] / 10),
      ),
    ),
  );
};

const rate = (played: readonly Played[], bot: string, seats: readonly Seat[]): Rating => ({
  bot,
  score: estimateMean(scoresByDraw(played, bot, seats)),
  bySeat: bySeat((seat) =>
    seats.includes(seat) ? estimateMean(scoresByDraw(played, bot, [seat])) : NOTHING,
  ),
});

const deviate = (
  played: readonly Played[],
  resident: string,
  deviator: string,
  seats: readonly Seat[],
): Deviation => {
  const rowsOf = (wanted: (seat: Seat) => string): readonly GameRow[] =>
    played.find(({ lineUp }) => seats.every((seat) => lineUp[seat] === wanted(seat)))?.rows ?? [];
  const home = rowsOf(() => resident);
  const gains = seats.map((seat) => {
    const away = rowsOf((other) => (other === seat ? deviator : resident));
    return home.map((row, draw) => (away[draw].score[seat] - row.score[seat]) / 10);
  });
  return {
    resident,
    deviator,
    gain: estimateMean(home.map((_, draw) => meanOf(gains.map((gain) => gain[draw])))),
    bySeat: bySeat((seat) => (seats.includes(seat) ? meanOf(gains[seats.indexOf(seat)]) : 0)),
  };
};

const regretOf = (bot: string, deviations: readonly Deviation[]): Regret => {
  const best = deviations
    .filter(({ resident }) => resident === bot)
    .reduce((one, other) => (other.gain.mean > one.gain.mean ? other : one));
  return best.gain.mean > 0
    ? { bot, best: best.deviator, regret: best.gain }
    : { bot, best: bot, regret: NOTHING };
};

/**
 * The figures of a tournament in which every line-up of the bots has played the same draws. Ratings are plain mean scores
 * with intervals over draws, strongest first: at this table it is one's score that counts, not who scored more.
 */
export const tournamentFigures = (
  bots: readonly string[],
  seats: readonly Seat[],
  played: readonly Played[],
): TournamentFigures => {
  const draws = played[0].rows.length;
  const deviations = bots.flatMap((resident) =>
    bots.map((deviator) => deviate(played, resident, deviator, seats)),
  );
  return {
    draws,
    games: draws * played.length,
    ratings: bots
      .map((bot) => rate(played, bot, seats))
      .sort((one, other) => other.score.mean - one.score.mean),
    regrets: bots.map((bot) => regretOf(bot, deviations)),
    deviations,
    lineUps: played.map((part) => figuresOf(part, seats)),
  };
};

/** Two neighbours of a ladder on common draws, in all line-ups in which both play. Scores in points. */
export type Neighbours = {
  readonly lower: string;
  readonly upper: string;
  readonly draws: number;
  readonly games: number;
  readonly lowerScore: Estimate;
  readonly upperScore: Estimate;
  /** Upper less lower, a paired difference for each draw. */
  readonly difference: Estimate;
  /** Two-sided, sign-flip test over draws. */
  readonly p: number;
  /** The upper one is better, p below 0.01. */
  readonly beats: boolean;
};

const SURE = 0.01;

/** Compares two neighbours; each holds every seat equally often, so seats and mandates cancel out. */
export const compareNeighbours = (
  [lower, upper]: readonly [string, string],
  seats: readonly Seat[],
  played: readonly Played[],
): Neighbours => {
  const [low, high] = [lower, upper].map((bot) => scoresByDraw(played, bot, seats));
  const { p, ...difference } = testPaired(high.map((score, draw) => score - low[draw]));
  return {
    lower,
    upper,
    draws: low.length,
    games: low.length * played.length,
    lowerScore: estimateMean(low),
    upperScore: estimateMean(high),
    difference,
    p,
    beats: difference.mean > 0 && p < SURE,
  };
};
