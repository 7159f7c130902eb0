import { readFileSync } from 'node:fs';
import { type Book, openBook } from '../../shared/scenarios/book.ts';
import { checkScenario } from '../../shared/scenarios/check.ts';
import { bookOf, SCENARIOS } from '../../shared/scenarios/index.ts';

/** The book of a shipped scenario, or of a scenario in a JSON file. Throws, with the reason, where there is none. */
export const bookFrom = (source: string): Book => {
  if (Object.hasOwn(SCENARIOS, source)) return bookOf(source);
  const checked = checkScenario(JSON.parse(readFileSync(source, 'utf8')));
  if ('error' in checked) throw new Error(`${source}: ${JSON.stringify(checked.error)}`);
  const book = openBook(checked.scenario);
  if ('error' in book) throw new Error(`${source}: ${JSON.stringify(book.error)}`);
  return book;
};
