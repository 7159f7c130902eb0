import { PLAIN, type Style } from './style.ts';

const personality = (id: string, knobs: Partial<Style>): Style => ({ ...PLAIN, ...knobs, id });

/**
 * Ways of negotiating that any rung can take on: they change how it goes about things, hardly how well it does (measured on
 * micro, boulware, trader and analyst: the mean score shifts by 5 points at most; the rival on trader and statesman alone, where it
 * keeps its own score, and takes 3 and 11 points from a trader in the third seat). To add one: an entry here, and its name and a sentence in the three languages.
 */
export const PERSONALITIES: Readonly<Record<string, Style>> = {
  hawk: personality('hawk', {
    patience: 1.15,
    floor: 0.03,
    anchor: 0.1,
    grudge: 0.25,
    risk: 0.9,
    signature: ['security'],
  }),
  dealmaker: personality('dealmaker', { patience: 0.9, kindness: 0.02, risk: 1.1 }),
  technocrat: personality('technocrat', { fairness: 0.07 }),
  populist: personality('populist', { anchor: 0.15, noise: 0.1, grudge: 0.15, signature: ['tariffs'] }),
  rival: personality('rival', { kindness: -0.1 }),
  hedger: personality('hedger', { patience: 0.9, risk: 1.2, secrecy: 0.5 }),
};
