import type { Event } from '../../../shared/engine/events.ts';
import type { View } from '../../../shared/engine/view.ts';
import type { Seat } from '../../../shared/seats.ts';
import type { Tab } from '../../deskState.ts';
import type { Draft } from '../../drafts.ts';

/** The steps of the lesson, in order. Each has a title, a text and a task in the catalogue. */
export const STEPS = ['board', 'mandate', 'offers', 'compose', 'send', 'answer', 'ready'] as const;
export type Step = (typeof STEPS)[number];

/** What a learner has done so far, as the page sees it. */
export type Doings = {
  readonly view: View;
  readonly past: readonly Event[];
  readonly tab: Tab;
  readonly draft: Draft;
  readonly openEconomy: Seat | null;
};

const isAnswer = (event: Event, own: Seat): boolean =>
  (event.kind === 'offerAccepted' || event.kind === 'offerDeclined' || event.kind === 'offerCountered') &&
  event.by === own;

/** Whether the task of a step is done now. A spectator has no tasks. */
export const isDone = (step: Step, { view, past, tab, draft, openEconomy }: Doings): boolean => {
  const own = view.own?.seat;
  if (own === undefined) return false;
  switch (step) {
    case 'board':
      return openEconomy === own;
    case 'mandate':
    case 'offers':
      return tab === step;
    case 'compose':
      return draft.to.length > 0 && draft.clauses.length > 0;
    case 'send':
      return past.some((event) => event.kind === 'offerTabled' && event.offer.by === own);
    case 'answer':
      return past.some((event) => isAnswer(event, own));
    case 'ready':
      return view.round > 1 || view.own?.ready === true;
  }
};

/** The step that an address or a memory means, from 1; what is no step is the first. */
export const stepNumber = (text: string | null): number => {
  const number = Number(text);
  return Number.isInteger(number) && number >= 1 && number <= STEPS.length + 1 ? number : 1;
};
