import { between, type Point } from './curve.ts';
import { clamp01, mix, swell } from './ease.ts';
import type { BoardEvent } from './event.ts';
import type { Layout } from './layout.ts';
import type { Sheet } from './model.ts';
import { placeOf } from './sheets.ts';

/** What is seen of the board: its top left corner in the board's units, and how close. */
export type Gaze = { readonly x: number; readonly y: number; readonly zoom: number };

/** The whole board. */
export const WHOLE: Gaze = { x: 0, y: 0, zoom: 1 };

/** An event that the eye is led to, and when it begins, in ms of the board's clock. */
export type Lead = { readonly event: BoardEvent; readonly start: number };

/** Somebody points at the board, or has stopped to, since a time. */
export type Grip = { readonly isOn: boolean; readonly since: number };

/** Nobody ever did. */
export const NO_GRIP: Grip = { isOn: false, since: Number.NEGATIVE_INFINITY };

/** Out and back takes this long, ms; nothing else leads the eye meanwhile. */
export const LEAD_MS = 2400;
const CLOSER = 0.1;
const CLOSER_ON_PHONES = 0.06;
/** How fast the view is straight again under somebody's hand, ms. */
const LET_GO_MS = 250;

/** Whether an event is worth leading the eye to: something was signed, a wall or gate moves, news is in. */
export const isLeading = ({ kind }: BoardEvent): boolean =>
  kind === 'signed' || kind === 'wallMoved' || kind === 'barrierMoved' || kind === 'newsRevealed';

const focusOf = (event: BoardEvent, layout: Layout, sheets: readonly Sheet[]): Point | null => {
  const { medallions, width, height } = layout;
  switch (event.kind) {
    case 'signed':
      return placeOf(layout, event.sheet, sheets);
    case 'wallMoved':
      return between(medallions[event.importer], medallions[event.exporter], 0.2);
    case 'barrierMoved':
      return between(medallions[event.of], medallions[event.against], 0.3);
    case 'newsRevealed':
      return { x: width * 0.52, y: height * 0.3 };
    default:
      return null;
  }
};

/** Where a stretch of the board begins that is led toward a focus, without ever leaving the board. */
const edge = (focus: number, length: number, zoom: number, pull: number): number => {
  const seen = length / zoom;
  return Math.min(length - seen, Math.max(0, mix(length / 2, focus, pull) - seen / 2));
};

const freedom = ({ isOn, since }: Grip, now: number): number => {
  const passed = clamp01((now - since) / LET_GO_MS);
  return isOn ? 1 - passed : passed;
};

/** The view at a time: a little closer to what is happening and back, and the whole board as soon as somebody points at it. Pure. */
export const gazeAt = (
  leads: readonly Lead[],
  grip: Grip,
  {
    layout,
    sheets,
    now,
  }: { readonly layout: Layout; readonly sheets: readonly Sheet[]; readonly now: number },
): Gaze => {
  const lead = leads.find(({ start }) => now >= start && now < start + LEAD_MS);
  const pull = lead === undefined ? 0 : swell((now - lead.start) / LEAD_MS, 0.3, 0.55) * freedom(grip, now);
  const focus = lead === undefined || pull === 0 ? null : focusOf(lead.event, layout, sheets);
  if (focus === null) return WHOLE;
  const zoom = 1 + (layout.isCompact ? CLOSER_ON_PHONES : CLOSER) * pull;
  return {
    x: edge(focus.x, layout.width, zoom, pull),
    y: edge(focus.y, layout.height, zoom, pull),
    zoom,
  };
};
