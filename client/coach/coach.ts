import { signal } from '@preact/signals';
import type { Advice, OfferAdvice } from '../../shared/coach/advice.ts';
import type { Event } from '../../shared/engine/events.ts';
import type { View } from '../../shared/engine/view.ts';
import { recall, remember } from '../memory.ts';
import { isActedElsewhere, past, record } from '../store.ts';

/** What the coach's thread is asked: what this viewer sees and has seen. */
export type CoachQuestion = { readonly view: View; readonly events: readonly Event[] };
export type CoachAnswer = { readonly advice: Advice | null };

/** What the coach says now. `thinking`: it has not said anything at this table yet. */
export type Coaching = { readonly state: 'thinking' | 'ready' | 'failed'; readonly advice: Advice | null };

const SILENT: Coaching = { state: 'thinking', advice: null };

/** The coach's last word. */
export const coaching = signal<Coaching>(SILENT);

const HIDDEN = 'coach.hidden';
/** Whether the player has sent the coach away for now; kept in this browser. */
export const isHidden = signal(recall(HIDDEN) !== null);

/** Sends the coach away, or calls it back. */
export const hide = (hidden: boolean): void => {
  isHidden.value = hidden;
  remember(HIDDEN, hidden ? 'yes' : null);
};

/** Whether a table has a coach for this viewer. */
export const hasCoach = ({ setup, own, phase }: View): boolean =>
  past.value === null &&
  !isActedElsewhere.value &&
  setup.hints === true &&
  own !== null &&
  (phase === 'negotiation' || phase === 'closing');

let thread: Worker | null = null;
let isThinking = false;
/** What came up while it was thinking: only the last of it is worth a thought. */
let next: CoachQuestion | null = null;

const answered = (coach: Coaching): void => {
  coaching.value = coach;
  isThinking = false;
  if (next !== null) put(next);
};

const hire = (): Worker => {
  const hired = new Worker(new URL('./coachThread.ts', import.meta.url), { type: 'module' });
  hired.addEventListener('message', ({ data }: MessageEvent<CoachAnswer>) =>
    answered({ state: 'ready', advice: data.advice }),
  );
  hired.addEventListener('error', () => {
    hired.terminate();
    thread = null;
    next = null;
    answered({ state: 'failed', advice: null });
  });
  return hired;
};

const put = (question: CoachQuestion): void => {
  next = null;
  isThinking = true;
  thread ??= hire();
  thread.postMessage(question);
};

/** Asks the coach about what there is to see now. */
export const consult = (view: View): void => {
  const question = { view, events: record.value.map(({ event }) => event) };
  if (isThinking) next = question;
  else put(question);
};

/** Forgets what was said at another table. */
export const forgetAdvice = (): void => {
  next = null;
  coaching.value = SILENT;
};

/** What the coach makes of an offer; null: nothing yet. */
export const adviceFor = (offer: string): OfferAdvice | null =>
  coaching.value.advice?.offers.find((one) => one.offer === offer) ?? null;
