import { SEATS } from '#shared/seats';
import { FONTS } from '../theme.ts';
import './fonts.css';
import type { BoardModel } from './model.ts';

/** Loads the faces that the board writes with, for exactly its words: fonts come in slices by script. */
export const loadFonts = async (model: BoardModel): Promise<void> => {
  const names = SEATS.map((seat) => model.capitals[seat].name + model.capitals[seat].local).join('');
  const faces = [
    document.fonts.load(`600 18px ${FONTS.serif}`, names),
    document.fonts.load(`600 13px ${FONTS.sans}`, names),
    document.fonts.load(`italic 400 25px ${FONTS.serif}`, model.ocean),
    document.fonts.load(`500 12px ${FONTS.sans}`, model.ocean),
    document.fonts.load(`700 13px ${FONTS.sans}`, '0123456789%–'),
  ];
  // A face that can't be had is replaced by the next one of its stack.
  await Promise.allSettled(faces);
};

/** The words on the canvas as one string, to know when they change. */
export const wordsOf = (model: BoardModel): string =>
  [...SEATS.flatMap((seat) => [model.capitals[seat].name, model.capitals[seat].local]), model.ocean].join(
    '|',
  );
