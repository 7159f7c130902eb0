import type { Seat } from '#shared/seats';
import { between, type Point } from '../curve.ts';
import { easeBack, easeInOut, easeOut, mix, stage, swell } from '../ease.ts';
import type { Layout } from '../layout.ts';
import { type Mark, mark } from '../mark.ts';
import { type Animation, ripple, sparks, thrown, trail } from './animation.ts';

const over = (point: Point, units: number, layout: Layout): Point => ({
  x: point.x,
  y: point.y - units * layout.unit,
});

/** Somebody speaks: rings at the capital and a bubble; to one seat alone it leans that way. */
export const spoken = (by: Seat, to: readonly Seat[]): Animation => ({
  length: 1500,
  marks: ({ layout, t }) => {
    const at = layout.medallions[by];
    const toward = to.length === 1 ? between(at, layout.medallions[to[0]], 0.16) : at;
    const place = over(toward, 46, layout);
    return [
      ...ripple(at, stage(t, 0, 0.55), by, 1.6),
      ...ripple(at, stage(t, 0.16, 0.7), by, 1.9),
      ...ripple(at, stage(t, 0.32, 0.85), by, 2.2),
      mark('bubble', place.x + 14 * layout.unit, place.y, {
        scale: easeBack(stage(t, 0.02, 0.28)),
        alpha: swell(t, 0.1, 0.8),
        turn: 0.03 * Math.sin(t * 12),
      }),
    ];
  },
});

/** A pledge: a rosette rises over the capital, then a light goes to those who heard it. */
export const pledged = (by: Seat, to: readonly Seat[]): Animation => ({
  length: 2000,
  marks: ({ layout, t }) => {
    const at = layout.medallions[by];
    const place = over(at, mix(20, 58, easeOut(stage(t, 0, 0.3))), layout);
    const sent = easeInOut(stage(t, 0.3, 0.8));
    return [
      ...to.flatMap((seat) =>
        sent > 0 && sent < 1
          ? trail((share) => thrown(layout, place, layout.medallions[seat], share, 0.2), sent, 'gold', layout)
          : [],
      ),
      ...to.flatMap((seat) => ripple(layout.medallions[seat], stage(t, 0.76, 1), 'gold', 1.6)),
      mark('halo:gold', place.x, place.y, { scale: 0.9, alpha: 0.7 * swell(t, 0.2, 0.75), glow: true }),
      mark('rosette', place.x, place.y, {
        scale: 1.15 * easeBack(stage(t, 0, 0.3)),
        alpha: swell(t, 0.06, 0.86),
      }),
    ];
  },
});

/** A pledge falls due: the rosette shines, or loses its colour and drops. */
export const pledgeJudged = (by: Seat, isKept: boolean): Animation => ({
  length: 1600,
  marks: ({ layout, t }) => {
    const fall = isKept ? 0 : easeInOut(stage(t, 0.35, 1));
    const place = over(layout.medallions[by], 58 - 70 * fall, layout);
    return [
      ...(isKept
        ? ripple(place, stage(t, 0.3, 0.9), 'gold', 1.4)
        : ripple(place, stage(t, 0.25, 0.7), 'red', 1.2)),
      ...(isKept ? sparks(place, stage(t, 0.3, 0.9), 'dot:gold', 46 * layout.unit) : []),
      mark('rosette', place.x, place.y, {
        scale: 1.15 * easeBack(stage(t, 0, 0.25)),
        turn: 0.8 * fall,
        alpha: swell(t, 0.06, 0.8),
        tint: isKept ? 0xffffff : 0x9a8f8f,
      }),
      ...(isKept
        ? []
        : [
            mark('cross', place.x, place.y - 4 * layout.unit, {
              scale: 0.8,
              alpha: 0.9 * swell(stage(t, 0.2, 1), 0.15, 0.5),
            }),
          ]),
    ];
  },
});

/** Two capitals met: beads travel from both and meet in the middle. */
export const seatsMet = ([a, b]: readonly [Seat, Seat]): Animation => ({
  length: 2000,
  marks: ({ layout, t }) => {
    const path = (share: number): Point =>
      thrown(layout, layout.medallions[a], layout.medallions[b], share, 0.12);
    const grown = easeInOut(stage(t, 0, 0.6)) / 2;
    const gone = 1 - easeInOut(stage(t, 0.75, 1));
    const count = 26;
    const beads = Array.from({ length: count }, (_, i): Mark => {
      const share = (i + 0.5) / count;
      const { x, y } = path(share);
      const lit = share <= grown || share >= 1 - grown;
      return mark(`dot:${share < 0.5 ? a : b}`, x, y, { scale: 0.85, alpha: lit ? 0.95 * gone : 0 });
    });
    const middle = path(0.5);
    return [
      ...beads,
      ...ripple(middle, stage(t, 0.58, 0.95), 'white', 1),
      mark('halo:white', middle.x, middle.y, {
        scale: 0.7,
        alpha: 0.8 * swell(stage(t, 0.55, 1), 0.3, 0.5),
        glow: true,
      }),
      ...[a, b].flatMap((seat) => ripple(layout.medallions[seat], stage(t, 0, 0.45), 'white', 1.5)),
    ];
  },
});

/** A lever moved: a light goes from its owner to the one whom it concerns, gold when kind, red when not. */
export const leverMoved = (by: Seat, toward: Seat, isFriendly: boolean): Animation => ({
  length: 1400,
  marks: ({ layout, t }) => {
    const colour = isFriendly ? 'gold' : 'red';
    const path = (share: number): Point =>
      thrown(layout, layout.medallions[by], layout.medallions[toward], share, 0.22);
    const sent = easeInOut(stage(t, 0.05, 0.7));
    return [
      ...ripple(layout.medallions[by], stage(t, 0, 0.4), colour, 1.5),
      ...(sent > 0 && sent < 1 ? trail(path, sent, colour, layout) : []),
      ...ripple(layout.medallions[toward], stage(t, 0.68, 1), colour, 1.7),
    ];
  },
});

/** Somebody takes a seat: its capital lights up. */
export const seatTaken = (seat: Seat): Animation => ({
  length: 1500,
  marks: ({ layout, t }) => {
    const at = layout.medallions[seat];
    return [
      mark(`halo:${seat}`, at.x, at.y, {
        scale: 1.2 + 1.2 * easeOut(t),
        alpha: 0.9 * swell(t, 0.25, 0.5),
        glow: true,
      }),
      ...ripple(at, stage(t, 0.1, 0.8), seat, 2),
      ...ripple(at, stage(t, 0.25, 1), 'white', 1.6),
    ];
  },
});

/** Somebody leaves a seat: its ring closes in and goes out. */
export const seatLeft = (seat: Seat): Animation => ({
  length: 1500,
  marks: ({ layout, t }) => {
    const at = layout.medallions[seat];
    return [
      mark('medallionShadow', at.x, at.y, { scale: 1.5, alpha: 0.85 * swell(t, 0.3, 0.6) }),
      mark(`ring:${seat}`, at.x, at.y, { scale: mix(1.8, 1, easeInOut(t)), alpha: swell(t, 0.2, 0.6) }),
    ];
  },
});
