import { type Debrief, type DebriefFault, debriefOf, scenarioIn } from '../../../shared/debrief/report.ts';
import { reviewSeat, type SeatReview } from '../../../shared/debrief/review/reviewSeat.ts';
import type { Entry } from '../../../shared/engine/log.ts';
import { bookOf, isScenario } from '../../../shared/scenarios/index.ts';

/** What the worker finds out, piece by piece: first the debrief, then seat by seat the review of its decisions. */
export type Finding =
  | { readonly kind: 'debrief'; readonly debrief: Debrief }
  | { readonly kind: 'review'; readonly review: SeatReview }
  | { readonly kind: 'fault'; readonly code: DebriefFault['code'] };

const post = (finding: Finding): void => postMessage(finding);

const work = (entries: readonly Entry[]): void => {
  const scenario = scenarioIn(entries);
  if (scenario === null || !isScenario(scenario)) {
    post({ kind: 'fault', code: 'debrief.scenario' });
    return;
  }
  const book = bookOf(scenario);
  const debrief = debriefOf(book, entries);
  if ('code' in debrief) {
    post({ kind: 'fault', code: debrief.code });
    return;
  }
  post({ kind: 'debrief', debrief });
  for (const seat of book.scenario.seats) post({ kind: 'review', review: reviewSeat(book, entries, seat) });
};

addEventListener('message', ({ data }: MessageEvent<readonly Entry[]>) => work(data));
