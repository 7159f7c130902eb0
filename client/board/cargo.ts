import { headingOn, pointOn } from './curve.ts';
import { clamp01 } from './ease.ts';
import type { Lane } from './lanes.ts';
import type { Layout } from './layout.ts';
import { type Art, type Mark, mark } from './mark.ts';
import type { Flow } from './model.ts';

/** Units between two pieces of cargo on an arc, and units a second that they travel. */
const SPACING = { full: 170, compact: 120 };
const SPEED = 22;

const artOf = (flow: Flow): Art => {
  if (flow.kind === 'chips') return 'chip';
  if (flow.kind === 'energy') return 'tanker';
  return flow.kind === 'investment' ? 'coin' : `ship:${flow.from}`;
};

/** How many pieces an arc of some length carries at once. */
export const cargoCount = (length: number, layout: Layout): number => {
  const spacing = SPACING[layout.isCompact ? 'compact' : 'full'] * layout.unit;
  return Math.min(5, Math.max(1, Math.round(length / spacing)));
};

/** What each of `count` pieces is, in proportion to what the arc carries: largest remainder, the largest stream first. */
export const shareOut = (flows: readonly Flow[], count: number): readonly Flow[] => {
  const total = flows.reduce((sum, flow) => sum + flow.value, 0);
  if (total <= 0) return [];
  const claims = flows.map((flow) => ({ flow, exact: (flow.value / total) * count }));
  const given = new Map(claims.map(({ flow, exact }) => [flow, Math.floor(exact)]));
  const left = count - [...given.values()].reduce((sum, n) => sum + n, 0);
  const byRest = [...claims].sort((a, b) => (b.exact % 1) - (a.exact % 1));
  for (const { flow } of byRest.slice(0, left)) given.set(flow, (given.get(flow) ?? 0) + 1);
  return claims.flatMap(({ flow }) => Array.from({ length: given.get(flow) ?? 0 }, () => flow));
};

const isUpright = (art: Art): boolean => art === 'chip' || art === 'coin';

/** The ships, chips and coins on an arc at a time in ms. Ships sail keel down whichever way they go. */
export const cargoMarks = (lane: Lane, layout: Layout, time: number, index: number): readonly Mark[] => {
  const count = cargoCount(lane.curve.length, layout);
  const pieces = shareOut(lane.flows, count);
  const speed = (SPEED * layout.unit) / lane.curve.length / 1000;
  const size = (layout.isCompact ? 0.95 : 0.9) * (0.82 + 0.18 * clamp01(lane.width / (14 * layout.unit)));
  return pieces.map((flow, i) => {
    const u = (i / count + 0.5 / count + index * 0.137 + time * speed) % 1;
    const art = artOf(flow);
    const { x, y } = pointOn(lane.curve, u);
    const heading = headingOn(lane.curve, u);
    const isLeftward = Math.cos(heading) < 0;
    const turn = isUpright(art) ? 0 : isLeftward ? heading - Math.PI : heading;
    const edge = (26 * layout.unit) / lane.curve.length;
    const alpha = clamp01((u - edge * 0.4) / edge) * clamp01((1 - u - edge * 0.4) / edge);
    const lift = isUpright(art) ? 0 : 5 * layout.unit * size;
    return mark(art, x, y - lift, {
      scaleX: isLeftward && !isUpright(art) ? -size : size,
      scaleY: size,
      turn,
      alpha,
    });
  });
};
