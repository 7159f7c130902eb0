import { SEATS, type Seat } from '#shared/seats';
import { around, bearing, type Point } from './curve.ts';
import { easeOut, scatter, stage } from './ease.ts';
import { curvesOf } from './lanes.ts';
import type { Layout } from './layout.ts';
import { type Mark, mark } from './mark.ts';
import type { BoardModel, Wall } from './model.ts';

/** A stretch of an importer's rim that faces one exporter, in radians, `from` < `to`. */
export type Sector = { readonly from: number; readonly to: number };

const BRICK = { length: 13.5, height: 7.6, gap: 1.1 };
const FIRST_COURSE = 9;
const MOST_COURSES = 8.4;
const MARGIN = 0.2;
/**
 * The top course comes brick by brick: from the first share of its height on every other one (a battlement), from the
 * second on all.
 */
const MERLONS = [
  [0.16, 0.22],
  [0.78, 0.84],
] as const;
const LEAST_SPAN = 0.8;
const JOINT = 0.04;
const PILL_INSET = 17;
/** From one course to the next. */
const COURSE = BRICK.height + BRICK.gap;
/** A wall under this rate takes less than its full share of the rampart's length, so that it can grow out of nothing. */
const FULL_SHARE_FROM = 6;

/** Courses of bricks for a tariff in percent: 10 % has two, 25 % more than three, 145 % eight. */
export const coursesFor = (rate: number): number =>
  Math.min(MOST_COURSES, 0.67 * Math.sqrt(Math.max(0, rate)));

/** An angle's difference from another one, in -pi..pi. */
const turnFrom = (reference: number, angle: number): number => {
  const difference = (angle - reference) % (Math.PI * 2);
  if (difference > Math.PI) return difference - Math.PI * 2;
  return difference < -Math.PI ? difference + Math.PI * 2 : difference;
};

const rimAngles = (layout: Layout, importer: Seat, exporter: Seat): readonly number[] => {
  const centre = layout.medallions[importer];
  const angles: number[] = [];
  for (const [key, curve] of curvesOf(layout)) {
    if (key.startsWith(`${exporter}>${importer}:`) && !key.endsWith('investment'))
      angles.push(bearing(centre, curve.points[curve.points.length - 1]));
    if (key === `${importer}>${exporter}:goods`) angles.push(bearing(centre, curve.points[0]));
  }
  return angles;
};

const fanOf = (layout: Layout, importer: Seat, exporter: Seat): Sector => {
  const middle = bearing(layout.medallions[importer], layout.medallions[exporter]);
  const turns = rimAngles(layout, importer, exporter).map((angle) => turnFrom(middle, angle));
  const [low, high] = [Math.min(0, ...turns) - MARGIN, Math.max(0, ...turns) + MARGIN];
  const spare = Math.max(0, LEAST_SPAN - (high - low)) / 2;
  return { from: middle + low - spare, to: middle + high + spare };
};

/** Where an importer's wall against an exporter stands; two walls of one importer never overlap. */
export const sectorOf = (layout: Layout, importer: Seat, exporter: Seat): Sector => {
  const own = fanOf(layout, importer, exporter);
  const other = fanOf(layout, importer, thirdOf(importer, exporter));
  const middle = (own.from + own.to) / 2;
  const otherMiddle = middle + turnFrom(middle, (other.from + other.to) / 2);
  const half = (other.to - other.from) / 2;
  const border =
    otherMiddle > middle ? (own.to + otherMiddle - half) / 2 : (own.from + otherMiddle + half) / 2;
  if (otherMiddle > middle) {
    const to = Math.min(own.to, border - JOINT);
    return { from: Math.min(own.from, to - LEAST_SPAN), to };
  }
  const from = Math.max(own.from, border + JOINT);
  return { from, to: Math.max(own.to, from + LEAST_SPAN) };
};

const thirdOf = (a: Seat, b: Seat): Seat => SEATS.find((seat) => seat !== a && seat !== b) ?? a;

/** How far out from the medallion's centre a pair's walls reach, in CSS pixels; its rim where there are none. */
export const reachOf = (layout: Layout, walls: readonly Wall[], importer: Seat, exporter: Seat): number => {
  const rates = walls
    .filter((wall) => wall.importer === importer && wall.exporter === exporter)
    .map((wall) => wall.rate);
  const courses = coursesFor(Math.max(0, ...rates));
  return (
    layout.radius + (courses > 0 ? (FIRST_COURSE - BRICK.height / 2 + courses * COURSE) * layout.unit : 0)
  );
};

