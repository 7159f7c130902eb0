import { Link } from '../../router.tsx';
import { t } from '../../words/language.ts';

/** What whoever can't look back is told, and the way out. */
export const ClosedDoor = ({ why }: { readonly why: string }) => (
  <section class="narrow centred">
    <h1>{t('debrief.closed')}</h1>
    <p>{why}</p>
    <Link to="/" class="button">
      {t('app.home')}
    </Link>
  </section>
);
