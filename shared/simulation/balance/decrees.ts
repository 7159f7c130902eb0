import { payoffOf } from '../../engine/payoff.ts';
import type { Book } from '../../scenarios/book.ts';
import type { Seat } from '../../seats.ts';
import type { Appraiser } from './appraiser.ts';

/**
 * One lever moved alone by its only owner, under one of the owner's mandates, USD bn a year. `pause`, `snapback`: what the
 * move changes in the owner's payoff there; `result`: what it adds to the result when ordered in the first round and left
 * alone: flows by their weight, the settlement only where the level outlives the last day, less the measure's capital.
 */
export type Decree = {
  readonly seat: Seat;
  readonly mandate: string;
  readonly lever: string;
  readonly level: string;
  readonly isLasting: boolean;
  readonly pause: number;
  readonly snapback: number;
  readonly result: number;
};

/** Every move that one seat can make alone. Pause and snapback are both solved without news. */
export const listDecrees = ({ book, exact }: Appraiser): readonly Decree[] => {
  const { levers, rules } = book.scenario;
  const price = rules.measures.capital * rules.capital.value;
  const { weight } = rules.flow;
  const flowOf = (mandate: string, levels: readonly number[]): number =>
    payoffOf(book, mandate, levels, book.economyAt(levels, []));
  return levers.flatMap((lever, i) => {
    const [seat, ...others] = lever.owners;
    if (others.length > 0) return [];
    const isLasting = lever.pause === lever.snapback;
    return book.mandatesOf(seat).flatMap(({ id: mandate }) => {
      const gain = exact(mandate);
      return lever.levels.flatMap((level, step): readonly Decree[] => {
        if (step === lever.pause) return [];
        const pause = flowOf(mandate, book.pause.with(i, step)) - flowOf(mandate, book.pause);
        const snapback = gain(book.snapback.with(i, step)) - gain(book.snapback);
        const kept = isLasting ? (1 - weight) * snapback : 0;
        const result = weight * pause + kept - price;
        return [{ seat, mandate, lever: lever.id, level: level.id, isLasting, pause, snapback, result }];
      });
    });
  });
};

/** The most that a decree may bring, USD bn a year. */
export const MOST_OF_A_DECREE = 2;

/** Whether diplomacy is needed: decrees that pay more than they may, and those that pay most. */
export type Diplomacy = {
  readonly decrees: number;
  readonly tempting: readonly Decree[];
  readonly best: readonly Decree[];
  readonly isHeld: boolean;
};

const SHOWN = 5;

/** Property 7: no owner adds more than 2 bn to its result by moving one lever alone, under any mandate. */
export const judgeDiplomacy = (book: Book, decrees: readonly Decree[]): Diplomacy | null => {
  if (book.scenario.rules.measures.perRound === 0) return null;
  const best = decrees.toSorted((one, other) => other.result - one.result);
  const tempting = best.filter(({ result }) => result > MOST_OF_A_DECREE);
  return { decrees: decrees.length, tempting, best: best.slice(0, SHOWN), isHeld: tempting.length === 0 };
};
