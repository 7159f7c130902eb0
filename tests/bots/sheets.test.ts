import { expect, test } from 'vitest';
import { layoutOf, prepareSheets, sheetOf } from '../../shared/bots/sheet.ts';
import { type Book, openBook } from '../../shared/scenarios/book.ts';
import { bookOf, SCENARIOS } from '../../shared/scenarios/index.ts';
import type { Scenario } from '../../shared/scenarios/schema.ts';

const tariffPause = SCENARIOS['tariff-pause-2025'];

const opened = (scenario: Scenario): Book => {
  const book = openBook(scenario);
  if ('error' in book) throw new Error(book.error.code);
  return book;
};

test('sheets that are needed half way through their preparation are those that are made at once', () => {
  const book = opened(structuredClone(tariffPause));
  const steps = prepareSheets(book);
  for (let i = 0; i < 40; i++) expect(steps.next().done).toBe(false);
  const mandate = tariffPause.mandates[0].id;
  expect(sheetOf(book, mandate)).toEqual(sheetOf(bookOf('tariff-pause-2025'), mandate));
  expect(steps.next().done).toBe(true);
});

test('scenarios that differ in rules and words alone are laid out once; one with mandates of its own by itself', () => {
  const layout = layoutOf(bookOf('tariff-pause-2025'));
  expect(layoutOf(bookOf('short-pause-2025'))).toBe(layout);
  const other = opened({ ...tariffPause, mandates: structuredClone(tariffPause.mandates) });
  expect(layoutOf(other)).not.toBe(layout);
});
