import type { Seat } from '#shared/seats';
import { around, bearing, type Curve, cubicCurve, distance } from './curve.ts';
import { type Layout, leftFirst } from './layout.ts';
import { type BoardModel, type Flow, type FlowKind, flowKey } from './model.ts';

/** An arc that is drawn: one stream, or several that share it. */
export type Lane = {
  readonly key: string;
  readonly from: Seat;
  readonly to: Seat;
  readonly kind: FlowKind;
  readonly flows: readonly Flow[];
  readonly curve: Curve;
  /** CSS pixels for what flows now, and for what flowed in 2024. */
  readonly width: number;
  readonly bed: number;
  /** Present volume over the base, 1 for what is new. */
  readonly change: number;
};

/**
 * The fan of arcs of each pair, in degrees from the straight line between the two medallions: positive bends up.
 * A slot is fixed, so that an arc never jumps when another one appears.
 */
type Slot = { readonly from: Seat; readonly to: Seat; readonly kind: FlowKind; readonly bend: number };
const slot = (from: Seat, to: Seat, kind: FlowKind, bend: number): Slot => ({ from, to, kind, bend });

const FANS: Readonly<Record<'full' | 'compact', readonly Slot[]>> = {
  full: [
    slot('CN', 'US', 'goods', 44),
    slot('US', 'CN', 'goods', 30),
    slot('US', 'CN', 'chips', 18),
    slot('KR', 'US', 'chips', 10),
    slot('KR', 'US', 'goods', -4),
    slot('US', 'KR', 'goods', -20),
    slot('US', 'KR', 'energy', -33),
    slot('KR', 'US', 'investment', -46),
    slot('CN', 'KR', 'investment', 58),
    slot('CN', 'KR', 'goods', 30),
    slot('KR', 'CN', 'goods', -6),
    slot('KR', 'CN', 'chips', -44),
  ],
  compact: [
    slot('CN', 'US', 'goods', 44),
    slot('US', 'CN', 'goods', 28),
    slot('KR', 'US', 'chips', 10),
    slot('KR', 'US', 'goods', -6),
    slot('US', 'KR', 'goods', -24),
    slot('KR', 'US', 'investment', -44),
    slot('CN', 'KR', 'goods', 34),
    slot('KR', 'CN', 'goods', -8),
    slot('KR', 'CN', 'chips', -50),
  ],
};

/** Streams under this size (USD bn a year) ride on the goods' arc instead of having their own. */
const OWN_ARC_FROM = 1.5;

/** The width of an arc in units: grows with the root, so that 5 bn and 450 bn can both be read. */
export const arcWidth = (value: number): number => (value <= 0 ? 0 : 2 + 0.72 * Math.sqrt(value));

const slotsOf = (layout: Layout): readonly Slot[] => FANS[layout.isCompact ? 'compact' : 'full'];

const RADIANS = Math.PI / 180;

const curveOf = (layout: Layout, place: Slot): Curve => {
  const [left, right] = leftFirst(layout, place.from, place.to);
  const [a, b] = [layout.medallions[left], layout.medallions[right]];
  const chord = bearing(a, b);
  const out = chord - place.bend * RADIANS;
  const back = chord + Math.PI + place.bend * RADIANS;
  const rim = layout.radius + 3 * layout.unit;
  const gap = distance(a, b) - 2 * rim;
  const reach = Math.max(0.36 * gap, 30 * layout.unit * Math.abs(Math.sin(place.bend * RADIANS)));
  const [start, end] = [around(a, out, rim), around(b, back, rim)];
  const [pullA, pullB] = [around(a, out, rim + reach), around(b, back, rim + reach)];
  return place.from === left ? cubicCurve(start, pullA, pullB, end) : cubicCurve(end, pullB, pullA, start);
};

const curves = new WeakMap<Layout, ReadonlyMap<string, Curve>>();

/** Every arc's curve for a layout, by flow key; worked out once per layout. */
export const curvesOf = (layout: Layout): ReadonlyMap<string, Curve> => {
  const known = curves.get(layout);
  if (known) return known;
  const fresh = new Map(slotsOf(layout).map((place) => [flowKey(place), curveOf(layout, place)]));
  curves.set(layout, fresh);
  return fresh;
};

const sum = (flows: readonly Flow[], of: 'value' | 'base'): number =>
  flows.reduce((total, flow) => total + flow[of], 0);

/** The streams that each arc carries: its own, and on the goods' arcs those that have none. */
const carriedBy = (model: BoardModel, place: Slot, keys: ReadonlySet<string>): readonly Flow[] =>
  model.flows.filter((flow) => {
    if (flow.from !== place.from || flow.to !== place.to) return false;
    if (flow.kind === place.kind) return place.kind === 'goods' || ownsArc(flow);
    return place.kind === 'goods' && !(keys.has(flowKey(flow)) && ownsArc(flow));
  });

const ownsArc = (flow: Flow): boolean => Math.max(flow.value, flow.base) >= OWN_ARC_FROM;

/** The arcs of a situation, in their fixed order. */
export const lanesOf = (model: BoardModel, layout: Layout): readonly Lane[] => {
  const places = slotsOf(layout);
  const keys = new Set(places.map(flowKey));
  const known = curvesOf(layout);
  return places.flatMap((place): readonly Lane[] => {
    const flows = carriedBy(model, place, keys);
    const curve = known.get(flowKey(place));
    const [value, base] = [sum(flows, 'value'), sum(flows, 'base')];
    if (!curve || Math.max(value, base) <= 0) return [];
    const { from, to, kind } = place;
    const width = arcWidth(value) * layout.unit;
    const bed = arcWidth(base) * layout.unit;
    return [
      { key: flowKey(place), from, to, kind, flows, curve, width, bed, change: base > 0 ? value / base : 1 },
    ];
  });
};
