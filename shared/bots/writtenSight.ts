import { draw } from '../engine/chance.ts';
import type { Book } from '../scenarios/book.ts';
import type { Bot, BotSight, Move } from './bot.ts';
import { botNamed } from './index.ts';

/**
 * What a bot decides on as plain data, so that another thread can decide in its place. `bot`: its name; `seed`: the
 * table's, from which its own draws follow. For the server alone: whoever holds the seed knows what everybody drew.
 */
export type WrittenSight = Omit<BotSight, 'book' | 'random'> & {
  readonly bot: string;
  readonly seed: string;
};

/** The sight that was written down. `book`: the scenario's. */
export const readSight = (book: Book, { bot: _, seed, ...seen }: WrittenSight): BotSight => ({
  ...seen,
  book,
  random: (label) => draw(seed, `bot ${seen.own.seat} ${label}`),
});

/** What a bot does about what it sees; the same in any thread. `choose`: who decides, if not the bot itself. */
export const decideOn = (
  book: Book,
  written: WrittenSight,
  choose: (bot: Bot) => Bot = (bot) => bot,
): Move | null => {
  const bot = botNamed(written.bot);
  return bot === null ? null : choose(bot).next(readSight(book, written));
};

/** Who decides when a bot's answer doesn't come in time; null: it is quick enough to be asked right away. */
export const deputyOf = ({ bot }: WrittenSight): Bot | null => botNamed(bot)?.deputy ?? null;
