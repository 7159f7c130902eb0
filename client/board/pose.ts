import { SEATS, type Seat } from '#shared/seats';
import { cargoMarks } from './cargo.ts';
import { bearing, between, distance, headingOn, type Point, pointOn } from './curve.ts';
import { clamp01 } from './ease.ts';
import { bondMarks, gateMarks } from './gates.ts';
import { type Lane, lanesOf } from './lanes.ts';
import type { Layout } from './layout.ts';
import { type Mark, mark } from './mark.ts';
import type { BoardModel, Wall } from './model.ts';
import { pillPlace, rampartMarks, rampartsOf, rateText, reachOf } from './ramparts.ts';
import { placeOf, sheetMarks } from './sheets.ts';

/** An arc as it looks at one moment. */
export type RibbonPose = {
  readonly lane: Lane;
  /** Opacity of the coloured band and of its light. */
  readonly alpha: number;
  readonly shine: number;
  /** How far the bright dashes have moved, in periods, 0..1. */
  readonly dash: number;
};

/** Everything that moves or may change, at one moment, back to front. */
export type Pose = {
  readonly below: readonly Mark[];
  readonly ribbons: readonly RibbonPose[];
  readonly above: readonly Mark[];
};

/** Units a second that the dashes travel, and units from one dash to the next. */
const DASH_SPEED = 46;
export const DASH_PERIOD = 74;

const ribbonOf = (lane: Lane, layout: Layout, time: number): RibbonPose => {
  const heat = clamp01(lane.change);
  const dash = (time * DASH_SPEED * layout.unit) / 1000 / (DASH_PERIOD * layout.unit);
  return {
    lane,
    alpha: 0.5 + 0.42 * heat,
    shine: 0.45 + 0.55 * clamp01(lane.change / 1.4),
    dash: dash - Math.floor(dash),
  };
};

/** The share of an arc at which it comes to within `reach` of the medallion at its end. */
const shareAt = (lane: Lane, end: Point, reach: number): number => {
  const { points } = lane.curve;
  const found = points.findIndex((point, i) => i > points.length / 2 && distance(point, end) <= reach);
  return found < 0 ? 1 : found / (points.length - 1);
};

/** The arc's point: at the wall that it runs against, or at the medallion. */
const arrowMarks = (ribbon: RibbonPose, layout: Layout, model: BoardModel): readonly Mark[] => {
  const { lane } = ribbon;
  const reach = reachOf(layout, model.walls, lane.to, lane.from) + 9 * layout.unit;
  const u = Math.min(
    shareAt(lane, layout.medallions[lane.to], reach),
    1 - (6 * layout.unit) / lane.curve.length,
  );
  const { x, y } = pointOn(lane.curve, u);
  const scale = 0.5 + 0.5 * clamp01(lane.width / (16 * layout.unit));
  return [
    mark(`arrow:${lane.from}`, x, y, { turn: headingOn(lane.curve, u - 0.005), scale, alpha: ribbon.alpha }),
  ];
};

const leaderMarks = (layout: Layout, seat: Seat): readonly Mark[] => {
  const [place, centre] = [layout.places[seat], layout.medallions[seat]];
  const reach = distance(place, centre);
  if (reach < layout.radius * 0.8) return [];
  const middle = between(place, centre, 0.5);
  return [
    mark('track', middle.x, middle.y, {
      scaleX: reach / (100 * layout.unit),
      turn: bearing(place, centre),
      alpha: 0.75,
    }),
    mark(`dot:${seat}`, place.x, place.y, { scale: 1.1 }),
  ];
};

/** A capital: its medallion with halo and name, dim while nobody sits there, ringed in white for the viewer. */
const capitalMarks = (layout: Layout, model: BoardModel, seat: Seat, time: number): readonly Mark[] => {
  const { x, y } = layout.medallions[seat];
  const capital = model.capitals[seat];
  const isViewer = model.viewer === seat;
  const breath = 0.5 + 0.5 * Math.sin(time / 1400 + SEATS.indexOf(seat) * 2.1);
  const presence = capital.presence === 'vacant' ? 0.45 : capital.presence === 'standIn' ? 0.75 : 1;
  const label = layout.labels[seat];
  return [
    mark(`halo:${seat}`, x, y, {
      scale: (isViewer ? 1.5 : 1.3) + 0.05 * breath,
      alpha: (isViewer ? 0.62 : 0.46) * presence + 0.1 * breath,
      glow: true,
    }),
    mark('medallionShadow', x, y + 5 * layout.unit),
    mark(`medallion:${seat}`, x, y, { tint: presence === 1 ? 0xffffff : 0x9aa4ae }),
    mark(`ring:${seat}`, x, y, { scale: isViewer ? 1.06 : 1, alpha: presence * (isViewer ? 1 : 0.85) }),
    ...(isViewer ? [mark('ring:white', x, y, { scale: 1.19, alpha: 0.34 + 0.2 * breath })] : []),
    ...(capital.ready ? [mark('light', x + layout.radius * 0.78, y - layout.radius * 0.78)] : []),
    mark(`label:${seat}:${capital.name}|${capital.local}`, label.x, label.y),
  ];
};

/** While a round closes, the edges keep glowing faintly. */
const closingMarks = (layout: Layout, model: BoardModel, time: number): readonly Mark[] => {
  if (model.phase !== 'closing') return [];
  const { width, height, unit } = layout;
  const [scaleX, scaleY] = [width / (100 * unit), height / (100 * unit)];
  const alpha = 0.32 + 0.08 * Math.sin(time / 700);
  return [mark('edge', width / 2, height / 2, { scaleX, scaleY, alpha, glow: true })];
};

const pillMarks = (layout: Layout, ramparts: readonly (readonly Wall[])[]): readonly Mark[] =>
  ramparts.map((walls) => {
    const { x, y } = pillPlace(layout, walls);
    return mark(`pill:${walls[0].importer}:${rateText(walls)}`, x, y);
  });

/** The board at a time in ms. Pure; time only moves what drifts: dashes, cargo, halos, hovering sheets. */
export const pose = (model: BoardModel, layout: Layout, time: number): Pose => {
  const lanes = lanesOf(model, layout);
  const ribbons = lanes.map((lane) => ribbonOf(lane, layout, time));
  const { ocean } = layout;
  const ramparts = rampartsOf(model);
  return {
    below: [
      mark(`ocean:${model.ocean}`, ocean.x, ocean.y, { turn: ocean.turn }),
      ...closingMarks(layout, model, time),
    ],
    ribbons,
    above: [
      ...ribbons.flatMap((ribbon) => arrowMarks(ribbon, layout, model)),
      ...lanes.flatMap((lane, i) => cargoMarks(lane, layout, time, i)),
      ...gateMarks(layout, model),
      ...SEATS.flatMap((seat) => leaderMarks(layout, seat)),
      ...ramparts.flatMap((walls) => rampartMarks(layout, walls)),
      ...SEATS.flatMap((seat) => capitalMarks(layout, model, seat, time)),
      ...bondMarks(layout, model),
      ...pillMarks(layout, ramparts),
      ...model.sheets.flatMap((sheet) =>
        sheetMarks(layout, sheet, placeOf(layout, sheet, model.sheets), time),
      ),
    ],
  };
};
