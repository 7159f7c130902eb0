import { arriveWith } from '../../arrival.ts';
import { quickMatch } from '../../connection/http.ts';
import { introducePlayer } from '../../identity.ts';
import { Failure } from '../../parts/failure.tsx';
import { useTask } from '../../parts/useTask.ts';
import { navigate } from '../../router.tsx';
import { t } from '../../words/language.ts';

/** Sits down wherever somebody waits; the waiting itself is done in the table's waiting room. */
export const QuickMatch = () => {
  const { isBusy, failure, run } = useTask();
  const sit = async (): Promise<void> => {
    await introducePlayer();
    const place = await quickMatch();
    arriveWith(place);
    navigate(`/t/${place.code}`);
  };
  return (
    <>
      <button type="button" class="big" disabled={isBusy.value} onClick={() => void run(sit)}>
        <span>{isBusy.value ? t('home.quickWaiting') : t('home.quick')}</span>
        <small>{t('home.quickHint')}</small>
      </button>
      <Failure text={failure.value} />
    </>
  );
};
