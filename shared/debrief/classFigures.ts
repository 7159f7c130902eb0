import type { Book } from '../scenarios/book.ts';
import { type BySeat, bySeat, SEATS, type Seat } from '../seats.ts';
import type { Debrief } from './report.ts';
import type { SeatReview } from './review/reviewSeat.ts';

/**
 * What a table comes to beside others of its class. `created`: the sum of gains at the end; `most`: the largest sum that leaves
 * nobody worse off than no deal; `left`: how much more there was for all together with nobody worse off than at the end (USD bn
 * a year, or points). `scores` of 100; `accuracy`: 0..100, null while unknown or where nothing was at stake; `treaties`: signed.
 */
export type TableFigures = {
  readonly scenario: string;
  readonly seats: readonly Seat[];
  readonly mandates: BySeat<string>;
  readonly created: number;
  readonly most: number | null;
  readonly left: number;
  readonly scores: BySeat<number>;
  readonly accuracy: BySeat<number | null>;
  readonly treaties: number;
};

const sumOf = (gains: BySeat<number>, seats: readonly Seat[]): number =>
  seats.reduce((sum, seat) => sum + gains[seat], 0);

/** The figures of a table from its debrief and as many reviews as are there. */
export const tableFigures = (
  { scenario: { id, seats } }: Book,
  { mandates, possible, value, offers }: Debrief,
  reviews: Partial<Record<Seat, SeatReview>>,
): TableFigures => {
  const { utilitarian } = possible.solutions;
  return {
    scenario: id,
    seats,
    mandates,
    created: value.created,
    most: utilitarian === null ? null : sumOf(utilitarian.gains, seats),
    left: possible.better === null ? 0 : Math.max(0, sumOf(possible.better.gains, seats) - value.created),
    scores: bySeat((seat) => value.results[seat].score),
    accuracy: bySeat((seat) => reviews[seat]?.accuracy ?? null),
    treaties: offers.filter(({ fate }) => fate === 'signed').length,
  };
};

/** The means over some tables; null: no table had the figure. */
export type Means = {
  readonly tables: number;
  readonly created: number | null;
  readonly left: number | null;
  readonly score: number | null;
  readonly spread: number | null;
  readonly accuracy: number | null;
  readonly treaties: number | null;
};

/** The mean of what is there; null: nothing is. */
export const meanOf = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
};

const scoresOf = ({ seats, scores }: TableFigures): readonly number[] => seats.map((seat) => scores[seat]);

/** The means of some tables. `spread`: of a table, between its best and its worst score. */
export const meansOf = (tables: readonly TableFigures[]): Means => ({
  tables: tables.length,
  created: meanOf(tables.map(({ created }) => created)),
  left: meanOf(tables.map(({ left }) => left)),
  score: meanOf(tables.flatMap(scoresOf)),
  spread: meanOf(tables.map((table) => Math.max(...scoresOf(table)) - Math.min(...scoresOf(table)))),
  accuracy: meanOf(tables.flatMap(({ seats, accuracy }) => seats.map((seat) => accuracy[seat]))),
  treaties: meanOf(tables.map(({ treaties }) => treaties)),
});

/** How a mandate of a seat fared over the tables that drew it. */
export type MandateFigures = {
  readonly seat: Seat;
  readonly scenario: string;
  readonly mandate: string;
  readonly scores: readonly number[];
  readonly accuracy: number | null;
};

/** All mandates that were played, seat by seat. */
export const mandateFigures = (tables: readonly TableFigures[]): readonly MandateFigures[] => {
  const found = new Map<string, { seat: Seat; table: TableFigures; tables: TableFigures[] }>();
  for (const table of tables)
    for (const seat of table.seats) {
      const key = `${table.scenario} ${table.mandates[seat]}`;
      const known = found.get(key) ?? { seat, table, tables: [] };
      known.tables.push(table);
      found.set(key, known);
    }
  return [...found.values()]
    .map(({ seat, table, tables: own }) => ({
      seat,
      scenario: table.scenario,
      mandate: table.mandates[seat],
      scores: own.map(({ scores }) => scores[seat]).toSorted((one, other) => one - other),
      accuracy: meanOf(own.map(({ accuracy }) => accuracy[seat])),
    }))
    .toSorted((one, other) =>
      one.seat === other.seat
        ? one.mandate.localeCompare(other.mandate, 'en')
        : SEATS.indexOf(one.seat) - SEATS.indexOf(other.seat),
    );
};
