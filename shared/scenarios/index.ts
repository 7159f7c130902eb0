import { type Book, openBook } from './book.ts';
import { chipCouncil } from './chipCouncil.ts';
import type { Scenario } from './schema.ts';
import { shortPause2025 } from './shortPause2025.ts';
import { tariffPause2025 } from './tariffPause2025.ts';

const ALL: readonly Scenario[] = [tariffPause2025, shortPause2025, chipCouncil];

/** Every scenario that ships, by id. To add one: a file and a line above. */
export const SCENARIOS: Readonly<Record<string, Scenario>> = Object.fromEntries(
  ALL.map((scenario) => [scenario.id, scenario]),
);

const opened = new Map<string, Book>();

/** Whether a scenario of that id ships. */
export const isScenario = (id: string): boolean => Object.hasOwn(SCENARIOS, id);

/** The book of a scenario that ships, opened on first use. Throws for any other id: ask `isScenario` first. */
export const bookOf = (id: string): Book => {
  const known = opened.get(id);
  if (known !== undefined) return known;
  if (!isScenario(id)) throw new Error(`no scenario '${id}'`);
  const book = openBook(SCENARIOS[id]);
  if ('error' in book) throw new Error(`scenario '${id}': ${JSON.stringify(book.error)}`);
  opened.set(id, book);
  return book;
};
