import type { BotSight } from '../bots/bot.ts';
import { STRONG } from '../bots/statesman.ts';
import { studyOf } from '../bots/study.ts';
import type { Advice, Lesson } from './advice.ts';
import { answersFor } from './answer.ts';
import { openingFor } from './suggest.ts';
import { watchList } from './watch.ts';

/** A coach leaves nothing to chance and plays nothing out. */
const sightOf = (lesson: Lesson): BotSight => ({
  ...lesson,
  random: () => 0,
  standIn: false,
});

/**
 * What a coach tells a learner: what each offer on the table is worth and what to do about it, what to propose, and what to
 * look out for. Thinks as the analyst does, but dares what the statesman dares: packages are found on the surrogate of the
 * payoff, and their worth is then worked out exactly. A pure function of what the learner's seat sees. Null: there is nothing to decide.
 */
export const adviceOn = (lesson: Lesson): Advice | null => {
  const { phase } = lesson.view;
  if (phase !== 'negotiation' && phase !== 'closing') return null;
  const study = studyOf(sightOf(lesson), STRONG);
  return {
    offers: answersFor(lesson, study),
    opening: openingFor(lesson, study),
    watch: watchList(lesson, study),
  };
};
