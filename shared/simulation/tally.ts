import { inForce } from '../engine/treaties.ts';
import { type BySeat, bySeat } from '../seats.ts';
import type { Table } from '../table/table.ts';

/** Sums over games that have ended; plain numbers, so that parts of a batch add up. */
export type Tally = {
  readonly games: number;
  /** Games that ended with at least one treaty in force. */
  readonly agreements: number;
  readonly treaties: number;
  readonly actions: number;
  readonly score: BySeat<number>;
  readonly payoff: BySeat<number>;
};

/** Nothing played yet. */
export const emptyTally: Tally = {
  games: 0,
  agreements: 0,
  treaties: 0,
  actions: 0,
  score: bySeat(() => 0),
  payoff: bySeat(() => 0),
};

/** Adds a game that has ended. */
export const addGame = (tally: Tally, { state, entries }: Table): Tally => {
  const standing = inForce(state.treaties).length;
  const { results } = state;
  return {
    games: tally.games + 1,
    agreements: tally.agreements + (standing > 0 ? 1 : 0),
    treaties: tally.treaties + standing,
    actions: tally.actions + entries.length,
    score: bySeat((seat) => tally.score[seat] + (results?.[seat].score ?? 0)),
    payoff: bySeat((seat) => tally.payoff[seat] + (results?.[seat].result ?? 0)),
  };
};

/** The figures of a batch: rates and means per game. Scores in points of the ideal, payoffs in USD bn. */
export type Figures = {
  readonly games: number;
  readonly agreementRate: number;
  readonly meanTreaties: number;
  readonly meanActions: number;
  readonly meanScore: BySeat<number>;
  readonly meanPayoff: BySeat<number>;
};

const mean = (sum: number, games: number): number =>
  games === 0 ? 0 : Math.round((sum / games) * 10_000) / 10_000;

/** Turns sums into the figures of a report. */
export const figuresOf = (tally: Tally): Figures => ({
  games: tally.games,
  agreementRate: mean(tally.agreements, tally.games),
  meanTreaties: mean(tally.treaties, tally.games),
  meanActions: mean(tally.actions, tally.games),
  meanScore: bySeat((seat) => mean(tally.score[seat], tally.games)),
  meanPayoff: bySeat((seat) => mean(tally.payoff[seat], tally.games)),
});
