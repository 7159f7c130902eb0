import { analyst } from './analyst.ts';
import type { Bot } from './bot.ts';
import { boulware } from './boulware.ts';
import { conceder } from './conceder.ts';
import { micro } from './micro.ts';
import { random } from './random.ts';
import { statesman } from './statesman.ts';
import { trader } from './trader.ts';

/** Every negotiator that can take a seat, by id. To add one: a file and a line here. */
export const BOTS: Readonly<Record<string, Bot>> = {
  random,
  conceder,
  boulware,
  micro,
  trader,
  analyst,
  statesman,
};

/** The bot of that name; null: there is none. */
export const botNamed = (id: string): Bot | null => (Object.hasOwn(BOTS, id) ? BOTS[id] : null);

/** Whether a bot of that name exists. */
export const isBot = (id: string): boolean => botNamed(id) !== null;
