import { en } from '../../shared/text/en.ts';
import { ko } from '../../shared/text/ko.ts';
import { zh } from '../../shared/text/zh.ts';

/** The three catalogues, as plain tables. */
export const CATALOGUES: Readonly<Record<'en' | 'ko' | 'zh', Readonly<Record<string, string>>>> = {
  en,
  ko,
  zh,
};

/** The names between double braces. */
export const paramsOf = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

/** The page that the language switch writes its language to: there is none under Node. */
export const fakePage = (): void => {
  (globalThis as { document?: unknown }).document = { documentElement: { lang: '' } };
};
