import { computed, signal } from '@preact/signals';
import type { SeatAction } from '../shared/engine/actions/index.ts';
import { mostToSpend } from '../shared/engine/ratification.ts';
import type { Clause, Offer } from '../shared/engine/state.ts';
import { bindingOf } from '../shared/engine/treaties.ts';
import { type Draft, EMPTY_DRAFT, isSentBy, readDraft, writeDraft } from './drafts.ts';
import { DRAFTS, recall, remember } from './memory.ts';
import type { Desk } from './rules.ts';
import { tableCode } from './store.ts';

const kept = signal<Draft>(EMPTY_DRAFT);

/** The offer that is being composed at the open table. */
export const draft = computed(() => kept.value);

const place = (): string => DRAFTS + tableCode.value;

/** Takes up the draft that this browser keeps for the open table, also when its tab was closed meanwhile. */
export const openDraft = (): void => {
  kept.value = readDraft(recall(place()));
};

/** Changes the draft, and keeps it. */
export const edit = (change: (draft: Draft) => Draft): void => {
  kept.value = change(kept.value);
  remember(place(), writeDraft(kept.value));
};

/** Empties it. */
export const clearDraft = (): void => edit(() => EMPTY_DRAFT);

/** Empties it if it is still what this move has sent, and tells whether it was: what was changed meanwhile is another offer. */
export const clearSent = (action: SeatAction): boolean => {
  const isSent = isSentBy(draft.value, action);
  if (isSent) clearDraft();
  return isSent;
};

/** Starts a counter-offer from what was offered, less what this viewer has meanwhile signed away elsewhere. */
export const startCounter = ({ view, own }: Desk, offer: Offer): void => {
  const isFree = ({ lever }: Clause): boolean =>
    bindingOf(view.treaties, lever)?.parties.every((party) => offer.parties.includes(party)) ?? true;
  edit(() => ({
    ...EMPTY_DRAFT,
    to: offer.parties.filter((seat) => seat !== own?.seat),
    clauses: offer.clauses.filter(isFree),
    sealed: offer.sealed,
    counters: offer.id,
  }));
};

/** The most that may be put into ratification, which is what is meant unless the player says less. */
export const spendOf = (at: Desk, sealed: boolean, chosen: number | null): number => {
  const most = mostToSpend(at.book, at.own?.capital ?? 0, sealed);
  return chosen === null ? most : Math.min(chosen, most);
};

/** The move that sends a draft. */
export const actionOf = (at: Desk, { to, counters, ...rest }: Draft): SeatAction => {
  const terms = {
    clauses: rest.clauses,
    sealed: rest.sealed,
    note: rest.note.trim(),
    spend: spendOf(at, rest.sealed, rest.spend),
  };
  return counters === null
    ? { type: 'table', to: [...to], ...terms, clauses: [...terms.clauses] }
    : { type: 'counter', offer: counters, ...terms, clauses: [...terms.clauses] };
};
