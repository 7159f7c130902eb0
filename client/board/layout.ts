import { type BySeat, bySeat, SEATS, type Seat } from '#shared/seats';
import maps from '../assets/map.json';
import type { BakedMap } from './bakedMap.ts';
import { bearing, type Point } from './curve.ts';

export type MapShape = 'wide' | 'tall';

/** Where everything that stands still is, for one size of the board. All in CSS pixels of the board's box. */
export type Layout = {
  readonly width: number;
  readonly height: number;
  /** The size of things: 1 on a desktop board of 1070 by 700. */
  readonly unit: number;
  /** Phones: fewer arcs, the rest rides along. */
  readonly isCompact: boolean;
  readonly shape: MapShape;
  /** The baked picture's top left corner and its scale. */
  readonly map: { readonly x: number; readonly y: number; readonly scale: number };
  /** The capitals' true places on the map. */
  readonly places: BySeat<Point>;
  /** The centres of the medallions, moved off the true places where those are too near each other. */
  readonly medallions: BySeat<Point>;
  readonly radius: number;
  /** The centres of the names. */
  readonly labels: BySeat<Point>;
  readonly ocean: Point & { readonly turn: number };
};

export type Size = { readonly width: number; readonly height: number };

const MAPS: Readonly<Record<MapShape, BakedMap>> = maps as unknown as Record<MapShape, BakedMap>;

type Look = {
  /** Size of the board at which the unit is 1. */
  readonly natural: Size;
  /** Room kept free around the land, in units: left, top, right, bottom. */
  readonly margins: readonly [number, number, number, number];
  /** From the true place to the medallion, in medallion radii. */
  readonly offsets: BySeat<readonly [number, number]>;
  /** From the medallion to the middle of its name, in units. */
  readonly names: BySeat<readonly [number, number]>;
};

const LOOKS: Readonly<Record<MapShape, Look>> = {
  wide: {
    natural: { width: 1070, height: 700 },
    margins: [-84, -12, 66, 20],
    offsets: { US: [0.2, -0.1], KR: [1.45, 1.95], CN: [-1.3, -0.5] },
    names: { US: [36, 68], KR: [8, 66], CN: [-8, 64] },
  },
  tall: {
    natural: { width: 600, height: 610 },
    margins: [-40, 30, 24, 30],
    offsets: { US: [-0.1, 0.3], KR: [2.1, 1.9], CN: [-1.1, -0.6] },
    names: { US: [6, -66], KR: [14, 64], CN: [-6, 64] },
  },
};

const RADIUS = 36;
const LEAST_UNIT = 0.56;

/** The wide map suits boards that are clearly wider than high. */
export const shapeFor = ({ width, height }: Size): MapShape => (width / height > 1.18 ? 'wide' : 'tall');

/** Which part of a length is free when margins (in units) are taken off both ends. */
const room = (length: number, unit: number, before: number, after: number): readonly [number, number] => [
  before * unit,
  Math.max(40, length - (before + after) * unit),
];

/** Keeps a picture over the whole box where it is large enough for that, centred where it isn't. */
const cover = (start: number, picture: number, box: number): number =>
  picture >= box ? Math.min(0, Math.max(box - picture, start)) : (box - picture) / 2;

const fitMap = (size: Size, look: Look, baked: BakedMap, unit: number): Layout['map'] => {
  const [left, top, right, bottom] = baked.focus;
  const [freeX, freeWidth] = room(size.width, unit, look.margins[0], look.margins[2]);
  const [freeY, freeHeight] = room(size.height, unit, look.margins[1], look.margins[3]);
  const scale = Math.min(freeWidth / (right - left), freeHeight / (bottom - top));
  const x = freeX + (freeWidth - (right - left) * scale) / 2 - left * scale;
  const y = freeY + (freeHeight - (bottom - top) * scale) / 2 - top * scale;
  return {
    scale,
    x: cover(x, baked.width * scale, size.width),
    y: cover(y, baked.height * scale, size.height),
  };
};

const within = (value: number, least: number, most: number): number =>
  least > most ? (least + most) / 2 : Math.min(most, Math.max(least, value));

const unitFor = ({ width, height }: Size, look: Look): number =>
  Math.max(LEAST_UNIT, Math.min(width / look.natural.width, height / look.natural.height));

/** Lays the board out for a box. Pure: the same box always gives the same places. */
export const layoutOf = (size: Size): Layout => {
  const { width, height } = size;
  const shape = shapeFor(size);
  const look = LOOKS[shape];
  const baked = MAPS[shape];
  const unit = unitFor(size, look);
  const map = fitMap(size, look, baked, unit);
  const onBoard = ([x, y]: readonly [number, number]): Point => ({
    x: map.x + x * map.scale,
    y: map.y + y * map.scale,
  });
  const radius = RADIUS * unit;
  const places = bySeat((seat) => onBoard(baked.capitals[seat]));
  const medallions = bySeat((seat): Point => {
    const [dx, dy] = look.offsets[seat];
    const [, nameY] = look.names[seat];
    const above = nameY < 0 ? -nameY + 22 : 48;
    const below = nameY > 0 ? nameY + 22 : 48;
    return {
      x: within(places[seat].x + dx * radius, 56 * unit, width - 62 * unit),
      y: within(places[seat].y + dy * radius, above * unit, height - below * unit),
    };
  });
  const [here, there] = baked.ocean.map(onBoard);
  return {
    width,
    height,
    unit,
    isCompact: unit < 0.8,
    shape,
    map,
    places,
    medallions,
    radius,
    labels: bySeat((seat) => {
      const [dx, dy] = look.names[seat];
      return {
        x: within(medallions[seat].x + dx * unit, 60 * unit, width - 64 * unit),
        y: medallions[seat].y + dy * unit,
      };
    }),
    ocean: { x: here.x, y: Math.min(here.y, height - 58 * unit), turn: bearing(here, there) },
  };
};

/** The two seats of a pair, the one further left on the map first. */
export const leftFirst = (layout: Layout, a: Seat, b: Seat): readonly [Seat, Seat] =>
  layout.medallions[a].x <= layout.medallions[b].x ? [a, b] : [b, a];

/** How far inside the box the nearest medallion's rim is; negative when one is cut off. For tests. */
export const clearance = (layout: Layout): number =>
  Math.min(
    ...SEATS.flatMap((seat) => {
      const { x, y } = layout.medallions[seat];
      return [x, y, layout.width - x, layout.height - y].map((gap) => gap - layout.radius);
    }),
  );
