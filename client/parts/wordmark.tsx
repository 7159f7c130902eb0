import { Link } from '../router.tsx';
import { t } from '../words/language.ts';

/** The name of the game, a way home. */
export const Wordmark = () => (
  <Link to="/" class="wordmark">
    {t('app.titleFirst')} <em>{t('app.titleLast')}</em>
  </Link>
);
