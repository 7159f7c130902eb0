import type { Seat } from '../../shared/seats.ts';

const DAY_MS = 86_400_000;
const NAME = /^\d{4}-\d{2}-\d{2}$/;

/** The UTC day of an epoch ms, `2026-11-25`. */
export const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

const startOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** The epoch ms at which a day is over. */
export const endOf = (day: string): number => startOf(day) + DAY_MS;

/** The day before. */
export const dayBefore = (day: string): string => dayOf(startOf(day) - 1);

/** A day as somebody writes it; null: it is none. */
export const readDay = (text: unknown): string | null =>
  typeof text === 'string' && NAME.test(text) && !Number.isNaN(startOf(text)) && dayOf(startOf(text)) === text
    ? text
    : null;

/** The seat that everybody plays on a day: the next one each day. */
export const seatOf = (day: string, seats: readonly Seat[]): Seat =>
  seats[(startOf(day) / DAY_MS) % seats.length] as Seat;

/** How many days in a row, up to this one or the one before it, are among some. */
export const streakAt = (today: string, days: ReadonlySet<string>): number => {
  let day = days.has(today) ? today : dayBefore(today);
  let length = 0;
  for (; days.has(day); day = dayBefore(day)) length += 1;
  return length;
};
