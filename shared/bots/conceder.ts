import { type Pace, timedBot } from './timed.ts';

const pace: Pace = { id: 'conceder', exponent: 0.5 };

/** Rung 1: gives way early. */
export const conceder = timedBot(pace);
