import type { Seat } from '#shared/seats';
import type { Point } from '../curve.ts';
import { easeIn, easeInOut, easeOut, mix, scatter, stage, swell } from '../ease.ts';
import type { Layout } from '../layout.ts';
import { type Mark, mark } from '../mark.ts';
import type { BoardModel, Sheet } from '../model.ts';
import { sheetArt } from '../sheets.ts';
import { type Animation, leaning, ripple, thrown, trail } from './animation.ts';
import { asOffer, paper, restOf } from './paper.ts';

const flight = (
  sheet: Sheet,
  by: Seat,
  colour: 'gold' | Seat,
  { layout, model, t }: { layout: Layout; model: BoardModel; t: number },
): readonly Mark[] => {
  const offer = asOffer(sheet);
  const rest = restOf(offer, model, layout);
  const from = layout.medallions[by];
  const path = (share: number): Point => thrown(layout, from, rest, share, 0.26);
  const flown = easeInOut(stage(t, 0, 0.68));
  const at = path(flown);
  const landed = stage(t, 0.66, 1);
  const others = sheet.parties.filter((seat) => seat !== by);
  const scale = mix(0.3, rest.scale, easeOut(flown)) * (1 + 0.12 * Math.sin(Math.PI * stage(t, 0.62, 0.84)));
  return [
    ...(landed < 1
      ? trail(path, flown, colour, layout).map((one) => ({ ...one, alpha: one.alpha * (1 - landed) }))
      : []),
    ...ripple(from, stage(t, 0, 0.4), by, 1.5),
    ...others.flatMap((seat) => ripple(layout.medallions[seat], stage(t, 0.66, 1), 'gold', 1.5)),
    ...paper(
      offer,
      at,
      scale,
      mix(-0.5, rest.turn, easeOut(flown)) + leaning(path, flown) * (1 - landed),
      easeOut(t * 5),
    ),
  ];
};

export const tabled = (sheet: Sheet): Animation => ({
  length: 1700,
  marks: (moment) => flight(sheet, sheet.from, 'gold', moment),
});

/** The counter flies up from the one who counters; its back shows for a moment, as a page is turned. */
export const countered = (sheet: Sheet, by: Seat): Animation => ({
  length: 1800,
  marks: (moment) => {
    const turned = Math.cos(easeInOut(stage(moment.t, 0.05, 0.6)) * Math.PI * 2);
    const marks = flight(sheet, by, by, moment);
    const art = sheetArt(asOffer(sheet));
    return marks.map((one) =>
      one.art === art ? { ...one, scaleX: one.scaleX * Math.max(0.08, Math.abs(turned)) } : one,
    );
  },
});

/** Refused: a cross is struck on it, it folds and drops away. */
export const declined = (sheet: Sheet, by: Seat): Animation => ({
  length: 1500,
  marks: ({ layout, model, t }) => {
    const rest = restOf(asOffer(sheet), model, layout);
    const drop = easeIn(stage(t, 0.4, 1));
    const fold = easeInOut(stage(t, 0.42, 0.85));
    const at = { x: rest.x + 26 * layout.unit * drop, y: rest.y + 130 * layout.unit * drop };
    const turn = rest.turn + 0.9 * drop;
    const alpha = 1 - easeIn(stage(t, 0.7, 1));
    const struck = easeIn(stage(t, 0.04, 0.26));
    const sheetMark = mark(sheetArt(asOffer(sheet)), at.x, at.y, {
      scaleX: rest.scale,
      scaleY: rest.scale * mix(1, 0.42, fold),
      turn,
      alpha,
      tint: 0xffffff - Math.round(0x30 * fold) * 0x010101,
    });
    return [
      ...ripple(layout.medallions[by], stage(t, 0, 0.5), by, 1.4),
      mark('sheetShadow', at.x + 5 * layout.unit, at.y + 8 * layout.unit, {
        scale: rest.scale,
        turn,
        alpha: 0.6 * alpha,
      }),
      sheetMark,
      mark('cross', at.x, at.y, {
        scale: rest.scale * mix(2.2, 1, struck),
        turn,
        alpha: 0.95 * struck * alpha * (1 - fold),
      }),
    ];
  },
});

/** Taken off the table: it flies home and vanishes there. */
export const withdrawn = (sheet: Sheet): Animation => ({
  length: 1100,
  marks: ({ layout, model, t }) => {
    const rest = restOf(asOffer(sheet), model, layout);
    const home = layout.medallions[sheet.from];
    const path = (share: number): Point => thrown(layout, rest, home, share, 0.16);
    const flown = easeInOut(stage(t, 0, 0.86));
    return [
      ...trail(path, flown, 'white', layout).map((one) => ({ ...one, alpha: one.alpha * 0.4 * (1 - t) })),
      ...paper(
        sheet,
        path(flown),
        mix(rest.scale, 0.2, easeIn(flown)),
        rest.turn - 0.6 * flown,
        1 - stage(t, 0.8, 1),
      ),
    ];
  },
});

/** Run out: it browns, glows at the lower edge and goes up in embers. */
export const expired = (sheet: Sheet): Animation => ({
  length: 1700,
  marks: ({ layout, model, t }) => {
    const rest = restOf(asOffer(sheet), model, layout);
    const { unit } = layout;
    const burnt = easeInOut(stage(t, 0.05, 0.85));
    const shade = Math.round(mix(255, 70, burnt));
    const tint =
      (shade << 16) | (Math.round(shade * mix(1, 0.72, burnt)) << 8) | Math.round(shade * mix(1, 0.5, burnt));
    const height = mix(1, 0.08, easeIn(burnt));
    const top = rest.y - 38 * unit * rest.scale;
    const line = top + 76 * unit * rest.scale * height;
    const embers = Array.from({ length: 22 }, (_, i) => {
      const born = scatter(i, 2) * 0.7;
      const age = stage(t, born, born + 0.32);
      return mark(
        'ember',
        rest.x + (scatter(i) - 0.5) * 60 * unit * rest.scale + Math.sin(i + t * 9) * 4 * unit,
        line - age * 74 * unit,
        {
          scale: 0.5 + 0.9 * scatter(i, 4) * (1 - age),
          alpha: age <= 0 ? 0 : (1 - age) * 0.95,
          glow: true,
        },
      );
    });
    return [
      mark(sheetArt(asOffer(sheet)), rest.x, (top + line) / 2, {
        scaleX: rest.scale,
        scaleY: rest.scale * height,
        turn: rest.turn * (1 - burnt),
        tint,
        alpha: 1 - easeIn(stage(t, 0.7, 0.92)),
      }),
      mark('halo:amber', rest.x, line, {
        scaleX: 0.62 * rest.scale,
        scaleY: 0.2,
        alpha: 0.9 * swell(t, 0.2, 0.7),
        glow: true,
      }),
      ...embers,
    ];
  },
});
