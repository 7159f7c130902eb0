import { around, headingOn, type Point, pointOn } from './curve.ts';
import { curvesOf } from './lanes.ts';
import type { Layout } from './layout.ts';
import { type Mark, mark } from './mark.ts';
import { type Barrier, type BoardModel, type Bond, flowKey } from './model.ts';

/** Which arc a gate stands on, and how far along it. */
const placeOnArc = (layout: Layout, barrier: Barrier): { readonly key: string; readonly at: number } => {
  const { of, against, kind } = barrier;
  const known = curvesOf(layout);
  const outward = flowKey({ from: of, to: against, kind: 'goods' });
  const inward = flowKey({ from: against, to: of, kind: 'goods' });
  if (kind === 'coercion') return { key: inward, at: 0.55 };
  if (kind === 'farm') return { key: inward, at: 0.8 };
  if (kind === 'rareEarths') return { key: outward, at: 0.3 };
  const chips = flowKey({ from: of, to: against, kind: 'chips' });
  return known.has(chips) ? { key: chips, at: 0.24 } : { key: outward, at: 0.24 };
};

/** Units between two gates on one arc. */
const SPACING = 34;

/** Where a gate stands; several on one arc stand one behind the other. */
export const gatePlace = (
  layout: Layout,
  barrier: Barrier,
  barriers: readonly Barrier[],
): Point & { readonly turn: number } => {
  const { key, at } = placeOnArc(layout, barrier);
  const before = barriers
    .slice(0, Math.max(0, barriers.indexOf(barrier)))
    .filter((other) => other.level > 0 && placeOnArc(layout, other).key === key).length;
  const curve = curvesOf(layout).get(key);
  if (!curve) return { ...layout.medallions[barrier.of], turn: 0 };
  const u = Math.min(0.92, at + (before * SPACING * layout.unit) / curve.length);
  return { ...pointOn(curve, u), turn: headingOn(curve, u) };
};

/** The gates that are not open. Between two levels the new leaf fades in over the old one. */
export const gateMarks = (layout: Layout, model: BoardModel): readonly Mark[] =>
  model.barriers.flatMap((barrier) => {
    if (barrier.level <= 0) return [];
    const { x, y } = gatePlace(layout, barrier, model.barriers);
    const scale = layout.isCompact ? 0.92 : 1;
    const half = Math.min(1, barrier.level);
    const shut = Math.max(0, barrier.level - 1);
    const kind = barrier.kind;
    return [
      mark(`gate:${kind}:half`, x, y, { scale: scale * (0.7 + 0.3 * half), alpha: half * (1 - shut) }),
      mark(`gate:${kind}:shut`, x, y, { scale: scale * (0.85 + 0.15 * shut), alpha: shut }),
    ].filter((leaf) => leaf.alpha > 0);
  });

/** A tie is pinned to a medallion's lower rim, on the side of the partner: an ally's shield on who is protected. */
const bondPlace = (layout: Layout, bond: Bond): Point => {
  const [seat, partner] = bond.kind === 'security' ? [bond.against, bond.of] : [bond.of, bond.against];
  const isRight = layout.medallions[partner].x > layout.medallions[seat].x;
  return around(layout.medallions[seat], isRight ? 0.98 : Math.PI - 0.98, layout.radius * 1.04);
};

/** Alliances and agreements that are more than dormant: an emblem on the link. */
export const bondMarks = (layout: Layout, model: BoardModel): readonly Mark[] =>
  model.bonds
    .filter((bond) => bond.level > 0)
    .flatMap((bond) => {
      const { x, y } = bondPlace(layout, bond);
      const strength = bond.level / 2;
      return [
        mark('halo:gold', x, y, { scale: 0.5 + 0.4 * strength, alpha: 0.3 + 0.3 * strength, glow: true }),
        mark(`bond:${bond.kind}`, x, y, { scale: 0.8 + 0.2 * strength, alpha: Math.min(1, bond.level) }),
      ];
    });
