import { isTextKey, t } from './language.ts';

/** The name of a character that bots can have. */
export const personalityName = (id: string): string => {
  const key = `personality.${id}`;
  return isTextKey(key) ? t(key) : id;
};

/** What that character is like, in a sentence. */
export const personalityAbout = (id: string): string => {
  const key = `personality.${id}.about`;
  return isTextKey(key) ? t(key) : '';
};

/** A bot's name, with its character if it has one. */
export const botName = (id: string): string => {
  const [rung, personality] = id.split(':');
  const key = `bot.${rung}`;
  const bot = isTextKey(key) ? t(key) : t('bot.unknown');
  return personality === undefined
    ? bot
    : t('bot.styled', { bot, personality: personalityName(personality) });
};

/** What a bot is like, in a sentence; empty for one that has none. */
export const botAbout = (id: string): string => {
  const key = `bot.${id}.about`;
  return isTextKey(key) ? t(key) : '';
};
