import { denounceRuinous, orderPaying } from './alone.ts';
import { analystWith, backOut, declineBad, isIdle } from './analyst.ts';
import type { Bot } from './bot.ts';
import { isLastTurn, isNegotiating, ready } from './moves.ts';
import { offersToMake, offersToTake, type Plan } from './plans.ts';
import { openPlayout, type Playout, playOn, type World } from './playout.ts';
import { type Study, studyOf } from './study.ts';
import { PLAIN, type Style } from './style.ts';
import { worldsOf } from './worlds.ts';

// Packages with each group that are played out.
const PER_GROUP = 4;

/** The plans that are played out: the eight most hopeful packages at most, all that can be accepted, and measures. */
const plansOf = (study: Study): readonly Plan[] => {
  const { sight } = study;
  const talking = isNegotiating(sight) && !sight.own.ready;
  return [...offersToTake(study), ...(talking ? offersToMake(study, PER_GROUP) : [])];
};

const orderOf = ({ groups }: Playout, n: number): readonly number[] =>
  groups.map((_, i) => (i + n) % groups.length);

/** What is compared: plans and doing nothing, in the same worlds and in the same order of play. */
type Trial = {
  readonly study: Study;
  readonly playout: Playout;
  readonly worlds: readonly World[];
  readonly idle: readonly number[];
};

const openTrial = (study: Study, count: number): Trial => {
  const { book, own, view } = study.sight;
  const playout = openPlayout(book, own.seat, view.credibility);
  const worlds = worldsOf(study, count);
  const round = view.round + (isNegotiating(study.sight) ? 0 : 1);
  const idle = worlds.map((world, n) =>
    round > book.scenario.rules.rounds
      ? 0
      : playOn(playout, world, study.situation, round, orderOf(playout, n)),
  );
  return { study, playout, worlds, idle };
};

/** What a plan brings on average beyond doing nothing, over the first worlds of a trial. */
const advantage = (
  { study, playout, worlds, idle }: Trial,
  { chance, gain, leads }: Plan,
  count: number,
): number => {
  let sum = 0;
  for (let n = 0; n < count; n++) {
    const likely = chance(worlds[n]);
    if (likely < 0.01) continue;
    const then = gain + playOn(playout, worlds[n], leads, study.sight.view.round, orderOf(playout, n));
    sum += likely * (then - idle[n]);
  }
  return sum / count;
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
