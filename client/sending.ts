import { signal } from '@preact/signals';
import { actionOf, clearSent, draft } from './composing.ts';
import { show } from './deskState.ts';
import { desk } from './rules.ts';
import { act, serverNow, view } from './store.ts';

const HOLD_S = 3;

/** Seconds until the draft goes out; null: it is not on its way. */
export const held = signal<number | null>(null);

let timer: ReturnType<typeof setInterval> | undefined;

const stop = (): void => {
  clearInterval(timer);
  held.value = null;
};

/** Ms until the phase ends; null: it has no clock, or the clock stands still. */
export const phaseLeft = (): number | null => {
  const seen = view.value;
  if (seen === null || seen.pause !== null || seen.clock.endsAt === null) return null;
  return seen.clock.endsAt - serverNow();
};

/** Sends the draft now. */
export const sendDraft = async (): Promise<void> => {
  stop();
  if (desk.value === null) return;
  const action = actionOf(desk.value, draft.value);
  const reply = await act(action);
  if (reply?.ok === true && clearSent(action)) show('offers');
};

/** Calls it back before it is gone. */
export const callBack = stop;

/** Sends the draft in three seconds, unless it is called back; sooner where the phase would end before that. */
export const holdDraft = (): void => {
  stop();
  const left = phaseLeft();
  const seconds = left === null ? HOLD_S : Math.min(HOLD_S, Math.floor(left / 1000) - 1);
  if (seconds <= 0) return void sendDraft();
  held.value = seconds;
  timer = setInterval(() => {
    const next = (held.value ?? 0) - 1;
    if (next > 0) held.value = next;
    else void sendDraft();
  }, 1000);
};
