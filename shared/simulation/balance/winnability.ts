import type { Book } from '../../scenarios/book.ts';
import type { Seat } from '../../seats.ts';
import { type Estimate, estimateMean, estimateShare } from '../bootstrap.ts';
import type { GameRow } from '../gameRow.ts';

/** What bots made of one mandate: scores in points of the ideal, the share of games in which nobody scored more, and the settlement beyond no deal, USD bn a year. */
export type MandateLine = {
  readonly mandate: string;
  readonly seat: Seat;
  readonly games: number;
  readonly score: Estimate;
  readonly first: Estimate;
  readonly beyondNoDeal: Estimate;
};

/** `hopeless`: the mandates that miss a bound. */
export type Winnability = {
  readonly lines: readonly MandateLine[];
  readonly hopeless: readonly string[];
  readonly isHeld: boolean;
};

/** What a mandate must offer: a mean score above, points, and the share of games in which its seat comes first. */
export const WIN_BOUNDS = { score: 20, first: 0.15 } as const;

const lineOf = (
  mandate: string,
  seat: Seat,
  rows: readonly GameRow[],
  { seats, reservation }: { readonly seats: readonly Seat[]; readonly reservation: number },
): MandateLine => {
  const firsts = rows.filter(({ score }) => seats.every((other) => score[other] <= score[seat]));
  return {
    mandate,
    seat,
    games: rows.length,
    score: estimateMean(rows.map(({ score }) => score[seat] / 10)),
    first: estimateShare(firsts.length, Math.max(1, rows.length)),
    beyondNoDeal: estimateMean(rows.map(({ settlement }) => settlement[seat] / 1000 - reservation)),
  };
};

/**
 * Whether every mandate can be won with: from games of one bot in all seats, over all profiles. A bound is missed when the
 * whole 95 % interval misses it; below no deal counts as missed on the mean.
 */
export const judgeWinnability = ({ scenario }: Book, rows: readonly GameRow[]): Winnability => {
  const { seats, mandates } = scenario;
  const lines = mandates.map(({ id, seat, reservation }) =>
    lineOf(
      id,
      seat,
      rows.filter((row) => row.mandates[seat] === id),
      { seats, reservation },
    ),
  );
  const hopeless = lines
    .filter(
      ({ games, score, first, beyondNoDeal }) =>
        games > 0 &&
        (score.high < WIN_BOUNDS.score || first.high < WIN_BOUNDS.first || beyondNoDeal.mean < 0),
    )
    .map(({ mandate }) => mandate);
  return { lines, hopeless, isHeld: hopeless.length === 0 };
};
