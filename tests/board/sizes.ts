import * as fc from 'fast-check';
import { type Layout, layoutOf } from '../../client/board/layout.ts';

/** The boxes that a board may get: phones, tables beside panels, projectors, 4K; from half as wide as high to thrice. */
export const anySize = fc
  .tuple(fc.integer({ min: 320, max: 3840 }), fc.double({ min: 0.55, max: 2.6, noNaN: true }))
  .map(([width, aspect]) => ({ width, height: Math.round(width / aspect) }))
  .filter(({ height }) => height >= 260 && height <= 2400);

export const anyLayout = anySize.map(layoutOf);

/** The boxes of the screens that the board was drawn for. */
export const knownLayouts: readonly Layout[] = [
  { width: 390, height: 390 },
  { width: 390, height: 430 },
  { width: 768, height: 700 },
  { width: 1070, height: 760 },
  { width: 1440, height: 900 },
  { width: 2560, height: 1440 },
  { width: 3200, height: 1800 },
].map(layoutOf);
