import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ERROR_STATUS } from '../../server/http/errorCodes.ts';
import { BOTS } from '../../shared/bots/index.ts';
import { REFUSAL_CODES } from '../../shared/engine/refusal.ts';
import { CATALOGUES, paramsOf } from './languages.ts';

const { en } = CATALOGUES;
const languages = Object.keys(CATALOGUES) as (keyof typeof CATALOGUES)[];

describe.each(languages)('the catalogue %s', (language) => {
  const texts = CATALOGUES[language];

  it('has the keys of the English one, none empty', () => {
    expect(Object.keys(texts).sort()).toEqual(Object.keys(en).sort());
    expect(Object.entries(texts).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('takes the same parameters', () => {
    const differing = Object.keys(en).filter(
      (key) => [...new Set(paramsOf(texts[key]))].join() !== [...new Set(paramsOf(en[key]))].join(),
    );
    expect(differing).toEqual([]);
  });

  it('has no braces that i18next would not fill', () => {
    const odd = Object.entries(texts).filter(([, text]) => /[{}]/.test(text.replace(/\{\{\w+\}\}/g, '')));
    expect(odd).toEqual([]);
  });
});

it('has a sentence for every refusal, every answer of the server, and every bot', () => {
  const wanted = [
    ...REFUSAL_CODES.map((code) => `refusal.${code}`),
    ...Object.keys(ERROR_STATUS).map((code) => `error.${code}`),
    ...Object.keys(BOTS).flatMap((bot) => [`bot.${bot}`, `bot.${bot}.about`]),
  ];
  expect(wanted.filter((key) => !(key in en))).toEqual([]);
});

/** A file's text, its template literals emptied: their braces would confuse. */
const source = (file: string): string => readFileSync(file, 'utf8').replace(/`[^`]*`/g, '``');

/** The calls `t('key', { a, b: c })` in the client's source, with the names that they fill in. */
const calls = globSync('client/**/*.{ts,tsx}').flatMap((file) =>
  [...source(file).matchAll(/\bt\(\s*'([^']+)'(?:,\s*\{((?:[^{}]|\{[^{}]*\})*)\})?/g)].map(
    ([, key, given]) => ({
      file,
      key,
      given: [...(given ?? '').replace(/\{[^{}]*\}/g, '').matchAll(/(?:^|,)\s*(\w+)\s*(?=[:,]|$)/g)].map(
        ([, name]) => name,
      ),
    }),
  ),
);

it('is given all that its sentences need where the client says them', () => {
  const unfilled = calls
    .map(({ file, key, given }) => {
      const text = en[key] ?? en[`${key}_other`];
      const missing =
        text === undefined ? ['no such key'] : paramsOf(text).filter((name) => !given.includes(name));
      return { file, key, missing };
    })
    .filter(({ missing }) => missing.length > 0);
  expect(calls.length).toBeGreaterThan(200);
  expect(unfilled).toEqual([]);
});
