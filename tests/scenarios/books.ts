import { payoffOf } from '../../shared/engine/payoff.ts';
import { type Book, openBook } from '../../shared/scenarios/book.ts';
import type { Scenario } from '../../shared/scenarios/schema.ts';
import { tariffPause2025 } from '../../shared/scenarios/tariffPause2025.ts';
import { type BySeat, bySeat } from '../../shared/seats.ts';

/** Opens a scenario or fails the test with the error's words. */
export const opened = (scenario: Scenario): Book => {
  const book = openBook(scenario);
  if ('error' in book) throw new Error(JSON.stringify(book.error));
  return book;
};

/** The tariff pause with one mandate more per seat: `base-US`, `base-KR`, `base-CN`, with the components' own weights. */
export const pauseBook: Book = opened({
  ...tariffPause2025,
  mandates: [
    ...tariffPause2025.mandates,
    ...(['US', 'KR', 'CN'] as const).map((seat) => {
      const model = tariffPause2025.mandates.find((mandate) => mandate.seat === seat)!;
      return { ...model, id: `base-${seat.toLowerCase()}`, weights: {}, goals: [], redLines: [] };
    }),
  ],
});

/** Levels by name put into others. */
export const withLevels = (
  book: Book,
  levels: readonly number[],
  changes: Readonly<Record<string, string>>,
): readonly number[] => {
  const after = [...levels];
  for (const [lever, id] of Object.entries(changes)) {
    const level = book.leverOf(lever).levels.findIndex((each) => each.id === id);
    if (level < 0) throw new Error(`${lever} has no level ${id}`);
    after[book.leverIndex[lever]] = level;
  }
  return after;
};

/** What a mandate gains by going from some levels to others, without headlines. USD bn a year. */
export const gainOf = (book: Book, mandate: string, from: readonly number[], to: readonly number[]): number =>
  payoffOf(book, mandate, to, book.economyAt(to, [])) -
  payoffOf(book, mandate, from, book.economyAt(from, []));

/** The gains of the three base mandates against snapback. */
export const baseGains = (changes: Readonly<Record<string, string>>): BySeat<number> =>
  bySeat((seat) =>
    gainOf(
      pauseBook,
      `base-${seat.toLowerCase()}`,
      pauseBook.snapback,
      withLevels(pauseBook, pauseBook.snapback, changes),
    ),
  );
