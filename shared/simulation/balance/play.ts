import { type BySeat, bySeat, type Seat } from '../../seats.ts';
import { type Estimate, estimateMean, estimateShare } from '../bootstrap.ts';
import type { GameRow } from '../gameRow.ts';
import { sharedWorth } from '../tally.ts';

/** What tables of one bot came to, over all profiles. Scores in points of the ideal, distance in shares of it. */
export type Play = {
  readonly bot: string;
  readonly games: number;
  /** A treaty of all seats is in force at the end; `someTreaty`: any treaty is. */
  readonly agreementRate: Estimate;
  readonly someTreaty: Estimate;
  readonly score: BySeat<Estimate>;
  readonly welfare: Estimate;
  readonly paretoDistance: Estimate;
};

const NOTHING: Estimate = { mean: 0, low: 0, high: 0 };

/** Sums up games in which one bot took all seats. */
export const sumUpPlay = (bot: string, rows: readonly GameRow[], seats: readonly Seat[]): Play => ({
  bot,
  games: rows.length,
  agreementRate: estimateShare(rows.filter(({ treatiesOfAll }) => treatiesOfAll > 0).length, rows.length),
  someTreaty: estimateShare(rows.filter(({ treaties }) => treaties > 0).length, rows.length),
  score: bySeat((seat) =>
    seats.includes(seat) ? estimateMean(rows.map(({ score }) => score[seat] / 10)) : NOTHING,
  ),
  welfare: estimateMean(rows.map((row) => sharedWorth(row, seats).welfare / 10)),
  paretoDistance: estimateMean(rows.map(({ distance }) => (distance ?? 0) / 1000)),
});

/** What good play must come to: rates and distances as shares, points between the seats' mean scores. */
export const PLAY_BOUNDS = {
  agreement: [0.6, 0.95],
  seatsApart: 15,
  distance: 0.15,
  /** Chance must not reach this share of what skill makes of a table for all, nor come closer to the frontier. */
  chance: 0.5,
} as const;

/** `fair`, `efficient` and so on: each part of property 5, true where it holds. */
export type Skill = {
  readonly strong: Play;
  readonly chance: Play;
  readonly seatsApart: number;
  readonly parts: Readonly<Record<'agreement' | 'fair' | 'efficient' | 'chanceIsWorse', boolean>>;
  readonly isHeld: boolean;
};

/**
 * Property 5: strong bots in all seats mostly agree, all of them in one treaty, but not always; no seat is far better off; what they reach is near
 * the frontier; and chance is far worse. A bound is missed when the whole 95 % interval misses it; the gap between the
 * seats is judged by its estimate.
 */
export const judgeSkill = (strong: Play, chance: Play, seats: readonly Seat[]): Skill => {
  const scores = seats.map((seat) => strong.score[seat].mean);
  const seatsApart = Math.max(...scores) - Math.min(...scores);
  const [least, most] = PLAY_BOUNDS.agreement;
  const parts = {
    agreement: strong.agreementRate.high >= least && strong.agreementRate.low <= most,
    fair: seatsApart <= PLAY_BOUNDS.seatsApart,
    efficient: strong.paretoDistance.low < PLAY_BOUNDS.distance,
    chanceIsWorse:
      chance.welfare.mean < PLAY_BOUNDS.chance * strong.welfare.mean &&
      chance.agreementRate.mean < strong.agreementRate.mean &&
      chance.paretoDistance.low > strong.paretoDistance.high,
  };
  return { strong, chance, seatsApart, parts, isHeld: Object.values(parts).every(Boolean) };
};
