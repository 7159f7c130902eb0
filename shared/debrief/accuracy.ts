import { shuffle } from '../engine/chance.ts';
import type { Book } from '../scenarios/book.ts';
import { bySeat, type Seat } from '../seats.ts';
import { type Estimate, estimateMean } from '../simulation/bootstrap.ts';
import type { LineUp } from '../simulation/lineUps.ts';
import { playGame } from '../simulation/playGame.ts';
import { reviewSeat } from './review/reviewSeat.ts';

/** A seat of a game of bots: who played it, its score and what its review says, all in points. `accuracy`: as in `SeatReview`. */
export type Reviewed = {
  readonly bot: string;
  readonly score: number;
  readonly accuracy: number | null;
  readonly lost: number;
};

/** How well a bot decides: means over the games in which it had a seat; null: it had none, or nothing was at stake. */
export type Accuracy = {
  readonly bot: string;
  readonly games: number;
  readonly score: Estimate | null;
  readonly accuracy: Estimate | null;
  readonly lost: Estimate | null;
};

/** Bots drawn for the seats that take part: no bot twice where there are enough. The other seats go to the first bot. */
export const companyOf = (bots: readonly string[], seats: readonly Seat[], seed: string): LineUp => {
  const drawn = shuffle(bots, seed, 'company');
  return bySeat((seat) => drawn[seats.indexOf(seat) % drawn.length] ?? bots[0]);
};

/** Plays a game in drawn company, and reviews every seat of it. */
export const playReviewed = (book: Book, bots: readonly string[], seed: string): readonly Reviewed[] => {
  const { seats } = book.scenario;
  const company = companyOf(bots, seats, seed);
  const { entries, state } = playGame({ book, bots: company, seed });
  return seats.map((seat) => {
    const { accuracy, lost } = reviewSeat(book, entries, seat);
    return { bot: company[seat], score: state.results?.[seat].score ?? 0, accuracy, lost };
  });
};

/** The mean of what the games of a bot came to, each game counting once. */
const over = (
  games: readonly (readonly Reviewed[])[],
  value: (seat: Reviewed) => number | null,
): Estimate | null => {
  const means = games.flatMap((seats) => {
    const values = seats.map(value).filter((one) => one !== null);
    return values.length === 0 ? [] : [values.reduce((sum, one) => sum + one, 0) / values.length];
  });
  return means.length === 0 ? null : estimateMean(means);
};

/** The accuracy of each bot, in the order given. `games`: the seats of each game, reviewed. */
export const accuracies = (
  bots: readonly string[],
  games: readonly (readonly Reviewed[])[],
): readonly Accuracy[] =>
  bots.map((bot) => {
    const own = games.map((seats) => seats.filter((seat) => seat.bot === bot));
    const played = own.filter((seats) => seats.length > 0);
    return {
      bot,
      games: played.length,
      score: over(played, ({ score }) => score),
      accuracy: over(played, ({ accuracy }) => accuracy),
      lost: over(played, ({ lost }) => lost),
    };
  });
