import { around, bearing, between, distance, type Point } from '../curve.ts';
import { clamp01, scatter } from '../ease.ts';
import type { Layout } from '../layout.ts';
import { type Art, type Mark, mark } from '../mark.ts';
import type { BoardModel } from '../model.ts';

/** What an animation draws from. `t`: its share, 0..1. */
export type Moment = { readonly layout: Layout; readonly model: BoardModel; readonly t: number };

/** An event's show: how long it takes in ms, and its pictures at any share of it. */
export type Animation = { readonly length: number; readonly marks: (moment: Moment) => readonly Mark[] };

/**
 * A point on a thrown path between two points. It bows upwards, and where the way is steep away from the board's middle;
 * never less than a little, however short the way.
 */
export const thrown = (layout: Layout, from: Point, to: Point, t: number, rise = 0.3): Point => {
  const straight = between(from, to, t);
  const reach = distance(from, to) || 1;
  const [nx, ny] = [(to.y - from.y) / reach, (from.x - to.x) / reach];
  const isSteep = Math.abs(ny) < 0.5;
  const isOutward = nx > 0 === (from.x + to.x) / 2 > layout.width / 2;
  const side = (isSteep ? isOutward : ny < 0) ? 1 : -1;
  const bow = 4 * t * (1 - t) * rise * (reach + 150 * layout.unit) * side;
  return { x: straight.x + nx * bow, y: straight.y + ny * bow };
};

/** A comet's tail behind something that flies along `path`, and dots along the way that it took. */
export const trail = (
  path: (t: number) => Point,
  t: number,
  colour: 'gold' | 'red' | 'white' | 'US' | 'KR' | 'CN',
  layout: Layout,
): readonly Mark[] => {
  const tail = Array.from({ length: 28 }, (_, i): Mark => {
    const back = i / 28;
    const { x, y } = path(Math.max(0, t - back * 0.55));
    const strength = (1 - back) ** 1.15 * clamp01(t * 6);
    return mark(`halo:${colour}`, x, y, {
      scale: 0.08 + 0.46 * (1 - back),
      alpha: 0.5 * strength,
      glow: true,
    });
  });
  const beads = Array.from({ length: 26 }, (_, i) => i / 26)
    .filter((at) => at < t)
    .map((at) => {
      const { x, y } = path(at);
      return mark('dot:gold', x, y, { scale: 0.42, alpha: 0.8 * (1 - 0.7 * (t - at)) });
    });
  return [...beads, ...tail].map((one) => ({ ...one, y: one.y + 2 * layout.unit }));
};

/** A ring that spreads and fades from a point; `size`: its last scale. */
export const ripple = (
  at: Point,
  t: number,
  colour: 'gold' | 'red' | 'white' | 'US' | 'KR' | 'CN',
  size: number,
): readonly Mark[] =>
  t <= 0 || t >= 1
    ? []
    : [
        mark(`ring:${colour}`, at.x, at.y, {
          scale: 0.3 + (size - 0.3) * (1 - (1 - t) ** 2.2),
          alpha: (1 - t) ** 1.4,
        }),
      ];

/** Sparks that fly off a point in all directions and fall a little. */
export const sparks = (at: Point, t: number, art: Art, reach: number, count = 14): readonly Mark[] =>
  t <= 0 || t >= 1
    ? []
    : Array.from({ length: count }, (_, i) => {
        const angle = (i / count) * Math.PI * 2 + scatter(i) * 0.5;
        const way = reach * (0.5 + 0.5 * scatter(i, 3)) * (1 - (1 - t) ** 3);
        const point = around(at, angle, way);
        return mark(art, point.x, point.y + reach * 0.35 * t * t, {
          scale: (0.5 + 0.5 * scatter(i, 5)) * (1 - 0.5 * t),
          alpha: (1 - t) ** 1.2,
          glow: true,
        });
      });

/** The direction in which something thrown along a path leans. */
export const leaning = (path: (t: number) => Point, t: number): number => {
  const heading = bearing(path(Math.max(0, t - 0.02)), path(Math.min(1, t + 0.02)));
  return Math.sin(heading) * 0.18;
};
