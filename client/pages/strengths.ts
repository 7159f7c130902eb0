import { t } from '../words/language.ts';

/**
 * Bots by how strong they are. A trader in the third seat scores 65, 36 and 37 points against two of them
 * (tariff-pause-2025, 120 games each): easy ones give much away, while strong ones take more for themselves and leave no
 * less, for there is more to share.
 */
export const STRENGTHS = { easy: 'conceder', fair: 'trader', strong: 'statesman' } as const;

export type Strength = keyof typeof STRENGTHS;

const ORDER: readonly Strength[] = ['easy', 'fair', 'strong'];

/** The strengths that a server's bots make possible, as options of a choice. */
export const strengthOptions = (bots: readonly string[]) =>
  ORDER.filter((strength) => bots.includes(STRENGTHS[strength])).map((strength) => ({
    value: strength,
    label: t(`strength.${strength}`),
    about: t(`strength.${strength}.about`),
  }));

/** A bot with a character; '' is none. */
export const withPersonality = (bot: string, personality: string): string =>
  personality === '' ? bot : `${bot}:${personality}`;
