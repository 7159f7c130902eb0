import * as fc from 'fast-check';
import { type Book, openBook } from '../../shared/scenarios/book.ts';
import type { Scenario } from '../../shared/scenarios/schema.ts';
import { type BySeat, bySeat, SEATS, type Seat } from '../../shared/seats.ts';
import { twoSeats } from '../helpers/tinyScenario.ts';

const words = (text: string) => ({ en: text, ko: text, zh: text });

/** A random negotiation about points alone. `sheets`: by seat, by lever, by level. */
export type PointsGame = {
  readonly seats: readonly Seat[];
  readonly complete: boolean;
  readonly snapback: readonly number[];
  readonly reserved: BySeat<number>;
  readonly sheets: BySeat<readonly (readonly number[])[]>;
};

/** Small negotiations of two or three seats about two to four levers with two to four levels each. */
export const anyPointsGame: fc.Arbitrary<PointsGame> = fc
  .record({
    seats: fc.constantFrom<readonly Seat[]>(['US', 'KR'], SEATS),
    complete: fc.boolean(),
    counts: fc.array(fc.integer({ min: 2, max: 4 }), { minLength: 2, maxLength: 4 }),
  })
  .chain(({ seats, complete, counts }) => {
    const sheet = fc.tuple(
      ...counts.map((count) =>
        fc.array(fc.integer({ min: -9, max: 9 }), { minLength: count, maxLength: count }),
      ),
    );
    const reserve = fc.integer({ min: -8, max: 8 });
    return fc.record({
      seats: fc.constant(seats),
      complete: fc.constant(complete),
      snapback: fc.tuple(...counts.map((count) => fc.integer({ min: 0, max: count - 1 }))),
      reserved: fc.record({ US: reserve, KR: reserve, CN: reserve }),
      sheets: fc.record({ US: sheet, KR: sheet, CN: sheet }),
    });
  });

const leverOf = (game: PointsGame, index: number): Scenario['levers'][number] => {
  const id = `lever-${index}`;
  const at = game.snapback[index]!;
  return {
    id,
    owners: [...game.seats],
    track: 'tariffs',
    unit: 'word',
    label: words(id),
    description: words(id),
    levels: game.sheets.US[index]!.map((_, level) => ({
      id: `${level}`,
      amount: 0,
      label: words(`${level}`),
    })),
    pause: at,
    snapback: at,
  };
};

/** The game as a scenario, opened. */
export const bookFor = (game: PointsGame): Book => {
  const base = twoSeats({ complete: game.complete, maxClauses: game.snapback.length });
  const book = openBook({
    ...base,
    seats: [...game.seats],
    levers: game.snapback.map((_, i) => leverOf(game, i)),
    components: game.seats.map((seat) => ({
      id: `${seat.toLowerCase()}-sheet`,
      seat,
      label: words('sheet'),
      weight: 1,
      forms: game.sheets[seat].map((values, i) => ({
        form: 'points',
        lever: `lever-${i}`,
        values: [...values],
      })),
    })),
    mandates: game.seats.map((seat) => ({
      ...base.mandates[0]!,
      id: mandateFor[seat],
      seat,
      weights: {},
      reservation: game.reserved[seat],
    })),
  });
  if ('error' in book) throw new Error(JSON.stringify(book.error));
  return book;
};

/** The one mandate of each seat. */
export const mandateFor: BySeat<string> = bySeat((seat) => `${seat.toLowerCase()}-plain`);

/** What every settlement brings beyond no deal, straight from the score sheets: [package][seat]. */
export const bruteGains = (game: PointsGame): readonly (readonly number[])[] => {
  const worth = (seat: Seat, levels: readonly number[]): number =>
    levels.reduce((sum, level, i) => sum + game.sheets[seat][i]![level]!, 0);
  const all = game.snapback.reduce<readonly (readonly number[])[]>(
    (packages, _, i) =>
      packages.flatMap((levels) => game.sheets.US[i]!.map((__, level) => [...levels, level])),
    [[]],
  );
  const zero = (seat: Seat): number => (game.complete ? game.reserved[seat] : worth(seat, game.snapback));
  return all.map((levels) => game.seats.map((seat) => worth(seat, levels) - zero(seat)));
};
