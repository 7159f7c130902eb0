import type { Point } from '../curve.ts';
import type { Layout } from '../layout.ts';
import { type Mark, mark } from '../mark.ts';
import type { BoardModel, Sheet } from '../model.ts';
import { placeOf, type SheetPlace, sheetArt } from '../sheets.ts';

/** Where a sheet lies among those of the model. */
export const restOf = (sheet: Sheet, model: BoardModel, layout: Layout): SheetPlace =>
  placeOf(layout, sheet, model.sheets);

/** The same sheet while it still was an offer. */
export const asOffer = (sheet: Sheet): Sheet => ({ ...sheet, state: 'open' });

/** An offer's paper with its shadow, anywhere. */
export const paper = (sheet: Sheet, at: Point, scale: number, turn: number, alpha = 1): readonly Mark[] => [
  mark('sheetShadow', at.x + 8 * scale, at.y + 12 * scale, { scale, turn, alpha: 0.7 * alpha }),
  mark(sheetArt(asOffer(sheet)), at.x, at.y, { scale, turn, alpha }),
];
