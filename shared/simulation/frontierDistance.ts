import type { BySeat, Seat } from '../seats.ts';

/** What the seats gain beyond no deal, in USD bn a year (points in scenarios without economy). */
export type Gains = BySeat<number>;

/**
 * How far an outcome lies from the Pareto frontier: the root mean square, over the seats, of the gap to the nearest
 * frontier point, in shares of each seat's range (`ranges`: from no deal to its ideal). A frontier of few points makes it
 * too large: the true one has points between those found (about .04 of it for the frontiers of `paretoPicture`).
 */
export const frontierDistance = (
  frontier: readonly Gains[],
  gains: Gains,
  { ranges, seats }: { readonly ranges: BySeat<number>; readonly seats: readonly Seat[] },
): number =>
  frontier.reduce((nearest, point) => {
    const square = seats.reduce((sum, seat) => sum + ((point[seat] - gains[seat]) / ranges[seat]) ** 2, 0);
    return Math.min(nearest, Math.sqrt(square / seats.length));
  }, Number.POSITIVE_INFINITY);
