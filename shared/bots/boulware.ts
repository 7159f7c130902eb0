import { type Pace, timedBot } from './timed.ts';

const pace: Pace = { id: 'boulware', exponent: 4 };

/** Rung 2: holds out until the last days. Named after a negotiator of General Electric who made one offer and stuck to it. */
export const boulware = timedBot(pace);
