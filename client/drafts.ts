import type { SeatAction } from '../shared/engine/actions/index.ts';
import type { Clause } from '../shared/engine/state.ts';
import type { Seat } from '../shared/seats.ts';

/**
 * An offer as it is being composed. `counters`: the offer that it answers. Kept per table until it is sent, so that
 * neither a reload nor a dropped line loses it.
 */
export type Draft = {
  readonly to: readonly Seat[];
  readonly clauses: readonly Clause[];
  readonly sealed: boolean;
  readonly note: string;
  /** The most capital for ratification; null: as much as the rules allow. */
  readonly spend: number | null;
  readonly counters: string | null;
};

export const EMPTY_DRAFT: Draft = {
  to: [],
  clauses: [],
  sealed: false,
  note: '',
  spend: null,
  counters: null,
};

/** Sets a clause, or takes it out with `level` null. Order of first setting is kept. */
export const withClause = (draft: Draft, lever: string, level: number | null): Draft => {
  const known = draft.clauses.find((clause) => clause.lever === lever);
  if (level === null) return { ...draft, clauses: draft.clauses.filter((clause) => clause.lever !== lever) };
  if (known === undefined) return { ...draft, clauses: [...draft.clauses, { lever, level, from: 0 }] };
  return {
    ...draft,
    clauses: draft.clauses.map((clause) => (clause.lever === lever ? { ...clause, level } : clause)),
  };
};

/** Sets when a clause starts. */
export const withStart = (draft: Draft, lever: string, from: number): Draft => ({
  ...draft,
  clauses: draft.clauses.map((clause) => (clause.lever === lever ? { ...clause, from } : clause)),
});

/** Adds or drops a party; clauses on levers whose owners then are missing go with it. */
export const withParty = (
  draft: Draft,
  seat: Seat,
  isParty: boolean,
  ownersOf: (lever: string) => readonly Seat[],
  self: Seat,
): Draft => {
  const to = isParty
    ? [...draft.to.filter((other) => other !== seat), seat]
    : draft.to.filter((s) => s !== seat);
  const parties = [self, ...to];
  return {
    ...draft,
    to,
    sealed: to.length === 2 ? false : draft.sealed,
    clauses: draft.clauses.filter(({ lever }) => ownersOf(lever).every((owner) => parties.includes(owner))),
  };
};

/** Whether there is anything in it that would be missed. */
export const isBlank = (draft: Draft): boolean => draft.clauses.length === 0 && draft.note === '';

/** Whether this move sends this very draft. What it countered may be answered by now: that is no change of the draft. */
export const isSentBy = (draft: Draft, action: SeatAction): boolean => {
  if (action.type !== 'table' && action.type !== 'counter') return false;
  const [to, counters] = action.type === 'table' ? [action.to, null] : [draft.to, draft.counters];
  const { clauses, sealed, note } = action;
  const terms = ({ to, counters, clauses, sealed, note }: Omit<Draft, 'spend'>): string =>
    JSON.stringify([to, counters, clauses, sealed, note.trim()]);
  return terms({ to, counters, clauses, sealed, note }) === terms(draft);
};

/** A draft as kept text; null when there is nothing to keep. */
export const writeDraft = (draft: Draft): string | null =>
  isBlank(draft) && draft.to.length === 0 ? null : JSON.stringify(draft);

/** A kept draft, or an empty one when the text is none of ours. */
export const readDraft = (text: string | null): Draft => {
  try {
    const kept = JSON.parse(text ?? 'null') as Partial<Draft> | null;
    if (kept === null || !Array.isArray(kept.clauses) || !Array.isArray(kept.to)) return EMPTY_DRAFT;
    return { ...EMPTY_DRAFT, ...kept };
  } catch {
    return EMPTY_DRAFT;
  }
};
