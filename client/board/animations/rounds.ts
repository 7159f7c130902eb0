import { SEATS, type Seat } from '#shared/seats';
import { around } from '../curve.ts';
import { clamp01, easeBack, easeIn, easeInOut, easeOut, mix, scatter, stage, swell } from '../ease.ts';
import { gatePlace } from '../gates.ts';
import { type Mark, mark } from '../mark.ts';
import type { Barrier, BarrierKind } from '../model.ts';
import { coursesFor, sectorOf } from '../ramparts.ts';
import { type Animation, ripple, sparks } from './animation.ts';

/** A wall rises or falls: the bricks move by themselves; here are the dust, the light and the shock. */
export const wallMoved = (importer: Seat, exporter: Seat, from: number, to: number): Animation => ({
  length: 1500,
  marks: ({ layout, t }) => {
    const { unit } = layout;
    const sector = sectorOf(layout, importer, exporter);
    const centre = layout.medallions[importer];
    const isUp = to > from;
    const courses = mix(coursesFor(from), coursesFor(to), easeInOut(clamp01(t / 0.8)));
    const reach = layout.radius + (10 + courses * 8.7) * unit;
    const dust = Array.from({ length: 18 }, (_, i): Mark => {
      const angle = mix(sector.from, sector.to, scatter(i));
      const born = 0.1 + 0.55 * scatter(i, 2);
      const age = stage(t, born, born + 0.35);
      const point = around(centre, angle, reach + age * 16 * unit);
      return mark('halo:white', point.x, point.y - age * 8 * unit, {
        scale: 0.1 + 0.22 * age,
        alpha: age <= 0 ? 0 : 0.34 * (1 - age),
        tint: 0xd8c7ae,
      });
    });
    const middle = around(centre, (sector.from + sector.to) / 2, reach - 8 * unit);
    return [
      ...dust,
      mark(isUp ? 'halo:red' : 'halo:gold', middle.x, middle.y, {
        scale: 1,
        alpha: 0.55 * swell(t, 0.3, 0.6),
        glow: true,
      }),
      ...ripple(centre, stage(t, 0.62, 1), isUp ? 'red' : 'gold', 1.5 + courses * 0.14),
      ...ripple(layout.medallions[exporter], stage(t, 0.66, 1), isUp ? 'red' : 'gold', 1.4),
    ];
  },
});

/** A gate shuts or opens. */
export const barrierMoved = (
  key: string,
  kind: BarrierKind,
  of: Seat,
  against: Seat,
  from: number,
  to: number,
): Animation => ({
  length: 1300,
  marks: ({ layout, model, t }) => {
    const barrier: Barrier = model.barriers.find((other) => other.key === key) ?? {
      key,
      kind,
      of,
      against,
      level: to,
    };
    const at = gatePlace(layout, barrier, model.barriers);
    const isShut = to > from;
    const colour = isShut ? 'red' : 'gold';
    return [
      mark(`halo:${colour}`, at.x, at.y, { scale: 0.9, alpha: 0.8 * swell(t, 0.35, 0.55), glow: true }),
      ...ripple(at, stage(t, 0.42, 0.95), colour, 1.3),
      ...sparks(at, stage(t, 0.42, 0.85), isShut ? 'ember' : 'dot:gold', 40 * layout.unit, 9),
      ...ripple(layout.medallions[against], stage(t, 0.55, 1), colour, 1.4),
    ];
  },
});

/** News: a telegram falls out of the sky, lies there a moment, and is gone. */
export const newsRevealed = (): Animation => ({
  length: 2600,
  marks: ({ layout, t }) => {
    const { unit, width, height } = layout;
    const landed = easeIn(stage(t, 0, 0.2));
    const x = width * 0.52;
    const y = mix(-60 * unit, height * 0.3, landed);
    const gone = easeInOut(stage(t, 0.82, 1));
    const bounce = 0.1 * Math.sin(Math.PI * stage(t, 0.2, 0.34));
    const scale = (mix(2, 1.2, landed) + bounce) * (1 - 0.3 * gone);
    return [
      ...ripple({ x, y }, stage(t, 0.2, 0.6), 'white', 3.4),
      ...ripple({ x, y }, stage(t, 0.28, 0.74), 'red', 4.2),
      mark('halo:white', x, y, {
        scale: 2.2,
        alpha: 0.4 * swell(stage(t, 0.18, 0.7), 0.15, 0.4),
        glow: true,
      }),
      mark('telegram', x, y - 30 * unit * gone, {
        scale,
        turn: mix(-0.5, -0.05, landed) + 0.015 * Math.sin(t * 14),
        alpha: 1 - gone,
      }),
    ];
  },
});

