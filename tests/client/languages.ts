import { classDebrief as enClassDebrief } from '../../shared/text/en/classDebrief.ts';
import { command as enCommand } from '../../shared/text/en/command.ts';
import { debrief as enDebrief } from '../../shared/text/en/debrief.ts';
import { en } from '../../shared/text/en.ts';
import { classDebrief as koClassDebrief } from '../../shared/text/ko/classDebrief.ts';
import { command as koCommand } from '../../shared/text/ko/command.ts';
import { debrief as koDebrief } from '../../shared/text/ko/debrief.ts';
import { ko } from '../../shared/text/ko.ts';
import { classDebrief as zhClassDebrief } from '../../shared/text/zh/classDebrief.ts';
import { command as zhCommand } from '../../shared/text/zh/command.ts';
import { debrief as zhDebrief } from '../../shared/text/zh/debrief.ts';
import { zh } from '../../shared/text/zh.ts';

/** The three catalogues with all that is added to them on the way, as plain tables. */
export const CATALOGUES: Readonly<Record<'en' | 'ko' | 'zh', Readonly<Record<string, string>>>> = {
  en: { ...en, ...enCommand, ...enClassDebrief, ...enDebrief },
  ko: { ...ko, ...koCommand, ...koClassDebrief, ...koDebrief },
  zh: { ...zh, ...zhCommand, ...zhClassDebrief, ...zhDebrief },
};

/** The names between double braces. */
export const paramsOf = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

/** The page that the language switch writes its language to: there is none under Node. */
export const fakePage = (): void => {
  (globalThis as { document?: unknown }).document = { documentElement: { lang: '' } };
};
