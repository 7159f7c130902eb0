import { randomInt } from 'node:crypto';

// Without 0 O 1 I L, which people mix up.
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 6;

/** What fresh codes are made of, 4.8e8 of them: without vowels they spell no word that anybody would mind on a wall. */
const SPEECHLESS = LETTERS.replace(/[AEU]/g, '');

/** A fresh code of six characters under which people find a table. */
export const newTableCode = (): string =>
  Array.from({ length: LENGTH }, () => SPEECHLESS[randomInt(SPEECHLESS.length)]).join('');

/** A code as people type it: any case, with spaces or dashes. Null when it can't be one. */
export const readTableCode = (typed: string): string | null => {
  const code = typed.replace(/[\s-]/g, '').toUpperCase();
  return code.length === LENGTH && [...code].every((letter) => LETTERS.includes(letter)) ? code : null;
};
