import { type BySeat, bySeat, type Seat } from '../seats.ts';

/** Which bot plays which seat. */
export type LineUp = BySeat<string>;

/** Every way to seat bots, each as often as one likes, on the seats that take part; the others go to the first bot. */
export const lineUpsOf = (bots: readonly string[], seats: readonly Seat[]): readonly LineUp[] =>
  seats.reduce<readonly LineUp[]>(
    (lineUps, seat) => lineUps.flatMap((lineUp) => bots.map((bot) => ({ ...lineUp, [seat]: bot }))),
    [bySeat(() => bots[0])],
  );

/** The line-ups of two bots in which both play: six where there are three seats. */
export const mixedLineUpsOf = (pair: readonly [string, string], seats: readonly Seat[]): readonly LineUp[] =>
  lineUpsOf(pair, seats).filter((lineUp) => pair.every((bot) => seats.some((seat) => lineUp[seat] === bot)));