const stretched = (art: 'sweep' | 'edge', x: number, width: number, height: number, unit: number): Mark =>
  mark(art, x, height / 2, { scaleX: width / (100 * unit), scaleY: height / (100 * unit), glow: true });

/** A round is resolved: the morning goes over the map from east to west, as the sun does. */
export const roundResolved = (): Animation => ({
  length: 2200,
  marks: ({ layout, t }) => {
    const { width, height, unit } = layout;
    const span = width * 0.9;
    const x = mix(width + span * 0.5, -span * 0.5, easeInOut(t));
    const light = stretched('sweep', x, span, height, unit);
    return [
      { ...light, scaleX: -light.scaleX, alpha: 0.85 * swell(t, 0.12, 0.86) },
      ...SEATS.flatMap((seat) => {
        const at = layout.medallions[seat];
        const lit = stage(-(x - span * 0.4), -at.x, width * 0.3 - at.x);
        return ripple(at, lit, 'gold', 1.6);
      }),
    ];
  },
});

/** A round begins: the three capitals light up, one after the other. */
export const roundBegan = (): Animation => ({
  length: 1400,
  marks: ({ layout, t }) =>
    SEATS.flatMap((seat, i) => {
      const at = layout.medallions[seat];
      const own = stage(t, i * 0.14, 0.7 + i * 0.14);
      return [
        ...ripple(at, own, seat, 1.9),
        mark(`halo:${seat}`, at.x, at.y, { scale: 1.8, alpha: 0.5 * swell(own, 0.3, 0.5), glow: true }),
      ];
    }),
});

/** The closing phase: the edges glow amber, twice, slowly. */
export const closingBegan = (): Animation => ({
  length: 3000,
  marks: ({ layout, t }) => {
    const { width, height, unit } = layout;
    const pulse = swell((t * 2) % 1, 0.35, 0.5);
    return [{ ...stretched('edge', width / 2, width, height, unit), alpha: 0.85 * pulse }];
  },
});

/** The end: rings from all three capitals and a golden rain. */
export const gameEnded = (): Animation => ({
  length: 4200,
  marks: ({ layout, t }) => {
    const { width, height, unit } = layout;
    const rain = Array.from({ length: 46 }, (_, i): Mark => {
      const born = scatter(i, 1) * 0.55;
      const age = stage(t, born, born + 0.45);
      return mark(
        'dot:gold',
        scatter(i) * width + Math.sin(age * 7 + i) * 12 * unit,
        mix(-20 * unit, height * (0.5 + 0.5 * scatter(i, 6)), easeOut(age)),
        {
          scale: 0.6 + scatter(i, 4),
          alpha: age <= 0 ? 0 : 0.95 * (1 - age) ** 0.7,
          glow: true,
        },
      );
    });
    return [
      {
        ...stretched(
          'sweep',
          mix(-width * 0.4, width * 1.4, easeInOut(stage(t, 0, 0.6))),
          width * 0.8,
          height,
          unit,
        ),
        alpha: 0.6 * swell(stage(t, 0, 0.6), 0.2, 0.8),
      },
      ...SEATS.flatMap((seat, i) => {
        const at = layout.medallions[seat];
        return [0, 0.16, 0.32].flatMap((delay) =>
          ripple(at, stage(t, 0.05 + i * 0.06 + delay, 0.6 + i * 0.06 + delay), 'gold', 2.6),
        );
      }),
      ...SEATS.map((seat) =>
        mark('halo:gold', layout.medallions[seat].x, layout.medallions[seat].y, {
          scale: 1.6 * easeBack(stage(t, 0, 0.2)),
          alpha: 0.6 * swell(t, 0.15, 0.7),
          glow: true,
        }),
      ),
      ...rain,
    ];
  },
});
