import { PageFrame } from '../parts/pageFrame.tsx';
import { Link } from '../router.tsx';
import { t } from '../words/language.ts';

/** For addresses that lead nowhere. */
export const NotFoundPage = () => (
  <PageFrame>
    <section class="narrow centred">
      <h1>{t('app.notFound.title')}</h1>
      <p>{t('app.notFound.body')}</p>
      <Link to="/" class="button gold">
        {t('app.home')}
      </Link>
    </section>
  </PageFrame>
);
