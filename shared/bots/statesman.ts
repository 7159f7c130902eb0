import { analystWith } from './analyst.ts';
import type { Bot } from './bot.ts';
import { PLAIN, type Style } from './style.ts';
import { traderWith } from './trader.ts';

// Tried against the analyst on seeds 7 and 8 (180 to 360 games each): a boldness of 0.5 or 0.7 alone beats it, too, by 3 points; twice
// the rivalry beats it by no more and leaves less for all.
const BOLDNESS = 0.6;
const RIVALRY = 0.05;

/** What it makes of a style: it dares more than its odds seem to warrant, and what others gain is not neutral to it. */
export const hardened = (style: Style): Style => ({
  ...style,
  id: `statesman ${style.id}`,
  risk: style.risk * BOLDNESS,
  kindness: style.kindness - RIVALRY,
});

/**
 * How a strong negotiator counts chances, and nothing else: it dares what the statesman dares, for an offer that is refused
 * costs little, and the next one comes.
 */
export const STRONG: Style = { ...PLAIN, id: 'strong', risk: hardened(PLAIN).risk };

/** The statesman with a style. */
export const statesmanWith = (style: Style): Bot => ({
  id: 'statesman',
  deputy: traderWith(style),
  next: analystWith(hardened(style)).next,
});

/**
 * Rung 6: sees what the analyst sees, and drives a harder bargain. Offers cost little and come again, so that it asks for what
 * is less likely to be taken; and between packages that bring it the same it takes the one that brings rivals less.
 */
export const statesman: Bot = { ...statesmanWith(PLAIN), styled: statesmanWith };
