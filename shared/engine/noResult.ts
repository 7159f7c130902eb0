import type { SeatResult } from './state.ts';

/** The result of a seat that nobody has, or that is not settled yet. */
export const NO_RESULT: SeatResult = { flow: 0, settlement: 0, capital: 0, penalty: 0, result: 0, score: 0 };
