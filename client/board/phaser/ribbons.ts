import { BlendModes, GameObjects, type Scene } from 'phaser';
import { colourNumber, THEME } from '../../theme.ts';
import type { Curve } from '../curve.ts';
import type { Lane } from '../lanes.ts';
import type { Layout } from '../layout.ts';
import { DASH_PERIOD, type RibbonPose } from '../pose.ts';
import { BAND_SHARE, DASHES } from './ribbonTextures.ts';

/** Phaser leaves the tint of a mesh out of its types. */
type TintableMesh = GameObjects.Mesh2D & { setTint(colour: number): TintableMesh };

const stripIndices = (segments: number): number[] => {
  const indices: number[] = [];
  for (let i = 0; i < segments; i++) {
    const a = i * 2;
    indices.push(a, a + 1, a + 2, 0, a + 1, a + 2, a + 3, 0);
  }
  return indices;
};

/** Sets a strip along a curve; `reach`: half its height in pixels, `shift`: how far down it lies, growing to the middle. */
const follow = (mesh: GameObjects.Mesh2D, curve: Curve, reach: number, shift: number): void => {
  const { points } = curve;
  const last = points.length - 1;
  points.forEach((point, i) => {
    const [before, after] = [points[Math.max(0, i - 1)], points[Math.min(last, i + 1)]];
    const length = Math.hypot(after.x - before.x, after.y - before.y) || 1;
    const nx = -(after.y - before.y) / length;
    const ny = (after.x - before.x) / length;
    // The highlight stays on the upper side, whichever way the arc runs.
    const side = after.x >= before.x ? 1 : -1;
    const u = i / last;
    const drop = shift * 4 * u * (1 - u);
    const at = i * 8;
    mesh.vertices[at] = point.x - nx * reach * side;
    mesh.vertices[at + 1] = point.y - ny * reach * side + drop;
    mesh.vertices[at + 4] = point.x + nx * reach * side;
    mesh.vertices[at + 5] = point.y + ny * reach * side + drop;
  });
};

const spread = (mesh: GameObjects.Mesh2D, uAt: (share: number) => number): void => {
  const count = mesh.vertices.length / 8;
  for (let i = 0; i < count; i++) {
    const u = uAt(i / (count - 1));
    mesh.vertices[i * 8 + 2] = u;
    mesh.vertices[i * 8 + 6] = u;
  }
};

const newStrip = (scene: Scene, texture: string, samples: number): TintableMesh => {
  const vertices = Array.from({ length: samples * 8 }, (_, i) => (i % 8 === 3 ? 1 : 0));
  const indices = stripIndices(samples - 1);
  const mesh = new GameObjects.Mesh2D(scene, 0, 0, texture, vertices, indices) as TintableMesh;
  mesh.indicesOrdered = indices;
  mesh.useOrderedIndices = true;
  spread(mesh, (share) => share);
  return mesh;
};

type Strips = Readonly<Record<'shadow' | 'glow' | 'bed' | 'core' | 'dash', TintableMesh>>;

const DASH_TINT: Readonly<Record<Lane['kind'], string>> = {
  goods: '#ffffff',
  chips: '#e4dcff',
  energy: THEME.energy,
  investment: THEME.gold,
};

/** The layers that ribbons are drawn on, back to front: all shadows first, so that no ribbon darkens another one. */
export type RibbonLayers = Readonly<Record<keyof Strips, GameObjects.Layer>>;

/** Draws arcs as textured strips along their curves. */
export type RibbonPainter = {
  readonly paint: (ribbons: readonly RibbonPose[], layout: Layout) => void;
  readonly clear: () => void;
};

export const ribbonPainter = (scene: Scene, layers: RibbonLayers): RibbonPainter => {
  const known = new Map<string, Strips>();

  const make = (lane: Lane): Strips => {
    const samples = lane.curve.points.length;
    const strips: Strips = {
      shadow: newStrip(scene, 'ribbon/shadow', samples),
      glow: newStrip(scene, `ribbon/glow/${lane.from}`, samples),
      bed: newStrip(scene, `ribbon/bed/${lane.from}`, samples),
      core: newStrip(scene, `ribbon/core/${lane.from}`, samples),
      dash: newStrip(scene, 'ribbon/dash', samples),
    };
    strips.glow.setBlendMode(BlendModes.ADD);
    strips.dash.setTint(colourNumber(DASH_TINT[lane.kind]));
    for (const part of Object.keys(strips) as (keyof Strips)[]) layers[part].add(strips[part]);
    return strips;
  };

  const shape = (strips: Strips, { lane, alpha, shine, dash }: RibbonPose, layout: Layout): void => {
    const { curve, width } = lane;
    const { unit } = layout;
    const lift = Math.min(26 * unit, curve.length * 0.05);
    follow(strips.shadow, curve, (width * 0.9 + 12 * unit) / BAND_SHARE, lift);
    follow(strips.glow, curve, (width * 0.5 + 11 * unit) / BAND_SHARE, 0);
    follow(strips.bed, curve, lane.bed / 2 / BAND_SHARE, 0);
    follow(strips.core, curve, width / 2 / BAND_SHARE, 0);
    follow(strips.dash, curve, Math.max(3.2 * unit, width * 0.42) / BAND_SHARE, 0);
    const periods = Math.min(DASHES - 1, curve.length / (DASH_PERIOD * unit));
    spread(strips.dash, (share) => (share * periods + 1 - dash) / DASHES);
    strips.shadow.setAlpha(0.45);
    strips.glow.setAlpha(0.62 * shine);
    strips.bed.setAlpha(lane.bed > width + unit ? 0.75 : 0);
    strips.core.setAlpha(width > 0 ? alpha : 0);
    strips.dash.setAlpha(width > 0 ? 0.55 + 0.4 * shine : 0);
  };

  return {
    paint: (ribbons, layout) => {
      const wanted = new Set(ribbons.map((ribbon) => ribbon.lane.key));
      for (const [key, strips] of known)
        for (const strip of Object.values(strips)) strip.setVisible(wanted.has(key));
      for (const ribbon of ribbons) {
        const strips = known.get(ribbon.lane.key) ?? make(ribbon.lane);
        known.set(ribbon.lane.key, strips);
        shape(strips, ribbon, layout);
      }
    },
    clear: () => {
      for (const strips of known.values()) for (const strip of Object.values(strips)) strip.destroy();
      known.clear();
    },
  };
};
