import { NO_RESULT } from '../engine/noResult.ts';
import type { SeatResult } from '../engine/state.ts';
import { type BySeat, bySeat } from '../seats.ts';
import type { Ground, Metric } from './metric.ts';

/** What a table made and who took it. Gains are the settlement's, USD bn a year, or points. */
export type Value = {
  readonly gains: BySeat<number>;
  /** The sum of all gains. */
  readonly created: number;
  /** Each seat's part of what was created, 0..1; null where nothing was created. */
  readonly shares: BySeat<number> | null;
  readonly results: BySeat<SeatResult>;
};

/** What the settlement was worth to each seat, as recorded. */
export const endGains = ({ end }: Ground): BySeat<number> =>
  bySeat((seat) => end.results?.[seat].settlement ?? 0);

const round = (value: number): number => Math.round(value * 1000) / 1000 + 0;

/** Value created and value claimed. */
export const value: Metric<null, Value> = {
  start: () => null,
  step: () => null,
  finish: (_, ground) => {
    const gains = endGains(ground);
    const created = round(ground.seats.reduce((sum, seat) => sum + gains[seat], 0));
    return {
      gains,
      created,
      shares: created > 0 ? bySeat((seat) => round(gains[seat] / created)) : null,
      results: bySeat((seat) => ground.end.results?.[seat] ?? NO_RESULT),
    };
  },
};
