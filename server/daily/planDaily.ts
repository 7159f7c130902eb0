import { createHmac } from 'node:crypto';
import { bookOf } from '../../shared/scenarios/index.ts';
import { bySeat, type Seat } from '../../shared/seats.ts';
import type { PlannedTable } from '../http/tableRequest.ts';
import { HOUSE_BOT } from '../rooms/gameStart.ts';
import { seatOf } from './day.ts';

/** The scenario of every day. */
export const DAILY_SCENARIO = 'tariff-pause-2025';
/** Who plays the other two seats. */
export const DAILY_BOT = HOUSE_BOT;

// The same for both bots, so that they move in the same order at everybody's table.
const BOT_DELAY_MS = 1200;

/** The seat of a day. */
export const dailySeat = (day: string): Seat => seatOf(day, bookOf(DAILY_SCENARIO).scenario.seats);

/**
 * The table of a day, the same for everybody: seat, bots, and through the seed mandates and news. Without the secret, which
 * never leaves the server, nobody can work the draw out.
 */
export const planDaily = (day: string, secret: string): PlannedTable => {
  const seat = dailySeat(day);
  const shown = { scenario: DAILY_SCENARIO, press: 'full', explain: false } as const;
  return {
    options: {
      ...shown,
      timeControl: 'untimed',
      listed: false,
      quick: false,
      mandates: 'drawn',
      botDelayMs: [BOT_DELAY_MS, BOT_DELAY_MS],
      daily: { day, seat },
    },
    opening: {
      setup: { ...shown, roundMs: null, hints: false, reveal: 'day' },
      seed: createHmac('sha256', secret).update(`daily ${day}`).digest('hex'),
      mandates: {},
      occupants: bySeat((one) => (one === seat ? { kind: 'vacant' } : { kind: 'bot', bot: DAILY_BOT })),
    },
  };
};
