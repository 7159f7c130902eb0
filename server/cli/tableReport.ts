import { readFileSync } from 'node:fs';
import { readLog } from '../../shared/debrief/readLog.ts';
import { type Debrief, debriefOf, scenarioIn } from '../../shared/debrief/report.ts';
import { reviewSeat, type SeatReview } from '../../shared/debrief/review/reviewSeat.ts';
import type { Entry } from '../../shared/engine/log.ts';
import type { Book } from '../../shared/scenarios/book.ts';
import { bookOf, isScenario } from '../../shared/scenarios/index.ts';
import { bookFrom } from '../workers/bookFrom.ts';
import { type Failure, fail } from './commandLine.ts';

/** What is asked: a log's file, its scenario's where that does not ship, and whether decisions are reviewed. */
export type ReportWish = { readonly log: string; readonly scenario?: string; readonly review: boolean };

/** What the report on a log says. */
export type TableReport = Debrief & { readonly review: readonly SeatReview[] | null };

/** Tells a failure from what was asked for. */
export const isFailure = (found: object): found is Failure => 'exitCode' in found;

const messageOf = (problem: unknown): string => (problem instanceof Error ? problem.message : '');

const entriesIn = (file: string): readonly Entry[] | Failure => {
  try {
    const read = readLog(readFileSync(file, 'utf8'));
    return 'code' in read ? fail('report.line', { file, line: read.line }) : read;
  } catch (problem) {
    return fail('report.unreadable', { file, message: messageOf(problem) });
  }
};

const bookFor = (entries: readonly Entry[], source: string | undefined): Book | Failure => {
  const named = scenarioIn(entries);
  if (named === null) return fail('report.notALog');
  if (source === undefined)
    return isScenario(named) ? bookOf(named) : fail('report.scenario', { scenario: named });
  try {
    return bookFrom(source);
  } catch (problem) {
    return fail('report.unreadable', { file: source, message: messageOf(problem) });
  }
};

/** The report on a log in a file. */
export const reportOn = ({
  log,
  scenario,
  review,
}: ReportWish): { report: TableReport; book: Book; entries: readonly Entry[] } | Failure => {
  const entries = entriesIn(log);
  if (isFailure(entries)) return entries;
  const book = bookFor(entries, scenario);
  if (isFailure(book)) return book;
  const debrief = debriefOf(book, entries);
  if ('code' in debrief) return fail(debrief.code, { file: log, at: debrief.at, ...debrief.foreign });
  const reviews = review ? book.scenario.seats.map((seat) => reviewSeat(book, entries, seat)) : null;
  return { report: { ...debrief, review: reviews }, book, entries };
};
