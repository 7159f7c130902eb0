import { signal } from '@preact/signals';
import i18next from 'i18next';
import type { Words } from '../../shared/scenarios/schema.ts';
import type { classDebrief } from '../../shared/text/en/classDebrief.ts';
import type { command } from '../../shared/text/en/command.ts';
import type { debrief } from '../../shared/text/en/debrief.ts';
import { en } from '../../shared/text/en.ts';
import { recall, remember } from '../memory.ts';

/** The languages of the game. */
export const LOCALES = ['en', 'ko', 'zh'] as const;
export type Locale = (typeof LOCALES)[number];

/** Each language in its own words. */
export const LOCALE_NAMES: Readonly<Record<Locale, string>> = { en: 'English', ko: '한국어', zh: '中文' };

type CatalogueKey = keyof typeof en | keyof typeof command | keyof typeof classDebrief | keyof typeof debrief;
/** A key of the catalogue; of a plural form, the key without `_one` / `_other`. */
export type TextKey = CatalogueKey extends infer K
  ? K extends `${infer Base}_one` | `${infer Base}_other`
    ? Base
    : K
  : never;
export type TextParams = Readonly<Record<string, string | number>>;

const isLocale = (name: string | null): name is Locale => LOCALES.some((locale) => locale === name);

const preferred = (): Locale => {
  const stored = recall('locale');
  if (isLocale(stored)) return stored;
  const spoken = navigator.languages.map((tag) => tag.slice(0, 2));
  return spoken.find(isLocale) ?? 'en';
};

/** The language in use. Reading it makes a component follow a change. */
export const locale = signal<Locale>('en');

const words18 = i18next.createInstance();
words18.init({
  lng: 'en',
  fallbackLng: 'en',
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  initAsync: false,
  resources: { en: { translation: en } },
});

/** Catalogue and script of a language come with it, and only with it. */
const LOADERS: Readonly<Record<Locale, () => Promise<Readonly<Record<string, string>>>>> = {
  en: async () => en,
  ko: async () => {
    const [{ ko }] = await Promise.all([
      import('../../shared/text/ko.ts'),
      import('@fontsource-variable/noto-sans-kr/index.css'),
    ]);
    return ko;
  },
  zh: async () => {
    const [{ zh }] = await Promise.all([
      import('../../shared/text/zh.ts'),
      import('@fontsource-variable/noto-sans-sc/index.css'),
    ]);
    return zh;
  },
};

/** Adds the words of a part that few need: they come with it, in every language. */
export const addWords = (more: Readonly<Record<Locale, Readonly<Record<string, string>>>>): void => {
  for (const name of LOCALES) words18.addResourceBundle(name, 'translation', more[name]);
};

let wanted: Locale | null = null;

/** Switches the language: no reload, and the choice is kept. The last wish wins, whichever catalogue arrives first. */
export const setLocale = async (next: Locale): Promise<void> => {
  wanted = next;
  const catalogue = await LOADERS[next]();
  if (wanted !== next) return;
  words18.addResourceBundle(next, 'translation', catalogue);
  await words18.changeLanguage(next);
  document.documentElement.lang = next === 'zh' ? 'zh-Hans' : next;
  locale.value = next;
  remember('locale', next);
};

/** Loads the language that this browser asks for. */
export const startLanguage = (): Promise<void> => setLocale(preferred()).catch(() => undefined);

/** A sentence of the catalogue in the language in use. */
export const t = (key: TextKey, params: TextParams = {}): string =>
  words18.t(key, { ...params, lng: locale.value });

/** Whether the catalogue has this key: for keys that come over the wire. */
export const isTextKey = (key: string): key is TextKey => key in en || `${key}_other` in en;

/** A scenario's words in the language in use. */
export const words = (text: Words): string => text[locale.value];

/** The tag for Intl. */
export const localeTag = (): string => ({ en: 'en-US', ko: 'ko-KR', zh: 'zh-CN' })[locale.value];
