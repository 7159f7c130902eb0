import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { type Desk, lastDay } from '../rules.ts';
import { prefersCalm } from '../settings.ts';
import { t } from '../words/language.ts';

const daysLeft = ({ rules, view }: Desk): number => lastDay(rules) - (view.round - 1) * rules.daysPerRound;

/**
 * A round begins, or its answers-only part: a band with its number and the days that are left sweeps once across the board. For
 * the eyes alone; the record says it, too.
 */
export const RoundBand = ({ at }: { readonly at: Desk }) => {
  const { round, phase } = at.view;
  const turn = `${round} ${phase}`;
  const before = useRef(turn);
  const isShown = useSignal(false);
  useEffect(() => {
    const isNew = before.current !== turn;
    before.current = turn;
    isShown.value = isNew && (phase === 'negotiation' || phase === 'closing') && !prefersCalm();
  }, [turn]);
  if (!isShown.value) return null;
  return (
    <div
      key={turn}
      class={`round-band ${phase}`}
      aria-hidden="true"
      onAnimationEnd={(event) => {
        if (event.target === event.currentTarget) isShown.value = false;
      }}
    >
      <strong>{phase === 'closing' ? t('phase.closing') : t('band.round', { round })}</strong>
      <span>{t('band.left', { count: daysLeft(at) })}</span>
    </div>
  );
};
