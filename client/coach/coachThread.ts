import { adviceOn } from '../../shared/coach/coach.ts';
import { bookOf } from '../../shared/scenarios/index.ts';
import type { CoachAnswer, CoachQuestion } from './coach.ts';

/** The coach thinks in a thread of its own, so that the board never stands still for it. */
addEventListener('message', ({ data: { view, events } }: MessageEvent<CoachQuestion>) => {
  const { own, setup } = view;
  const advice = own === null ? null : adviceOn({ book: bookOf(setup.scenario), view, own, events });
  postMessage({ advice } satisfies CoachAnswer);
});
