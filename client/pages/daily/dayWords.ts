import { localeTag } from '../../words/language.ts';

/** A UTC day in words: `25 November 2026`. */
export const dayText = (day: string, style: 'long' | 'medium' = 'long'): string =>
  new Intl.DateTimeFormat(localeTag(), { dateStyle: style, timeZone: 'UTC' }).format(
    new Date(`${day}T12:00:00Z`),
  );

/** The hour of an epoch ms where this browser is. */
export const hourText = (at: number): string =>
  new Intl.DateTimeFormat(localeTag(), { timeStyle: 'short' }).format(new Date(at));

/** Hours and minutes in words: `5 hr 12 min`. */
export const spanText = (ms: number): string => {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  const part = (value: number, unit: 'hour' | 'minute'): string =>
    new Intl.NumberFormat(localeTag(), { style: 'unit', unit, unitDisplay: 'short' }).format(value);
  const hours = Math.floor(minutes / 60);
  return [...(hours > 0 ? [part(hours, 'hour')] : []), part(minutes % 60, 'minute')].join(' ');
};
