import { useEffect } from 'preact/hooks';
import { Dialog } from '../parts/dialog.tsx';
import { connection } from '../store.ts';
import { duration } from '../words/figures.ts';
import { t } from '../words/language.ts';
import { msToAnswer } from './clock.tsx';

/** What somebody does who is at the page. Looking at it from a hidden tab is none of these, and no sign of absence either. */
const SIGNS = ['pointerdown', 'keydown', 'wheel'] as const;

/** A sign of life is told at most this often: others need it to the minute. */
const SPACING_MS = 20_000;

/** Tells the table that somebody is here, whenever they do something; at once when it asks. */
const useSigns = (isAsked: boolean): void => {
  useEffect(() => {
    let last = Number.NEGATIVE_INFINITY;
    const tell = (): void => {
      if (!isAsked && performance.now() - last < SPACING_MS) return;
      last = performance.now();
      connection.value?.here();
    };
    for (const sign of SIGNS) addEventListener(sign, tell, { capture: true, passive: true });
    return () => {
      for (const sign of SIGNS) removeEventListener(sign, tell, { capture: true });
    };
  }, [isAsked]);
};

const Question = ({ left }: { readonly left: number }) => {
  const here = (): void => connection.value?.here();
  return (
    <Dialog title={t('still.title')} onClose={here}>
      <p>{t('still.body')}</p>
      <p class="still-left" role="timer" aria-label={t('still.left')}>
        {duration(left)}
      </p>
      <button type="button" class="gold big" onClick={here}>
        {t('still.here')}
      </button>
    </Dialog>
  );
};

/** Asks whoever keeps others waiting and does nothing whether they are still there. Any press or key is an answer. */
export const StillThere = () => {
  const left = msToAnswer();
  useSigns(left !== null);
  return left === null ? null : <Question left={left} />;
};
