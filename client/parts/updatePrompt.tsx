import { hasUpdate, isPlaying, takeUpdate } from '../offline/offline.ts';
import { t } from '../words/language.ts';

/** A newer version of the game is there. Never said while a game is being played: the page would load anew. */
export const UpdatePrompt = () =>
  !hasUpdate.value || isPlaying.value ? null : (
    <aside class="update-prompt" aria-label={t('update.title')}>
      <p role="status">{t('update.title')}</p>
      <button type="button" class="gold slim" onClick={takeUpdate}>
        {t('update.take')}
      </button>
    </aside>
  );
