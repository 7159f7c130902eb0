import type { LogStore } from '../../../server/storage/logStore.ts';
import { openSqliteStore } from '../../../server/storage/sqlite.ts';
import type { Event } from '../../../shared/engine/events.ts';
import { visibleEvents } from '../../../shared/engine/events.ts';
import { fold, initialState } from '../../../shared/engine/evolve.ts';
import { brokenAt, type Entry } from '../../../shared/engine/log.ts';
import { project } from '../../../shared/engine/project.ts';
import type { Reply } from '../../../shared/protocol.ts';
import { bookOf } from '../../../shared/scenarios/index.ts';
import { bySeat, SEATS, type Seat } from '../../../shared/seats.ts';
import { viewName, type Witness } from './party.ts';

/** What the log of a table says against what its players were told. All but `acknowledged` have to be 0. */
export type Verdict = {
  readonly acknowledged: number;
  /** Acknowledged actions that are not in the log. */
  readonly lost: number;
  /** Ids that are in the log more than once. */
  readonly twice: number;
  /** Refused actions that were done all the same. */
  readonly refusedYetDone: number;
  /** Actions that got two different answers. */
  readonly contradicted: number;
  /** Places at which the sequence or the chain of hashes breaks. */
  readonly gaps: number;
  /** Views that were shown and do not follow from the log. */
  readonly wrongViews: number;
  /** Players whose story is not the log's. */
  readonly wrongStories: number;
};

const NONE: Verdict = {
  acknowledged: 0,
  lost: 0,
  twice: 0,
  refusedYetDone: 0,
  contradicted: 0,
  gaps: 0,
  wrongViews: 0,
  wrongStories: 0,
};

const COUNTS = Object.keys(NONE) as readonly (keyof Verdict)[];

/** Adds verdicts up. */
export const sumOf = (verdicts: readonly Verdict[]): Verdict =>
  verdicts.reduce(
    (sum, verdict) =>
      Object.fromEntries(COUNTS.map((count) => [count, sum[count] + verdict[count]])) as Verdict,
    NONE,
  );

/** What every seat could see, step by step: the names of all views by how many events were visible, and all events. */
const seenBySeat = (scenario: string, entries: readonly Entry[]) => {
  const book = bookOf(scenario);
  const seen = bySeat(() => ({ views: new Map<number, Set<number>>(), events: [] as unknown[] }));
  let state = initialState(book);
  for (const { events } of entries) {
    state = fold(book, state, events);
    for (const seat of SEATS) {
      seen[seat].events.push(...visibleEvents(events, seat, state));
      const seq = seen[seat].events.length;
      const names = seen[seat].views.get(seq) ?? new Set();
      seen[seat].views.set(seq, names.add(viewName(project(state, seat))));
    }
  }
  return seen;
};

/** What one seat was told: answers, the names of views, all events, and how many were left out. */
export type Told = {
  readonly seat: Seat;
  readonly replies: readonly Reply[];
  readonly views: readonly { readonly seq: number; readonly name: number }[];
  readonly story: readonly Event[];
  readonly missed: number;
};

const answersById = ({ replies }: Told): ReadonlyMap<string, ReadonlySet<boolean>> => {
  const answers = new Map<string, Set<boolean>>();
  for (const reply of replies) {
    // Too fast or unavailable is no answer: it is to be asked again.
    const isAnswer = reply.ok || !['action.tooFast', 'unavailable'].includes(reply.refusal.code);
    if (isAnswer) answers.set(reply.id, (answers.get(reply.id) ?? new Set()).add(reply.ok));
  }
  return answers;
};

const judgeOne = (
  told: Told,
  entries: readonly Entry[],
  seen: ReturnType<typeof seenBySeat>[Seat],
): Verdict => {
  const { seat, views, story, missed } = told;
  const done = new Map<string, number>();
  for (const { actor, id } of entries)
    if (actor === seat && id !== null) done.set(id, (done.get(id) ?? 0) + 1);
  const answers = [...answersById(told)];
  const agreed = answers.filter(([, oks]) => oks.has(true));
  const refused = answers.filter(([, oks]) => !oks.has(true));
  return {
    ...NONE,
    acknowledged: agreed.length,
    lost: agreed.filter(([id]) => !done.has(id)).length,
    twice: [...done.values()].filter((times) => times > 1).length,
    refusedYetDone: refused.filter(([id]) => done.has(id)).length,
    contradicted: answers.filter(([, oks]) => oks.size > 1).length,
    wrongViews: views.filter(({ seq, name }) => seen.views.get(seq)?.has(name) !== true).length,
    wrongStories:
      missed === 0 && JSON.stringify(story) === JSON.stringify(seen.events.slice(0, story.length)) ? 0 : 1,
  };
};

/** Compares the log of one table with what its seats were told. */
export const judgeLog = (entries: readonly Entry[], scenario: string, all: readonly Told[]): Verdict => {
  const seen = seenBySeat(scenario, entries);
  return sumOf([
    { ...NONE, gaps: brokenAt(entries) === null ? 0 : 1 },
    ...all.map((told) => judgeOne(told, entries, seen[told.seat])),
  ]);
};

const toldTo = ({ seat, replies, views, player }: Witness): Told => ({
  seat,
  replies,
  views,
  story: player.story(),
  missed: player.missed(),
});

/** Where a log stood when it was judged. */
export type Mark = { readonly table: string; readonly seq: number; readonly hash: string };

/** Compares the logs of the tables of some players with what those were told. */
export const judgeIn = async (
  store: LogStore,
  witnesses: readonly Witness[],
): Promise<{ readonly verdict: Verdict; readonly marks: readonly Mark[] }> => {
  const verdicts: Verdict[] = [];
  const marks: Mark[] = [];
  for (const code of new Set(witnesses.map((witness) => witness.code))) {
    const record = await store.tableByCode(code);
    if (record === null) throw new Error(`the table ${code} is gone`);
    const entries = await store.entriesOf(record.id);
    const told = witnesses.filter((witness) => witness.code === code).map(toldTo);
    verdicts.push(judgeLog(entries, record.options.scenario, told));
    marks.push({ table: record.id, seq: entries.length, hash: entries.at(-1)?.hash ?? '' });
  }
  return { verdict: sumOf(verdicts), marks };
};

/** How many of the logs that were judged are no longer what they were, or do not go on from there. */
export const changedSince = async (store: LogStore, marks: readonly Mark[]): Promise<number> => {
  let changed = 0;
  for (const { table, seq, hash } of marks) {
    const entries = await store.entriesOf(table);
    if (brokenAt(entries) !== null || (entries[seq - 1]?.hash ?? '') !== hash) changed += 1;
  }
  return changed;
};

/** Compares the logs of a stopped server with what all players were told. */
export const judge = async (dataDir: string, witnesses: readonly Witness[]): Promise<Verdict> => {
  const store = await openSqliteStore(dataDir);
  const { verdict } = await judgeIn(store, witnesses);
  await store.close();
  return verdict;
};

/** What a verdict has to be. */
export const FLAWLESS: Omit<Verdict, 'acknowledged'> = (({ acknowledged: _, ...rest }) => rest)(NONE);
