import type { Book } from '../scenarios/book.ts';

const kept = new WeakMap<Book, Map<string, unknown>>();
const MOST_KEPT = 16_384;

/**
 * What was found out before about a scenario: `find` is done once per key as long as it is remembered. Only for what
 * follows from book and key alone, so that remembering changes nothing but the time it takes.
 */
export const recall = <T>(book: Book, key: string, find: () => T): T => {
  const known = kept.get(book) ?? new Map<string, unknown>();
  kept.set(book, known);
  const found = known.get(key);
  if (found !== undefined) return found as T;
  const fresh = find();
  if (known.size >= MOST_KEPT) known.clear();
  known.set(key, fresh);
  return fresh;
};
