import { signal } from '@preact/signals';
import type { Clause } from '../../shared/engine/state.ts';
import type { Level, Lever } from '../../shared/scenarios/schema.ts';
import { type Locale, locale, localeTag, t, words } from './language.ts';

/** Korean and Chinese count dollars in hundreds of millions (억, 亿): ten to a billion. */
const PER_BILLION: Readonly<Record<Locale, number>> = { en: 1, ko: 10, zh: 10 };

type FigureOptions = { readonly digits?: number; readonly sign?: boolean };

const cache = new Map<string, Intl.NumberFormat>();

const formatter = (tag: string, digits: number, sign: boolean): Intl.NumberFormat => {
  const key = `${tag} ${digits} ${sign}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(tag, {
    maximumFractionDigits: digits,
    minimumFractionDigits: digits,
    signDisplay: sign ? 'exceptZero' : 'negative',
  });
  cache.set(key, made);
  return made;
};

/** A number as the language writes it, with a true minus sign. */
export const figure = (value: number, { digits = 0, sign = false }: FigureOptions = {}): string =>
  formatter(localeTag(), digits, sign).format(value).replace('-', '−');

const tidyDigits = (value: number): number => (Number.isInteger(value) ? 0 : 1);

/** USD bn as the number that the language counts dollars by: 10 in English is 100 in Korean and Chinese. */
export const inOwnUnit = (billions: number): number => billions * PER_BILLION[locale.value];

/** USD bn: `$10bn`, `100억 달러`, `100亿美元`. */
export const dollars = (billions: number, options: FigureOptions = {}): string => {
  const scaled = inOwnUnit(billions);
  const digits = locale.value === 'en' ? (options.digits ?? tidyDigits(billions)) : 0;
  return t('unit.usdBnShort', { value: figure(scaled, { ...options, digits }) }).replace(/\$([−+])/, '$1$$');
};

/** Whether the open table counts in points, as a scenario without an economy does, and not in dollars. */
export const countsPoints = signal(false);

/** USD bn where there is little room: whole billions in English, `3.6조`, `7,962억` where the language counts so. */
export const shortMoney = (billions: number, options: FigureOptions = {}): string => {
  if (locale.value === 'en') return figure(billions, options);
  return new Intl.NumberFormat(localeTag(), {
    notation: 'compact',
    maximumSignificantDigits: Math.abs(billions) < 1000 ? 3 : 2,
    signDisplay: options.sign ? 'exceptZero' : 'negative',
    // Compact notation leaves four figures ungrouped otherwise.
    useGrouping: 'always',
  })
    .format(billions * 1e9)
    .replace('-', '−');
};

/** What something is worth in USD bn a year, or in points, signed: `+3.2 bn`, `+12 points`. */
export const worth = (value: number): string => {
  if (countsPoints.value)
    return t('unit.points', { value: figure(value, { digits: tidyDigits(value), sign: true }) });
  const scaled = inOwnUnit(value);
  return t('unit.worth', { value: figure(scaled, { digits: locale.value === 'en' ? 1 : 0, sign: true }) });
};

/** A share in percent: `12 %`. */
export const percent = (share: number, options: FigureOptions = {}): string =>
  t('unit.percent', { value: figure(share * 100, options) });

/** Minutes and seconds, or hours when there are some: `1:24`, `3:05:00`. */
export const duration = (ms: number): string => {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const pad = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const head = hours > 0 ? `${hours}:${pad(minutes)}` : String(minutes);
  return `${head}:${pad(seconds % 60)}`;
};

const unitKey = { percent: 'unit.percent', usdBn: 'unit.usdBn', wonTn: 'unit.wonTn' } as const;

const amountText = (lever: Lever, level: Level): string => {
  if (lever.unit === 'word') return level.id;
  const scaled = lever.unit === 'usdBn' ? inOwnUnit(level.amount) : level.amount;
  return t(unitKey[lever.unit], { value: figure(scaled, { digits: tidyDigits(scaled) }) });
};

/** A level of a lever in words: its label, or its amount with the lever's unit. */
export const levelText = (lever: Lever, index: number): string => {
  const level = lever.levels[index];
  return level.label ? words(level.label) : amountText(lever, level);
};

/** When a clause starts: at the next resolution, at a later one, or after the last day. */
export const startText = (clause: Pick<Clause, 'from'>, rounds: number, days: number): string => {
  if (clause.from === 0) return t('clause.start.next');
  return clause.from > rounds
    ? t('clause.start.after', { days })
    : t('clause.start.round', { round: clause.from });
};

/** Names in a row: `Korea, China and the US`. */
export const listed = (names: readonly string[]): string =>
  new Intl.ListFormat(localeTag(), { type: 'conjunction' }).format(names);
