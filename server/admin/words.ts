import { admin as en } from '../../shared/text/en/admin.ts';
import { admin as ko } from '../../shared/text/ko/admin.ts';
import { admin as zh } from '../../shared/text/zh/admin.ts';
import { type Saying, speaking } from '../words.ts';

/** Finds a sentence of the administration and fills in its names and figures. */
export type Say = Saying<keyof typeof en>;

/** The words in a language. */
export const wordsIn = speaking<keyof typeof en>({ en, ko, zh });
