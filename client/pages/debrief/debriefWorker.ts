import { type Debrief, type DebriefFault, debriefOf, scenarioIn } from '../../../shared/debrief/report.ts';
import { reviewSeat, type SeatReview } from '../../../shared/debrief/review/reviewSeat.ts';
import type { Entry } from '../../../shared/engine/log.ts';
import type { Book } from '../../../shared/scenarios/book.ts';
import { bookOf, isScenario } from '../../../shared/scenarios/index.ts';

/** What is asked of the worker: to debrief a table, and later, when there is time, to review its seats' decisions. */
export type Question =
  | { readonly ask: 'debrief'; readonly id: string; readonly entries: readonly Entry[] }
  | { readonly ask: 'review'; readonly id: string };

/** What the worker finds out about a table, piece by piece. */
export type Finding = { readonly id: string } & (
  | { readonly kind: 'debrief'; readonly debrief: Debrief }
  | { readonly kind: 'review'; readonly review: SeatReview }
  | { readonly kind: 'fault'; readonly code: DebriefFault['code'] }
);

const known = new Map<string, { readonly book: Book; readonly entries: readonly Entry[] }>();

const post = (finding: Finding): void => postMessage(finding);

const lookBack = (id: string, entries: readonly Entry[]): void => {
  const scenario = scenarioIn(entries);
  if (scenario === null || !isScenario(scenario)) {
    post({ id, kind: 'fault', code: 'debrief.scenario' });
    return;
  }
  const book = bookOf(scenario);
  const debrief = debriefOf(book, entries);
  if ('code' in debrief) {
    post({ id, kind: 'fault', code: debrief.code });
    return;
  }
  known.set(id, { book, entries });
  post({ id, kind: 'debrief', debrief });
};

const review = (id: string): void => {
  const table = known.get(id);
  if (table === undefined) return;
  for (const seat of table.book.scenario.seats)
    post({ id, kind: 'review', review: reviewSeat(table.book, table.entries, seat) });
};

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  if (data.ask === 'debrief') lookBack(data.id, data.entries);
  else review(data.id);
});