type Stretch = { readonly sector: Sector; readonly courses: number };

/** The bricks of one course of a stretch, from its first to its last angle; odd courses start with half a brick. */
const bricksOf = (layout: Layout, seat: Seat, stretch: Stretch, course: number): readonly Mark[] => {
  const { unit } = layout;
  const radius = layout.radius + (FIRST_COURSE + course * COURSE) * unit;
  const span = stretch.sector.to - stretch.sector.from;
  const count = Math.max(1, Math.round((span * radius) / ((BRICK.length + BRICK.gap) * unit)));
  const step = span / count;
  const edges = [
    0,
    ...Array.from({ length: count }, (_, i) => i + (course % 2 === 1 ? 0.5 : 1)),
    count,
  ].filter((edge, i, all) => i === 0 || edge > all[i - 1] + 0.01);
  const height = stretch.courses - course;
  return edges.slice(1).flatMap((edge, i): readonly Mark[] => {
    const share = edge - edges[i];
    const settled = easeOut(height >= 1 ? 1 : stage(height, MERLONS[i % 2][0], MERLONS[i % 2][1]));
    if (settled <= 0) return [];
    const angle = stretch.sector.from + (edges[i] + share / 2) * step;
    const { x, y } = around(layout.medallions[seat], angle, radius);
    const length = (share * step * radius - BRICK.gap * unit) / (BRICK.length * unit);
    const light = Math.round(255 * (0.86 + 0.14 * scatter(i, course + 7)));
    return [
      mark(`brick:${seat}`, x, y - (1 - settled) * 26 * unit, {
        scaleX: length,
        turn: angle + Math.PI / 2,
        alpha: settled,
        tint: (light << 16) | (light << 8) | light,
      }),
    ];
  });
};

/** All bricks of an importer's walls against one exporter: each tariff has its own stretch, as high as its rate. */
export const rampartMarks = (layout: Layout, walls: readonly Wall[]): readonly Mark[] => {
  if (walls.length === 0) return [];
  const { importer, exporter } = walls[0];
  const sector = sectorOf(layout, importer, exporter);
  const shares = walls.map((wall) => Math.min(1, wall.rate / FULL_SHARE_FROM));
  const step = (sector.to - sector.from) / shares.reduce((sum, share) => sum + share, 0);
  let from = sector.from;
  return walls.flatMap((wall, i) => {
    const to = from + shares[i] * step;
    const stretch: Stretch = { sector: { from, to }, courses: coursesFor(wall.rate) };
    from = to;
    const levels = Math.ceil(stretch.courses);
    return Array.from({ length: levels }, (_, course) => bricksOf(layout, importer, stretch, course)).flat();
  });
};

/** The walls of a model by pair, without those that are down. */
export const rampartsOf = (model: BoardModel): readonly (readonly Wall[])[] => {
  const pairs = new Map<string, Wall[]>();
  for (const wall of model.walls) {
    const key = `${wall.importer}<${wall.exporter}`;
    pairs.set(key, [...(pairs.get(key) ?? []), wall]);
  }
  return [...pairs.values()].filter((walls) => walls.some((wall) => wall.rate > 0));
};

/** The number on a rampart: one rate, or the lowest and the highest of several. */
export const rateText = (walls: readonly Wall[]): string => {
  const rates = walls.map((wall) => Math.round(wall.rate)).filter((rate) => rate > 0);
  const [low, high] = [Math.min(...rates), Math.max(...rates)];
  return low === high ? `${low}%` : `${low}–${high}%`;
};

/** Where the number of a rampart stands: on its outer end, away from the arcs to the third seat. */
export const pillPlace = (layout: Layout, walls: readonly Wall[]): Point => {
  const { importer, exporter } = walls[0];
  const sector = sectorOf(layout, importer, exporter);
  const middle = (sector.from + sector.to) / 2;
  const third = layout.medallions[thirdOf(importer, exporter)];
  const reach = reachOf(layout, walls, importer, exporter);
  const at = Math.max(layout.radius + 22 * layout.unit, (layout.radius + reach) / 2 + 6 * layout.unit);
  const inset = (PILL_INSET * layout.unit) / at;
  const isThirdBeyond = turnFrom(middle, bearing(layout.medallions[importer], third)) > 0;
  return around(layout.medallions[importer], isThirdBeyond ? sector.from + inset : sector.to - inset, at);
};
