import type { Seat } from '#shared/seats';
import type { Point } from '../curve.ts';
import { easeIn, easeInOut, easeOut, mix, scatter, stage, swell } from '../ease.ts';
import type { Layout } from '../layout.ts';
import { type Mark, mark } from '../mark.ts';
import type { Sheet } from '../model.ts';
import { placeOf, sheetArt } from '../sheets.ts';
import { type Animation, ripple, sparks } from './animation.ts';

/** The two halves of a torn sheet drift apart, turn and fall. */
const halves = (at: Point, scale: number, torn: number, layout: Layout): readonly Mark[] => {
  const apart = easeOut(torn) * 34 * layout.unit;
  const fall = easeIn(torn) * 120 * layout.unit;
  const alpha = 1 - easeIn(stage(torn, 0.6, 1));
  const tint = 0xffd9d2;
  return [
    mark('sheetLeft', at.x - apart, at.y + fall * 0.9, { scale, turn: -0.75 * torn, alpha, tint }),
    mark('sheetRight', at.x + apart, at.y + fall, { scale, turn: 0.85 * torn, alpha, tint }),
  ];
};

const scraps = (at: Point, t: number, layout: Layout): readonly Mark[] =>
  t <= 0 || t >= 1
    ? []
    : Array.from({ length: 12 }, (_, i) =>
        mark(
          'sheetLeft',
          at.x + (scatter(i) - 0.5) * 150 * layout.unit * easeOut(t),
          at.y + (scatter(i, 2) - 0.7) * 90 * layout.unit * easeOut(t) + 130 * layout.unit * t * t,
          {
            scale: 0.1 + 0.09 * scatter(i, 5),
            turn: scatter(i, 3) * 6 + t * 7 * (scatter(i, 4) - 0.5),
            alpha: 1 - t,
          },
        ),
      );

const tearing = (sheet: Sheet, blamed: readonly Seat[], length: number): Animation => ({
  length,
  marks: ({ layout, model, t }) => {
    const rest = placeOf(layout, sheet, model.sheets);
    const scale = sheet.state === 'signed' ? mix(0.5, 1.15, easeOut(stage(t, 0, 0.24))) : rest.scale * 1.12;
    const torn = stage(t, 0.36, 1);
    const shiver = Math.sin(t * 90) * 2.2 * layout.unit * swell(stage(t, 0.1, 0.36), 0.5, 0.9);
    const at = { x: rest.x + shiver, y: rest.y };
    const whole = torn <= 0;
    return [
      mark('halo:red', at.x, at.y, {
        scale: 2.1 * scale,
        alpha: 0.8 * swell(stage(t, 0.22, 0.8), 0.3, 0.5),
      }),
      ...blamed.flatMap((seat) => [
        ...ripple(layout.medallions[seat], stage(t, 0.05, 0.5), 'red', 1.7),
        mark('halo:red', layout.medallions[seat].x, layout.medallions[seat].y, {
          scale: 1.7,
          alpha: 0.6 * swell(t, 0.2, 0.5),
        }),
      ]),
      ...(whole
        ? [
            mark('sheetShadow', at.x, at.y + 6 * layout.unit, { scale, alpha: 0.6 }),
            mark(sheetArt({ ...sheet, state: 'open', sealed: sheet.sealed }), at.x, at.y, {
              scale,
              turn: rest.turn,
            }),
          ]
        : halves(rest, scale, torn, layout)),
      ...scraps(rest, stage(t, 0.36, 0.95), layout),
      ...sparks(rest, stage(t, 0.36, 0.8), 'dot:white', 80 * layout.unit, 10).map((one) => ({
        ...one,
        tint: 0xff8a7a,
      })),
    ];
  },
});

/** A legislature said no: the sheet is torn before it was a treaty. */
export const unratified = (sheet: Sheet, refusedBy: readonly Seat[]): Animation =>
  tearing({ ...sheet, state: 'open' }, refusedBy, 1900);

/** A treaty is denounced: a red flash, and a tear through the sheet. */
export const denounced = (sheet: Sheet, by: Seat): Animation =>
  tearing({ ...sheet, state: 'signed' }, [by], 2100);

/** A denounced treaty falls: it greys and sinks. */
export const fallen = (sheet: Sheet): Animation => ({
  length: 1300,
  marks: ({ layout, model, t }) => {
    const treaty: Sheet = { ...sheet, state: 'signed' };
    const rest = placeOf(layout, treaty, model.sheets);
    const sunk = easeInOut(t);
    const grey = Math.round(mix(255, 120, sunk));
    return [
      mark(sheetArt(treaty), rest.x, rest.y + 46 * layout.unit * sunk, {
        scale: rest.scale * mix(1.25, 0.7, sunk),
        turn: 0.5 * sunk,
        alpha: 1 - easeIn(t),
        tint: (grey << 16) | (grey << 8) | grey,
      }),
    ];
  },
});
