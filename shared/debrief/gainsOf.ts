import { headlinesOf, payoffOf } from '../engine/payoff.ts';
import type { State } from '../engine/state.ts';
import type { Book } from '../scenarios/book.ts';
import { bySeat, type Seat } from '../seats.ts';
import type { GainsAt } from './metric.ts';

/** Whole thousandths, as results are recorded, so that equal settlements are equal here too. */
const rounded = (value: number): number => Math.round(value * 1000) / 1000 + 0;

/**
 * The settlement part of the real payoff as a function of the levels at the end: economy solved under the table's news,
 * goals and red lines counted, full knowledge of the mandates. At the levels of the end it gives the recorded settlement.
 * Remembers what it has solved.
 */
export const gainsOf = (book: Book, { mandates, news }: Pick<State, 'mandates' | 'news'>): GainsAt => {
  const { rules, seats } = book.scenario;
  const zeroOutcome = book.economyAt(book.snapback, news);
  const zero = bySeat((seat) => {
    if (!seats.includes(seat)) return 0;
    if (rules.complete) return book.mandateOf(mandates[seat]).reservation;
    return payoffOf(book, mandates[seat], book.snapback, zeroOutcome);
  });
  const gainOf = (seat: Seat, levels: readonly number[], outcome: ReturnType<Book['economyAt']>): number => {
    if (!seats.includes(seat)) return 0;
    const reached = payoffOf(book, mandates[seat], levels, outcome) - zero[seat];
    if (rules.complete) return reached;
    return headlinesOf(book, mandates[seat], levels, outcome).reduce(
      (sum, { met, amount }) => (met ? sum + amount : sum),
      reached,
    );
  };
  const known = new Map<string, ReturnType<GainsAt>>();
  return (levels) => {
    const key = levels.join();
    const found = known.get(key);
    if (found !== undefined) return found;
    const outcome = book.economyAt(levels, news);
    const gains = bySeat((seat) => rounded(gainOf(seat, levels, outcome)));
    known.set(key, gains);
    return gains;
  };
};
