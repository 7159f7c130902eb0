import type { Actor } from '../seats.ts';
import { hash53 } from './chance.ts';
import type { Event } from './events.ts';
import type { State } from './state.ts';

/**
 * One accepted action and what came of it. The list of entries is the table: everything else folds from it.
 * `hash` chains an entry to all before it, so that a torn or altered log shows.
 */
export type Entry = {
  readonly seq: number;
  readonly at: number;
  readonly actor: Actor;
  readonly id: string | null;
  readonly action: unknown;
  readonly events: readonly Event[];
  readonly hash: string;
};

const WORD = 2 ** 32;

// In two halves: whole numbers beyond 32 bits are slow to write out.
const hex = (value: number): string =>
  Math.floor(value / WORD)
    .toString(16)
    .padStart(6, '0') + (value >>> 0).toString(16).padStart(8, '0');

/** The hash of an entry in its chain. `before`: the hash of the entry before it, '' for the first. */
export const chainHash = (before: string, entry: Omit<Entry, 'hash'>): string => {
  const { seq, at, actor, id, action, events } = entry;
  return hex(hash53(JSON.stringify([before, seq, at, actor, id, action, events])));
};

/** Whether each entry follows from the one before it. Returns the first broken sequence number, or null. */
export const brokenAt = (entries: readonly Entry[]): number | null => {
  let before = '';
  for (const [i, entry] of entries.entries()) {
    if (entry.seq !== i + 1 || entry.hash !== chainHash(before, entry)) return i + 1;
    before = entry.hash;
  }
  return null;
};

/** The same entries in a chain of their own, after something in them was replaced. */
export const rechained = (entries: readonly Entry[]): readonly Entry[] => {
  let before = '';
  return entries.map((entry) => {
    before = chainHash(before, entry);
    return { ...entry, hash: before };
  });
};

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, sorted((value as Record<string, unknown>)[key])]));
};

/** A short name for a whole state, equal wherever the same log is folded. */
export const stateHash = (state: State): string => hex(hash53(JSON.stringify(sorted(state))));
