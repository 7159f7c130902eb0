import { isLocalCode } from '../../connection/local/localPlan.ts';
import { Failure } from '../../parts/failure.tsx';
import { Icon } from '../../parts/icon.tsx';
import { useTask } from '../../parts/useTask.ts';
import type { Desk } from '../../rules.ts';
import { t } from '../../words/language.ts';
import { seatName } from '../../words/telling.ts';
import { goOnAt, playAgain } from './rematch.ts';

/** Somebody has asked to play again: a place is kept for everybody who was here. */
const Called = ({ at }: { readonly at: Desk }) => {
  const { isBusy, failure, run } = useTask();
  const { rematch } = at.view;
  if (rematch === undefined) return null;
  const isWatching = at.own === null;
  return (
    <div class={`rematch seat-${rematch.by}`} role="status">
      <p>
        <strong>{t('rematch.called', { seat: seatName(rematch.by) })}</strong>
        {isWatching ? null : <small>{t('rematch.keep')}</small>}
      </p>
      <button
        type="button"
        class="gold"
        disabled={isBusy.value}
        onClick={() => void run(() => goOnAt(rematch.code, isWatching))}
      >
        {t(isWatching ? 'rematch.watch' : 'rematch.sit')}
      </button>
      <Failure text={failure.value} />
    </div>
  );
};

/** To play again: with the same people in the same seats or in the next ones. Who only watched waits for them. */
export const RematchButtons = ({ at, code }: { readonly at: Desk; readonly code: string }) => {
  const { isBusy, failure, run } = useTask();
  if (at.view.rematch !== undefined) return <Called at={at} />;
  if (at.own === null && !isLocalCode(code)) return null;
  return (
    <>
      <button
        type="button"
        class="gold"
        disabled={isBusy.value}
        title={t('rematch.hint')}
        onClick={() => void run(() => playAgain(code, 'kept'))}
      >
        <Icon name="again" size={16} /> {t('result.rematch')}
      </button>
      {isLocalCode(code) ? null : (
        <button
          type="button"
          disabled={isBusy.value}
          title={t('rematch.hint')}
          onClick={() => void run(() => playAgain(code, 'moved'))}
        >
          <Icon name="swap" size={16} /> {t('rematch.rotate')}
        </button>
      )}
      <Failure text={failure.value} />
    </>
  );
};
