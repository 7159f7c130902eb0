import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { isOnline } from '../offline/offline.ts';
import { t } from '../words/language.ts';
import { EarlierNotices } from './earlierNotices.tsx';
import { HelpButton } from './helpButton.tsx';
import { LanguageSwitch } from './languageSwitch.tsx';
import { Wordmark } from './wordmark.tsx';

/** The tab is called as the page is: by its heading. */
const useTitle = () => {
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    const app = t('app.title');
    const heading = main.current?.querySelector('h1')?.textContent?.trim() ?? '';
    document.title = heading === '' || heading === app ? app : `${heading} · ${app}`;
  });
  return main;
};

/** What every page but the table has around it. */
export const PageFrame = ({ children }: { readonly children: ComponentChildren }) => {
  const main = useTitle();
  return (
    <div class="page">
      <header class="page-top">
        <Wordmark />
        <span class="page-tools">
          <EarlierNotices />
          <LanguageSwitch />
          <HelpButton />
        </span>
      </header>
      {isOnline.value ? null : (
        <p class="offline-note" role="status">
          {t('offline.note')}
        </p>
      )}
      <main id="content" ref={main}>
        {children}
      </main>
      <footer class="page-foot">{t('app.footer')}</footer>
    </div>
  );
};
