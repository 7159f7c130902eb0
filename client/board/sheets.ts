import { SEATS, type Seat } from '#shared/seats';
import { bearing, between, type Point } from './curve.ts';
import { curvesOf } from './lanes.ts';
import type { Layout } from './layout.ts';
import { type Art, type Mark, mark } from './mark.ts';
import type { Sheet } from './model.ts';

/** Where and how a sheet of paper lies. */
export type SheetPlace = Point & { readonly scale: number; readonly turn: number };

const sorted = (parties: readonly Seat[]): readonly Seat[] => SEATS.filter((seat) => parties.includes(seat));

/** The seats of a sheet as one word, in the fixed order: `US+KR`. */
export const partiesKey = (parties: readonly Seat[]): string => sorted(parties).join('+');

const above = (point: Point, units: number, layout: Layout): Point => ({
  x: point.x,
  y: point.y - units * layout.unit,
});

/** Keeps a sheet's whole paper inside the board. */
const inside = (point: Point, layout: Layout): Point => ({
  x: Math.min(layout.width - 40 * layout.unit, Math.max(40 * layout.unit, point.x)),
  y: Math.min(layout.height - 54 * layout.unit, Math.max(54 * layout.unit, point.y)),
});

/** Where sheets among these seats gather: beside their link, where no arc runs. */
export const meetingPlace = (layout: Layout, parties: readonly Seat[]): Point =>
  inside(besideLink(layout, partiesKey(parties)), layout);

const besideLink = (layout: Layout, key: string): Point => {
  const { US, KR, CN } = layout.medallions;
  const { unit } = layout;
  const isTall = layout.shape === 'tall';
  if (key === 'US+KR') return above(between(KR, US, isTall ? 0.44 : 0.42), isTall ? 70 : 72, layout);
  if (key === 'US+CN') return above(middleOf(layout, 'CN>US:goods', between(CN, US, 0.5)), 62, layout);
  if (key === 'KR+CN')
    return { x: between(CN, KR, 0.36).x, y: Math.max(CN.y, KR.y) + (isTall ? 84 : 96) * unit };
  return isTall
    ? { x: between(KR, US, 0.88).x, y: KR.y - 10 * unit }
    : { x: between(KR, US, 0.66).x, y: Math.max(KR.y, US.y) + 140 * unit };
};

const middleOf = (layout: Layout, key: string, otherwise: Point): Point => {
  const curve = curvesOf(layout).get(key);
  return curve ? curve.points[Math.floor(curve.points.length * 0.42)] : otherwise;
};

/** Offers lie fanned out like cards, the newest on top; many shrink. */
const openPlace = (layout: Layout, sheet: Sheet, index: number, count: number): SheetPlace => {
  const base = meetingPlace(layout, sheet.parties);
  const scale = (sheet.waits ? 1.1 : 0.86) * (count > 2 ? 0.82 : 1) * (layout.isCompact ? 0.86 : 1);
  const spread = (index - (count - 1) / 2) * Math.min(30, 90 / count) * layout.unit;
  return {
    x: base.x + spread,
    y: base.y - Math.abs(spread) * 0.12,
    scale,
    turn: 0.05 + (index - (count - 1) / 2) * 0.08,
  };
};

/** Treaties rest on the link itself, as small scrolls in a row. */
const signedPlace = (layout: Layout, sheet: Sheet, index: number, count: number): SheetPlace => {
  const base = restingPlace(layout, sheet.parties);
  const step = Math.min(24, 120 / count) * layout.unit;
  const angle = partiesKey(sheet.parties) === 'KR+CN' ? Math.PI / 2 : linkAngle(layout, sheet.parties);
  const along = (index - (count - 1) / 2) * step;
  return {
    x: base.x + Math.cos(angle) * along,
    y: base.y + Math.sin(angle) * along,
    scale: layout.isCompact ? 0.86 : 1,
    turn: -0.04,
  };
};

const linkAngle = (layout: Layout, parties: readonly Seat[]): number => {
  if (parties.length !== 2) return 0;
  const [a, b] = sorted(parties).map((seat) => layout.medallions[seat]);
  return a.x < b.x ? bearing(a, b) : bearing(b, a);
};

const restingPlace = (layout: Layout, parties: readonly Seat[]): Point => {
  const { US, KR, CN } = layout.medallions;
  const key = partiesKey(parties);
  if (key === 'US+KR') return above(between(KR, US, 0.6), -30, layout);
  if (key === 'US+CN') return middleOf(layout, 'CN>US:goods', between(CN, US, 0.62));
  if (key === 'KR+CN') {
    const { x, y } = meetingPlace(layout, parties);
    return inside({ x: x - 64 * layout.unit, y }, layout);
  }
  return above(meetingPlace(layout, parties), -66, layout);
};

const sameGroup = (a: Sheet, b: Sheet): boolean =>
  a.state === b.state && partiesKey(a.parties) === partiesKey(b.parties);

/** Where a sheet lies among the others of its parties. */
export const placeOf = (layout: Layout, sheet: Sheet, sheets: readonly Sheet[]): SheetPlace => {
  const group = sheets.filter((other) => sameGroup(other, sheet));
  const found = group.findIndex((other) => other.id === sheet.id);
  const [index, count] = found < 0 ? [group.length, group.length + 1] : [found, group.length];
  return sheet.state === 'open'
    ? openPlace(layout, sheet, index, count)
    : signedPlace(layout, sheet, index, count);
};

/** The picture of a sheet: its parties, from whom, and whether it is sealed. */
export const sheetArt = (sheet: Pick<Sheet, 'parties' | 'from' | 'sealed' | 'state'>): Art => {
  const parties = [sheet.from, ...sorted(sheet.parties).filter((seat) => seat !== sheet.from)].join('+');
  const seal = sheet.sealed ? 'sealed' : 'plain';
  return sheet.state === 'signed'
    ? `scroll:${partiesKey(sheet.parties)}:${seal}`
    : `sheet:${parties}:${seal}`;
};

/** A hovering or resting sheet at a time in ms. */
export const sheetMarks = (
  layout: Layout,
  sheet: Sheet,
  place: SheetPlace,
  time: number,
): readonly Mark[] => {
  const { unit } = layout;
  const phase = time / 1000 + sheet.id.length * 1.7 + place.x * 0.05;
  const lift = sheet.state === 'open' ? (3 + 2.2 * Math.sin(phase * 1.5)) * unit : 0;
  const paper = mark(sheetArt(sheet), place.x, place.y - lift, {
    scale: place.scale,
    turn: place.turn + (sheet.state === 'open' ? 0.012 * Math.sin(phase * 1.1) : 0),
    alpha: sheet.mine || sheet.state === 'signed' ? 1 : 0.88,
    tint: sheet.ends ? 0xb4a8a0 : 0xffffff,
  });
  if (sheet.ends) return [paper, mark('cross', place.x, place.y, { scale: 0.6 * place.scale, alpha: 0.9 })];
  if (sheet.state === 'signed') return [paper];
  const shadow = mark('sheetShadow', place.x + 5 * unit, place.y + 7 * unit + lift, {
    scale: place.scale,
    turn: place.turn,
    alpha: 0.75,
  });
  if (!sheet.waits) return [shadow, paper];
  const pulse = 0.5 + 0.5 * Math.sin(phase * 2);
  const glow = mark('sheetGlow', place.x, place.y - lift, {
    scale: place.scale,
    turn: place.turn,
    alpha: 0.5 + 0.45 * pulse,
  });
  return [shadow, glow, paper];
};
