import type { Request } from 'express';
import { admin as en } from '../../shared/text/en/admin.ts';
import { admin as ko } from '../../shared/text/ko/admin.ts';
import { admin as zh } from '../../shared/text/zh/admin.ts';

/** Finds a sentence of the administration and fills in its names and figures. */
export type Say = (key: keyof typeof en, params?: Readonly<Record<string, string | number>>) => string;

const CATALOGUES: Readonly<Record<string, Record<keyof typeof en, string>>> = { en, ko, zh };

/** The language that a request's browser likes best, of those that there are. */
export const languageOf = (request: Request): string =>
  request.acceptsLanguages(Object.keys(CATALOGUES)) || 'en';

/** The words in a language. */
export const wordsIn =
  (language: string): Say =>
  (key, params = {}) =>
    (CATALOGUES[language] ?? en)[key].replace(/\{\{(\w+)\}\}/g, (_, name: string) =>
      String(params[name] ?? ''),
    );
