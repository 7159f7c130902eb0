import type { Bot } from './bot.ts';
import { random } from './random.ts';
import { trader } from './trader.ts';

/** Every negotiator that can take a seat, by id. To add one: a file and a line here. */
export const BOTS: Readonly<Record<string, Bot>> = { random, trader };

/** Whether a bot of that name exists. */
export const isBot = (id: string): boolean => Object.hasOwn(BOTS, id);
