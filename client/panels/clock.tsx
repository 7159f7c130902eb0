import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { ANSWER_MS } from '../../shared/protocol.ts';
import { Icon } from '../parts/icon.tsx';
import type { Desk } from '../rules.ts';
import { connection, serverNow } from '../store.ts';
import { duration } from '../words/figures.ts';
import { t } from '../words/language.ts';

const now = signal(0);
const MARKS = [60, 30, 10] as const;

/** Ms until the phase ends, or the pause; null: there is no limit. */
export const msLeft = ({ view }: Desk): number | null => {
  if (view.pause !== null) return view.pause.until === null ? view.clock.left : view.pause.until - now.value;
  return view.clock.endsAt === null ? null : view.clock.endsAt - now.value;
};

/** Ms until whoever is asked whether they are still there counts as away; null: nobody asks. */
export const msToAnswer = (): number | null => {
  const answerBy = connection.value?.attendance.value?.answerBy ?? null;
  return answerBy === null
    ? null
    : Math.min(ANSWER_MS, Math.max(0, answerBy - Math.max(now.value, serverNow())));
};

/** Keeps the displayed time going: four times a second, so that no second is skipped. */
export const useTicking = (): void => {
  useEffect(() => {
    const tick = (): void => {
      now.value = serverNow();
    };
    tick();
    const timer = setInterval(tick, 250);
    return () => clearInterval(timer);
  }, []);
};

/** The count-down of the phase, or of the pause. */
export const Countdown = ({ at }: { readonly at: Desk }) => {
  const left = msLeft(at);
  if (at.view.phase === 'ended' || at.view.phase === 'waiting') return null;
  if (left === null) return <span class="countdown none">{t('clock.noLimit')}</span>;
  const isShort = left <= 10_000 && at.view.pause === null;
  return (
    <span class={isShort ? 'countdown short' : 'countdown'} role="timer" aria-label={t('clock.left')}>
      <Icon name={at.view.pause === null ? 'clock' : 'pause'} size={18} />
      <b>{duration(left)}</b>
    </span>
  );
};

const markOf = (at: Desk): (typeof MARKS)[number] | null => {
  const left = msLeft(at);
  if (left === null || at.view.pause !== null || at.view.phase === 'ended') return null;
  const seconds = Math.ceil(left / 1000);
  return MARKS.find((mark) => seconds <= mark && seconds > mark - 3) ?? null;
};

/** Says a minute, half a minute and ten seconds: never every second. */
export const TimeCalls = ({ at }: { readonly at: Desk }) => {
  const mark = markOf(at);
  return (
    <p class="unseen" role="status" aria-live="assertive">
      {mark === null ? '' : t(`clock.left${mark}`)}
    </p>
  );
};
