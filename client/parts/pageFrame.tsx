import type { ComponentChildren } from 'preact';
import { t } from '../words/language.ts';
import { LanguageSwitch } from './languageSwitch.tsx';
import { Wordmark } from './wordmark.tsx';

/** What every page but the table has around it. */
export const PageFrame = ({ children }: { readonly children: ComponentChildren }) => (
  <div class="page">
    <header class="page-top">
      <Wordmark />
      <LanguageSwitch />
    </header>
    <main id="content">{children}</main>
    <footer class="page-foot">{t('app.footer')}</footer>
  </div>
);
