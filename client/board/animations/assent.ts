import type { Seat } from '#shared/seats';
import { between } from '../curve.ts';
import { easeBack, easeIn, easeInOut, easeOut, mix, stage, swell } from '../ease.ts';
import { mark } from '../mark.ts';
import type { Sheet } from '../model.ts';
import { sheetArt } from '../sheets.ts';
import { type Animation, ripple, sparks, thrown, trail } from './animation.ts';
import { asOffer, paper, restOf } from './paper.ts';

const stamping = (sheet: Sheet, by: Seat, isLifted: boolean): Animation => ({
  length: 1300,
  marks: ({ layout, model, t }) => {
    const rest = restOf(asOffer(sheet), model, layout);
    const down = isLifted ? 1 - easeIn(stage(t, 0.1, 0.6)) : easeIn(stage(t, 0.05, 0.38));
    const gone = 1 - easeInOut(stage(t, isLifted ? 0.4 : 0.84, isLifted ? 0.75 : 1));
    const at = { x: rest.x + 6 * layout.unit, y: rest.y - 2 * layout.unit };
    return [
      ...paper(sheet, rest, rest.scale * (1 + 0.06 * swell(t, 0.3, 0.6)), rest.turn, swell(t, 0.1, 0.9)),
      ...(isLifted ? [] : ripple(at, stage(t, 0.36, 0.9), by, 1.1)),
      mark('stamp', at.x, at.y, {
        scale: rest.scale * mix(2.6, 1, down),
        turn: -0.22,
        alpha: mix(0, 0.95, down) * gone,
      }),
    ];
  },
});

export const accepted = (sheet: Sheet, by: Seat): Animation => stamping(sheet, by, false);
export const takenBack = (sheet: Sheet, by: Seat): Animation => stamping(sheet, by, true);

/** Signed: the sheet comes forward, the seal is pressed into it, a gold ring goes out, and it goes to rest on the link. */
export const signed = (sheet: Sheet): Animation => ({
  length: 2600,
  marks: ({ layout, model, t }) => {
    const { unit } = layout;
    const from = restOf(asOffer(sheet), model, layout);
    const rest = restOf({ ...sheet, state: 'signed' }, model, layout);
    const forward = easeOut(stage(t, 0, 0.22));
    const away = easeInOut(stage(t, 0.7, 1));
    const at = between(from, rest, away);
    const scale = mix(mix(from.scale, from.scale * 1.4, forward), 0.42, away);
    const pressed = easeIn(stage(t, 0.26, 0.42));
    const turn = mix(mix(from.turn, 0, forward), rest.turn, away);
    const seal = { x: at.x + 17 * unit * scale, y: at.y + 24.5 * unit * scale };
    const links = sheet.parties.flatMap((seat) =>
      trail(
        (share) => thrown(layout, layout.medallions[seat], from, share, 0.16),
        easeInOut(stage(t, 0.02, 0.4)),
        'gold',
        layout,
      ).map((one) => ({ ...one, alpha: one.alpha * 0.6 * (1 - stage(t, 0.36, 0.6)) })),
    );
    return [
      ...links,
      mark('halo:gold', at.x, at.y, { scale: 1.7 * scale, alpha: 0.75 * swell(t, 0.3, 0.6), glow: true }),
      ...paper(sheet, at, scale, turn, 1 - stage(t, 0.9, 1) * 0.6),
      ...ripple(seal, stage(t, 0.42, 0.82), 'gold', 2.6),
      ...ripple(seal, stage(t, 0.47, 0.95), 'gold', 3.6),
      ...sparks(seal, stage(t, 0.42, 0.85), 'dot:gold', 74 * unit),
      ...sheet.parties.flatMap((seat) => ripple(layout.medallions[seat], stage(t, 0.44, 0.9), 'gold', 1.7)),
      mark('wax', seal.x, seal.y, {
        scale: scale * mix(3.2, 0.86 + 0.14 * easeBack(stage(t, 0.42, 0.56)), pressed),
        alpha: stage(t, 0.26, 0.34) * (1 - stage(t, 0.9, 1)),
        turn: mix(-0.6, -0.12, pressed),
      }),
      ...(away > 0.6
        ? [
            mark(sheetArt({ ...sheet, state: 'signed' }), rest.x, rest.y, {
              scale: rest.scale,
              turn: rest.turn,
              alpha: stage(away, 0.7, 1),
            }),
          ]
        : []),
    ];
  },
});
