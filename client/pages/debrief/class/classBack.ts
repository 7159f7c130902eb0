import { type Signal, signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ClassDebrief } from '../../../../server/classes/protocol.ts';
import type { Debrief } from '../../../../shared/debrief/report.ts';
import type { SeatReview } from '../../../../shared/debrief/review/reviewSeat.ts';
import type { Seat } from '../../../../shared/seats.ts';
import { classDebrief } from '../../../connection/classes.ts';
import { ServerRefusal } from '../../../connection/http.ts';
import { serverTable } from '../../../connection/lookBack.ts';
import { doorText } from '../../../words/refusals.ts';
import type { Finding } from '../debriefWorker.ts';
import { startWorkers, type Workers } from '../workers.ts';

/** What is known so far of one table of a class. */
export type TableBack = {
  readonly debrief: Debrief | null;
  readonly reviews: Partial<Record<Seat, SeatReview>>;
  /** Its log can't be read or made sense of. */
  readonly isLost: boolean;
};

/** What is known so far of a class; tables by their codes. */
export type ClassBack = {
  readonly held: Signal<ClassDebrief | null>;
  readonly tables: Signal<Readonly<Record<string, TableBack>>>;
  readonly failure: Signal<string | null>;
};

const UNKNOWN: TableBack = { debrief: null, reviews: {}, isLost: false };

const change = ({ tables }: ClassBack, id: string, to: (before: TableBack) => TableBack): void => {
  tables.value = { ...tables.value, [id]: to(tables.value[id] ?? UNKNOWN) };
};

const lose = (back: ClassBack, id: string): void =>
  change(back, id, (before) => ({ ...before, isLost: true }));

const take = (back: ClassBack, finding: Finding): void => {
  if (finding.kind === 'fault') lose(back, finding.id);
  else
    change(back, finding.id, (before) =>
      finding.kind === 'debrief'
        ? { ...before, debrief: finding.debrief }
        : { ...before, reviews: { ...before.reviews, [finding.review.seat]: finding.review } },
    );
};

const refusalText = (error: unknown): string =>
  error instanceof ServerRefusal ? doorText(error.code, error.params) : doorText('unknown');

/** Fetches a class and its tables and has them worked out beside the page: first what all came to, then every decision. */
const lookBackOn = (code: string, back: ClassBack): (() => void) => {
  let workers: Workers | null = null;
  let isGone = false;
  const work = async (): Promise<void> => {
    const held = await classDebrief(code);
    if (isGone) return;
    back.held.value = held;
    const codes = held.tables.flatMap((table) => (table.code === null ? [] : [table.code]));
    const crew = startWorkers(
      codes.length,
      (finding) => take(back, finding),
      () => {
        for (const id of codes) if (back.tables.value[id]?.debrief == null) lose(back, id);
      },
    );
    workers = crew;
    for (const id of codes) {
      const table = await serverTable(id, null).catch(() => null);
      if (isGone) return;
      if (table === null) lose(back, id);
      else crew.take(id, table.entries);
    }
    crew.review();
  };
  work().catch((error: unknown) => {
    back.failure.value = refusalText(error);
  });
  return () => {
    isGone = true;
    workers?.stop();
  };
};

/** Looks back on a class, as long as its page is open. */
export const useClassBack = (code: string): ClassBack => {
  const kept = useSignal<ClassBack>({ held: signal(null), tables: signal({}), failure: signal(null) });
  useEffect(() => lookBackOn(code, kept.value), [code]);
  return kept.value;
};
