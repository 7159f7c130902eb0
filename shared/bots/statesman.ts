import { denounceRuinous, orderPaying } from './alone.ts';
import { analystWith, backOut, declineBad, isIdle } from './analyst.ts';
import type { Bot } from './bot.ts';
import { isLastTurn, isNegotiating, ready } from './moves.ts';
import { offersToMake, offersToTake, type Plan } from './plans.ts';
import { type Study, studyOf } from './study.ts';
import { PLAIN, type Style } from './style.ts';
import { advantage, openTrial } from './trial.ts';

// Packages with each group that are played out.
const PER_GROUP = 4;

/** The plans that are played out: the eight most hopeful packages at most, all that can be accepted, and measures. */
const plansOf = (study: Study): readonly Plan[] => {
  const { sight } = study;
  const talking = isNegotiating(sight) && !sight.own.ready;
  return [...offersToTake(study), ...(talking ? offersToMake(study, PER_GROUP) : [])];
};

const FIRST_LOOK = 4;
const FINALISTS = 6;

/** The plan that is best on average: all of them get a first look, the best of them the rest of the budget. Null: better do nothing. */
const bestPlan = (study: Study, plans: readonly Plan[]): Plan | null => {
  const { iterations } = study.sight;
  const left = iterations - FIRST_LOOK * (plans.length + 1);
  const count = Math.max(FIRST_LOOK, Math.floor(left / (Math.min(FINALISTS, plans.length) + 1)));
  const trial = openTrial(study, count);
  const rank = (some: readonly Plan[], worlds: number) =>
    some
      .map((plan) => ({ plan, worth: advantage(trial, plan, worlds) }))
      .sort((one, other) => other.worth - one.worth);
  const finalists = rank(plans, FIRST_LOOK)
    .slice(0, FINALISTS)
    .map(({ plan }) => plan);
  const best = rank(finalists, count)[0];
  return best === undefined || best.worth <= 0 ? null : best.plan;
};

/** The statesman with a style. */
export const statesmanWith = (style: Style): Bot => ({
  id: 'statesman',
  deputy: analystWith(style),
  next: (sight) => {
    if (isIdle(sight)) return isLastTurn(sight) ? orderPaying(sight, style) : null;
    const study = studyOf(sight, style);
    const forced = backOut(study) ?? denounceRuinous(sight, style);
    if (forced !== null) return forced;
    const plan = bestPlan(study, plansOf(study));
    if (plan !== null) return plan.move;
    const declined = declineBad(study);
    return declined !== null || sight.own.ready || !isNegotiating(sight) ? declined : ready(sight);
  },
});

/** Rung 6: plays out what could be done in the worlds that it believes in, and does what is best on average. */
export const statesman: Bot = { ...statesmanWith(PLAIN), styled: statesmanWith };
