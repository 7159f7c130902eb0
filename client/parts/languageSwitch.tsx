import { tell } from '../notices.ts';
import { LOCALE_NAMES, LOCALES, locale, setLocale, t } from '../words/language.ts';

/** Browsers ask again for words that did not arrive only when the page is loaded anew. */
const tellMissing = (): void =>
  tell({
    text: () => t('error.network'),
    tone: 'bad',
    action: { label: () => t('app.reload'), run: () => location.reload() },
  });

/** Changes the language at once, wherever one is. */
export const LanguageSwitch = () => (
  <fieldset class="languages">
    <legend class="unseen">{t('app.language')}</legend>
    {LOCALES.map((one) => (
      <button
        key={one}
        type="button"
        lang={one === 'zh' ? 'zh-Hans' : one}
        aria-pressed={locale.value === one}
        title={LOCALE_NAMES[one]}
        onClick={() => void setLocale(one).catch(tellMissing)}
      >
        {{ en: 'EN', ko: '한', zh: '中' }[one]} <span class="unseen">{LOCALE_NAMES[one]}</span>
      </button>
    ))}
  </fieldset>
);
