import { type Signal, signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Debrief } from '../../../shared/debrief/report.ts';
import type { SeatReview } from '../../../shared/debrief/review/reviewSeat.ts';
import type { Seat } from '../../../shared/seats.ts';
import { ServerRefusal } from '../../connection/http.ts';
import { type FinishedTable, finishedTable } from '../../connection/lookBack.ts';
import { t } from '../../words/language.ts';
import { doorText } from '../../words/refusals.ts';
import type { Finding } from './debriefWorker.ts';
import { startWorkers, type Workers } from './workers.ts';

/** What is known so far of a finished table. */
export type Retrospect = {
  readonly table: Signal<FinishedTable | null>;
  readonly debrief: Signal<Debrief | null>;
  readonly reviews: Signal<Partial<Record<Seat, SeatReview>>>;
  /** Why it can't be had, in a sentence. */
  readonly failure: Signal<string | null>;
};

/** The key of a link that was passed on: after the #, so that it is never sent or logged as part of an address. */
export const linkKey = (): string | null => new URLSearchParams(location.hash.slice(1)).get('key');

const take = (retrospect: Retrospect, finding: Finding): void => {
  if (finding.kind === 'debrief') retrospect.debrief.value = finding.debrief;
  else if (finding.kind === 'fault') retrospect.failure.value = t('debrief.failed');
  else retrospect.reviews.value = { ...retrospect.reviews.value, [finding.review.seat]: finding.review };
};

/** Fetches a table and has it worked out beside the page. Returns how to stop. */
const lookBackOn = (code: string, retrospect: Retrospect): (() => void) => {
  let workers: Workers | null = null;
  let isGone = false;
  finishedTable(code, linkKey()).then(
    (table) => {
      if (isGone) return;
      retrospect.table.value = table;
      workers = startWorkers(
        1,
        (finding) => take(retrospect, finding),
        () => {
          retrospect.failure.value = t('debrief.failed');
        },
      );
      workers.take(code, table.entries);
      workers.review();
    },
    (error: unknown) => {
      retrospect.failure.value =
        error instanceof ServerRefusal ? doorText(error.code, error.params) : doorText('unknown');
    },
  );
  return () => {
    isGone = true;
    workers?.stop();
  };
};

/** Looks back on a finished table, as long as its page is open. */
export const useRetrospect = (code: string): Retrospect => {
  const kept = useSignal<Retrospect>({
    table: signal(null),
    debrief: signal(null),
    reviews: signal({}),
    failure: signal(null),
  });
  useEffect(() => lookBackOn(code, kept.value), [code]);
  return kept.value;
};
