import { guestName } from '../../connection/http.ts';
import { deletePlayer, playerName } from '../../identity.ts';
import { notify } from '../../notices.ts';
import { ask } from '../../parts/question.tsx';
import { t } from '../../words/language.ts';
import { failureText } from '../../words/refusals.ts';

const run = (): Promise<void> =>
  deletePlayer().then(
    () => notify(() => t('me.deleted'), 'good'),
    (failure: unknown) => notify(() => failureText(failure), 'bad'),
  );

/** Lets whoever has played here have all of it deleted. */
export const DeleteMe = () => {
  // Read so that the button goes when the name does.
  void playerName.value;
  return guestName() === null ? null : (
    <button
      type="button"
      class="quiet small"
      onClick={() =>
        ask(() => ({
          title: t('me.deleteConfirm.title'),
          body: <p class="consequence">{t('me.deleteConfirm.body')}</p>,
          action: t('me.delete'),
          tone: 'danger',
          run: () => void run(),
        }))
      }
    >
      {t('me.delete')}
    </button>
  );
};
