import { bySeat } from '#shared/seats';
import type { BakedMap } from '../bakedMap.ts';
import { readLand } from './land.ts';
import { paintMap } from './paintMap.ts';
import { CAPITALS, IN_SIGHT, OCEAN_NAME } from './places.ts';
import { boardProjection, type Frame } from './projection.ts';

/** The two maps: landscape screens, and portrait or square ones. */
const FRAMES: Readonly<Record<'wide' | 'tall', Frame>> = {
  wide: { width: 2880, height: 1960, unit: 2, spread: 2.7, tilt: 0.05, scale: 524, centre: [1392, 1500] },
  tall: { width: 1500, height: 1560, unit: 2, spread: 3.1, tilt: 0.44, scale: 310, centre: [790, 1030] },
};

const shapeName = new URLSearchParams(location.search).get('shape') === 'tall' ? 'tall' : 'wide';

const bake = (): BakedMap => {
  const frame = FRAMES[shapeName];
  const at = boardProjection(frame);
  const toPixel = (place: readonly [number, number]): readonly [number, number] => {
    const [x, y] = at([place[0], place[1]]) ?? [0, 0];
    return [Math.round(x), Math.round(y)];
  };
  const canvas = document.querySelector('canvas');
  if (!canvas) throw new Error('no canvas');
  paintMap(canvas, frame, at, readLand());
  const seen = IN_SIGHT[shapeName].map(toPixel);
  const xs = seen.map(([x]) => x);
  const ys = seen.map(([, y]) => y);
  return {
    width: frame.width,
    height: frame.height,
    capitals: bySeat((seat) => toPixel(CAPITALS[seat])),
    focus: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)],
    ocean: [toPixel(OCEAN_NAME[shapeName][0]), toPixel(OCEAN_NAME[shapeName][1])],
  };
};

Object.assign(window, { baked: bake() });
