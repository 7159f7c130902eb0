import type { ComponentChildren } from 'preact';
import { isOnline } from '../offline/offline.ts';
import { t } from '../words/language.ts';
import { HelpButton } from './helpButton.tsx';
import { LanguageSwitch } from './languageSwitch.tsx';
import { Wordmark } from './wordmark.tsx';

/** What every page but the table has around it. */
export const PageFrame = ({ children }: { readonly children: ComponentChildren }) => (
  <div class="page">
    <header class="page-top">
      <Wordmark />
      <span class="page-tools">
        <LanguageSwitch />
        <HelpButton />
      </span>
    </header>
    {isOnline.value ? null : (
      <p class="offline-note" role="status">
        {t('offline.note')}
      </p>
    )}
    <main id="content">{children}</main>
    <footer class="page-foot">{t('app.footer')}</footer>
  </div>
);
