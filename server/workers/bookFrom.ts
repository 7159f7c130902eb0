import { readFileSync, statSync } from 'node:fs';
import { type Book, openBook } from '../../shared/scenarios/book.ts';
import { checkScenario } from '../../shared/scenarios/check.ts';
import { bookOf, SCENARIOS } from '../../shared/scenarios/index.ts';

// The larger of the shipped ones has 83 kB, and 62 parts of a kind.
const LARGEST_FILE = 2_000_000;
const LONGEST = 500;
const DEEPEST = 40;

/** What would cost the schema more than it is worth, because all of it is checked before anything is refused. */
const extentFault = (value: unknown, left = DEEPEST): string | null => {
  if (typeof value !== 'object' || value === null) return null;
  if (left === 0) return `more than ${DEEPEST} levels deep`;
  const parts = Object.values(value);
  if (parts.length > LONGEST) return `more than ${LONGEST} parts in one place`;
  for (const part of parts) {
    const fault = extentFault(part, left - 1);
    if (fault !== null) return fault;
  }
  return null;
};

/** The book of a scenario that was written as JSON; or why there is none, in a sentence for whoever wrote it. */
export const bookOfText = (json: string): Book | { readonly fault: string } => {
  if (json.length > LARGEST_FILE) return { fault: `larger than ${LARGEST_FILE} characters` };
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return { fault: `no JSON: ${(error as Error).message}` };
  }
  const fault = extentFault(value);
  if (fault !== null) return { fault };
  const checked = checkScenario(value);
  if ('error' in checked) return { fault: JSON.stringify(checked.error) };
  const book = openBook(checked.scenario);
  return 'error' in book ? { fault: JSON.stringify(book.error) } : book;
};

/** The book of a shipped scenario, or of a scenario in a JSON file. Throws, with the reason, where there is none. */
export const bookFrom = (source: string): Book => {
  if (Object.hasOwn(SCENARIOS, source)) return bookOf(source);
  const { size } = statSync(source);
  if (size > LARGEST_FILE) throw new Error(`${source}: larger than ${LARGEST_FILE} bytes`);
  const book = bookOfText(readFileSync(source, 'utf8'));
  if ('fault' in book) throw new Error(`${source}: ${book.fault}`);
  return book;
};
