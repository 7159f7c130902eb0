import { t } from '../words/language.ts';

/**
 * Bots by how hard they are to play against. A trader in the third seat scores 63 [60, 66], 36 [35, 38] and 26 [23, 29] points
 * beside two of them (tariff-pause-2025, 120 games each, seed 3): easy ones give much away, strong ones read the others,
 * ask for much, and grudge them what they gain.
 */
export const STRENGTHS = { easy: 'conceder', fair: 'trader', strong: 'statesman:rival' } as const;

export type Strength = keyof typeof STRENGTHS;

const ORDER: readonly Strength[] = ['easy', 'fair', 'strong'];

/** The rung of a bot, whatever its character. */
export const rungOf = (bot: string): string => bot.split(':')[0];

/** The strengths that a server's bots make possible, as options of a choice. `rungs`: without one, of any server. */
export const strengthOptions = (rungs?: readonly string[]) =>
  ORDER.filter((strength) => rungs?.includes(rungOf(STRENGTHS[strength])) ?? true).map((strength) => ({
    value: strength,
    label: t(`strength.${strength}`),
    about: t(`strength.${strength}.about`),
  }));

/** A bot with a character in place of its own; '' leaves it as it is. */
export const withPersonality = (bot: string, personality: string): string =>
  personality === '' ? bot : `${rungOf(bot)}:${personality}`;
