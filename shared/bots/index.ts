import { analyst } from './analyst.ts';
import type { Bot } from './bot.ts';
import { boulware } from './boulware.ts';
import { conceder } from './conceder.ts';
import { micro } from './micro.ts';
import { PERSONALITIES } from './personalities.ts';
import { random } from './random.ts';
import { statesman } from './statesman.ts';
import { trader } from './trader.ts';

/** Every negotiator that can take a seat, by id, the weakest first. To add one: a file and a line here. */
export const BOTS: Readonly<Record<string, Bot>> = {
  random,
  conceder,
  boulware,
  micro,
  trader,
  analyst,
  statesman,
};

/** What can be asked for, for people who type names. */
export const BOT_NAMES = `${Object.keys(BOTS).join(', ')}; each with a personality if you like, as in trader:hawk (${Object.keys(PERSONALITIES).join(', ')})`;

const styledBot = (name: string): Bot | null => {
  const colon = name.indexOf(':');
  const [rung, personality] = [name.slice(0, colon), name.slice(colon + 1)];
  if (colon < 0 || !Object.hasOwn(BOTS, rung) || !Object.hasOwn(PERSONALITIES, personality)) return null;
  const bot = BOTS[rung].styled?.(PERSONALITIES[personality]);
  return bot === undefined ? null : { ...bot, id: name };
};

const styled = new Map<string, Bot>();

/** The bot of a name: a rung (`trader`), or a rung with a personality (`trader:hawk`); null: there is none. */
export const botNamed = (name: string): Bot | null => {
  if (Object.hasOwn(BOTS, name)) return BOTS[name];
  const bot = styled.get(name) ?? styledBot(name);
  if (bot !== null) styled.set(name, bot);
  return bot;
};

/** Whether a bot of that name exists. */
export const isBot = (name: string): boolean => botNamed(name) !== null;
