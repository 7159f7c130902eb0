import { isTextKey, t } from './language.ts';

/** A bot's name. */
export const botName = (id: string): string => {
  const key = `bot.${id}`;
  return isTextKey(key) ? t(key) : t('bot.unknown');
};

/** What a bot is like, in a sentence; empty for one that has none. */
export const botAbout = (id: string): string => {
  const key = `bot.${id}.about`;
  return isTextKey(key) ? t(key) : '';
};
