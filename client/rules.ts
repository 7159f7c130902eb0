import { computed } from '@preact/signals';
import type { SeatAction } from '../shared/engine/actions/index.ts';
import { payoffOf } from '../shared/engine/payoff.ts';
import { leverOutlook, type Preview, previewPackage, previewRatification } from '../shared/engine/preview.ts';
import type { RatificationOdds } from '../shared/engine/ratification.ts';
import type { Refusal } from '../shared/engine/refusal.ts';
import type { Clause } from '../shared/engine/state.ts';
import { allowed } from '../shared/engine/submit.ts';
import type { OwnView, View } from '../shared/engine/view.ts';
import type { Book } from '../shared/scenarios/book.ts';
import type { Lever, Mandate, Rules } from '../shared/scenarios/schema.ts';
import { SEATS, type Seat } from '../shared/seats.ts';
import { book, isActedElsewhere, past, serverNow, view } from './store.ts';
import { refusalText } from './words/refusals.ts';

/** What the panels stand on: the open table's book and view, both there. */
export type Desk = {
  readonly book: Book;
  readonly view: View;
  readonly own: OwnView | null;
  readonly rules: Rules;
};

/** The open table as the panels need it; null until the first update. */
export const desk = computed<Desk | null>(() => {
  const [opened, seen] = [book.value, view.value];
  if (opened === null || seen === null) return null;
  return { book: opened, view: seen, own: seen.own, rules: opened.scenario.rules };
});

/** Whether this viewer has a seat and its game is going on: not where it only looks back. */
export const isPlaying = ({ own, view: { phase } }: Desk): boolean =>
  own !== null && phase !== 'ended' && past.value === null;

/** This viewer's seat, if it has one. */
export const ownSeat = computed<Seat | null>(() => view.value?.own?.seat ?? null);

/** Why this viewer may not do something now; null: it may. The server asks the same function. */
export const refusalOf = (action: SeatAction): Refusal | null => {
  const at = desk.value;
  if (at === null || at.own === null) return { code: 'action.notYours', params: {} };
  if (past.value !== null) return { code: 'game.ended', params: {} };
  if (isActedElsewhere.value) return { code: 'action.otherTab', params: {} };
  return allowed(at.book, at.view, at.own.seat, action, serverNow());
};

/** The same as a sentence, for a button's title; undefined: it may. */
export const whyNot = (action: SeatAction): string | undefined => {
  const refusal = refusalOf(action);
  return refusal === null ? undefined : refusalText(refusal, desk.value?.book.scenario ?? null);
};

/** The mandate that this viewer drew. */
export const ownMandate = ({ book: opened, own }: Desk): Mandate | null =>
  own === null ? null : opened.mandateOf(own.mandate);

/** Whether this table's screens work out what offers are worth and whether they would pass at home. */
export const showsWorth = ({ view: seen }: Desk): boolean => seen.setup.worth !== false;

/** What a package would do to this viewer; null for spectators. */
export const previewOf = (at: Desk, clauses: readonly Clause[]): Preview | null =>
  at.own === null ? null : previewPackage(at.book, at.view, at.own.mandate, clauses);

const payoffNow = ({ book: opened, view: seen, own }: Desk): number =>
  own === null ? 0 : payoffOf(opened, own.mandate, seen.levels, opened.economyAt(seen.levels, seen.news));

/** What moving one lever would change for this viewer, USD bn a year: now, and in the settlement. */
export const effectOf = (
  at: Desk,
  lever: string,
  level: number,
): { readonly now: number; readonly end: number } => {
  const levels = at.view.levels.map((old, i) => (i === at.book.leverIndex[lever] ? level : old));
  const moved = { ...at, view: { ...at.view, levels } };
  return {
    now: payoffNow(moved) - payoffNow(at),
    end: (previewOf(moved, [])?.before ?? 0) - (previewOf(at, [])?.before ?? 0),
  };
};

/** How this viewer's legislature would vote; null for spectators, and where nothing is ratified or worked out. */
export const oddsOf = (
  at: Desk,
  pack: { parties: readonly Seat[]; clauses: readonly Clause[]; sealed: boolean; spend: number },
): RatificationOdds | null =>
  at.rules.ratification === null || !showsWorth(at) ? null : previewRatification(at.book, at.view, pack);

/** Where a lever stands, where it would end, and which treaty binds it. */
export const outlookOf = (at: Desk, lever: Lever): ReturnType<typeof leverOutlook> =>
  leverOutlook(at.book, at.view, lever.id);

/** The level index in force. */
export const levelNow = (at: Desk, lever: string): number => at.view.levels[at.book.leverIndex[lever]];

/** The seats of the scenario, in order. */
export const activeSeats = (at: Desk): readonly Seat[] =>
  SEATS.filter((seat) => at.book.scenario.seats.includes(seat));

/** The day on which the talks end. */
export const lastDay = (rules: Rules): number => rules.rounds * rules.daysPerRound;
