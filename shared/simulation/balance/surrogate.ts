import type { Book } from '../../scenarios/book.ts';
import { randomStream } from '../randomStream.ts';
import type { Appraiser } from './appraiser.ts';
import { treatyLevels } from './treatyLevels.ts';

/** How far the sheets that bots search with are from the solved economy under a mandate, over random packages: root mean square and largest error, USD bn a year. */
export type SheetError = { readonly mandate: string; readonly rmse: number; readonly largest: number };

const SAMPLES = 300;

/** Measures the sheets' errors, for each mandate on the same random packages of all seats. */
export const measureSheets = ({ fast, exact }: Appraiser, book: Book): readonly SheetError[] => {
  const random = randomStream('sheets');
  const choices = treatyLevels(book);
  const packages = Array.from({ length: SAMPLES }, () =>
    choices.map((options) => options[Math.floor(random() * options.length)]),
  );
  return book.scenario.mandates.map(({ id }) => {
    const [near, solved] = [fast(id), exact(id)];
    const errors = packages.map((levels) => Math.abs(near(levels) - solved(levels)));
    const square = errors.reduce((sum, error) => sum + error * error, 0) / errors.length;
    return { mandate: id, rmse: Math.sqrt(square), largest: Math.max(...errors) };
  });
};
