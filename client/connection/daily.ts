import type { Seat } from '../../shared/seats.ts';
import { ask, askAsGuest, guestToken } from './http.ts';

/** A line of a day's list; `finished`: epoch ms. */
export type DailyScore = {
  readonly name: string;
  readonly score: number;
  readonly finished: number;
  readonly isYours: boolean;
};

/** A day at a glance; `yours`: this guest's score, null: none. */
export type DailyCount = {
  readonly day: string;
  readonly seat: Seat;
  readonly players: number;
  readonly best: number;
  readonly yours: number | null;
};

/** A day's table and its scores, and how this guest stands. Days are UTC, `2026-11-25`; `endsAt`: when today is over. */
export type Daily = {
  readonly day: string;
  readonly today: string;
  readonly endsAt: number;
  readonly serverNow: number;
  readonly seat: Seat;
  readonly bot: string;
  readonly scores: readonly DailyScore[];
  /** The guest's own try: its table, and score and rank once it is finished; null: none that day. */
  readonly yours: {
    readonly code: string;
    readonly score: number | null;
    readonly rank: number | null;
  } | null;
  readonly streak: number;
  readonly days: readonly DailyCount[];
};

/** A day's table; '' stands for today. Looking begins nothing. Throws a `ServerRefusal`. */
export const dailyOf = (day: string): Promise<Daily> =>
  ask('GET', `/api/daily${day === '' ? '' : `?day=${day}`}`, undefined, guestToken());

/** Opens today's table, or comes back to it; `counts`: whether it is the try that counts. */
export const playDaily = (): Promise<{ readonly code: string; readonly counts: boolean }> =>
  askAsGuest('/api/daily', {});
