import { type ForeignVersion, foreignVersion } from '../engine/foreignVersion.ts';
import { brokenAt, type Entry } from '../engine/log.ts';
import type { Setup } from '../engine/state.ts';
import type { Book } from '../scenarios/book.ts';
import type { BySeat } from '../seats.ts';
import { type Course, courseOf } from './course.ts';
import { gainsOf } from './gainsOf.ts';
import { type Figures, METRICS } from './index.ts';
import type { Ground, Metric, Moment } from './metric.ts';
import { type Possible, possibleOf } from './possible.ts';
import { endGains } from './value.ts';

/** Why a log gives no debrief. `at`: the entry (from 1) where it breaks, 0 otherwise; `foreign`: a version not known here. */
export type DebriefFault = {
  readonly code:
    | 'debrief.empty'
    | 'debrief.broken'
    | 'debrief.version'
    | 'debrief.scenario'
    | 'debrief.impossible'
    | 'debrief.unfinished';
  readonly at: number;
  readonly foreign?: ForeignVersion;
};

/** Everything that can be said about a finished table, from its log alone. */
export type Debrief = {
  readonly scenario: string;
  readonly setup: Setup;
  readonly mandates: BySeat<string>;
  readonly rounds: number;
  readonly entries: number;
  readonly possible: Possible;
} & Figures;

/** What a log is about before anything is worked out: the ground of all metrics, and its moments; or what is wrong with it. */
export type Opened = { readonly ground: Ground; readonly moments: readonly Moment[] };

/** The scenario that a log says it is of; null: it does not begin as a log does. */
export const scenarioIn = (entries: readonly Entry[]): string | null => {
  const first = entries[0]?.events[0];
  return first?.kind === 'tableOpened' ? first.setup.scenario : null;
};

/** The course of a log; null: its entries are chained, but what they tell can't have happened under these rules. */
const courseIn = (book: Book, entries: readonly Entry[]): Course | null => {
  try {
    return courseOf(book, entries);
  } catch {
    return null;
  }
};

/** Opens a finished log for its debrief. */
export const openLog = (book: Book, entries: readonly Entry[]): Opened | DebriefFault => {
  if (entries.length === 0) return { code: 'debrief.empty', at: 0 };
  const broken = brokenAt(entries);
  if (broken !== null) return { code: 'debrief.broken', at: broken };
  if (scenarioIn(entries) !== book.scenario.id) return { code: 'debrief.scenario', at: 0 };
  const foreign = foreignVersion(book, entries);
  if (foreign !== null) return { code: 'debrief.version', at: 1, foreign };
  const course = courseIn(book, entries);
  if (course === null) return { code: 'debrief.impossible', at: 0 };
  const { moments, end } = course;
  if (end.phase !== 'ended') return { code: 'debrief.unfinished', at: 0 };
  const ground: Ground = { book, seats: book.scenario.seats, end, gainsAt: gainsOf(book, end) };
  return { ground, moments };
};

const fold = <Memory, Figure>(metric: Metric<Memory, Figure>, { ground, moments }: Opened): Figure =>
  metric.finish(
    moments.reduce((memory, moment) => metric.step(memory, moment, ground), metric.start(ground)),
    ground,
  );

/** The figures that fold from a log. */
export const figuresOf = (opened: Opened): Figures =>
  Object.fromEntries(
    Object.entries(METRICS).map(([id, metric]) => [id, fold(metric as Metric<unknown, unknown>, opened)]),
  ) as Figures;

/** What was possible at an opened table. A second or so where the economy has to be solved. */
export const possibleAt = ({ ground }: Opened): Possible => {
  const { book, seats, end, gainsAt } = ground;
  return possibleOf({ book, seats, mandates: end.mandates, gainsAt, end: endGains(ground) });
};

/** The debrief of a finished table. */
export const debriefOf = (book: Book, entries: readonly Entry[]): Debrief | DebriefFault => {
  const opened = openLog(book, entries);
  if ('code' in opened) return opened;
  const { end } = opened.ground;
  return {
    scenario: book.scenario.id,
    setup: end.setup,
    mandates: end.mandates,
    rounds: end.round,
    entries: entries.length,
    possible: possibleAt(opened),
    ...figuresOf(opened),
  };
};
