import type { Request } from 'express';

type Catalogue<K extends string> = Readonly<Record<K, string>>;

/** Finds a sentence and fills in its names and figures. */
export type Saying<K extends string> = (key: K, params?: Readonly<Record<string, string | number>>) => string;

const LANGUAGES = ['en', 'ko', 'zh'] as const;

/** The languages in which the server itself speaks. */
export type Language = (typeof LANGUAGES)[number];

/** The language that a request's browser likes best, of those that there are. */
export const languageOf = (request: Request): Language =>
  (request.acceptsLanguages(...LANGUAGES) || 'en') as Language;

/** Speaks from catalogues: the words of each language. */
export const speaking =
  <K extends string>(catalogues: Readonly<Record<Language, Catalogue<K>>>) =>
  (language: Language): Saying<K> =>
  (key, params = {}) =>
    catalogues[language][key].replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ''));
