import { type GeoProjection, geoProjection } from 'd3-geo';

/** A frame for one shape of screen: how far the near east is spread and how far the picture is tilted. */
export type Frame = {
  readonly width: number;
  readonly height: number;
  /** How many times the surroundings of Seoul are enlarged. */
  readonly spread: number;
  /** In-plane tilt in radians; it lifts the right-hand side. */
  readonly tilt: number;
  /** Bake pixels for one pixel of a screen that shows the whole frame at half size. */
  readonly unit: number;
  /** Bake pixels for one radian of the raw projection. */
  readonly scale: number;
  /** Bake pixel of the projection's centre. */
  readonly centre: readonly [number, number];
};

const RADIANS = Math.PI / 180;
const MIDDLE_LONGITUDE = 165;
const SPREAD_RADIUS = 0.42;

/** Degrees of map drawn for a degree of longitude: the empty Pacific is squeezed, Alaska a little. */
const SQUEEZE: readonly (readonly [longitude: number, slope: number])[] = [
  [138, 1],
  [156, 0.24],
  [190, 0.24],
  [203, 0.56],
  [222, 0.56],
  [240, 1],
];

const slopeAt = (longitude: number): number => {
  const after = SQUEEZE.findIndex(([edge]) => longitude < edge);
  if (after <= 0) return 1;
  const [x0, y0] = SQUEEZE[after - 1];
  const [x1, y1] = SQUEEZE[after];
  const t = (longitude - x0) / (x1 - x0);
  return y0 + (y1 - y0) * t * t * (3 - 2 * t);
};

/** Longitudes relative to the middle, squeezed: a table of half degrees, integrated once. */
const squeezed: readonly number[] = (() => {
  const sums = [0];
  for (let i = 1; i <= 720; i++) sums.push(sums[i - 1] + slopeAt(MIDDLE_LONGITUDE - 180 + (i - 0.5) / 2) / 2);
  const middle = sums[360];
  return sums.map((sum) => (sum - middle) * RADIANS);
})();

const squeeze = (lambda: number): number => {
  const position = Math.min(719.999, Math.max(0, (lambda / RADIANS + 180) * 2));
  const i = Math.floor(position);
  return squeezed[i] + (squeezed[i + 1] - squeezed[i]) * (position - i);
};

const miller = (phi: number): number => 1.25 * Math.log(Math.tan(Math.PI / 4 + 0.4 * phi));

/** Where Seoul lands before the near east is spread around it. */
const SEOUL = [squeeze((127 - MIDDLE_LONGITUDE) * RADIANS), miller(37.55 * RADIANS)] as const;

const rawOf =
  (frame: Frame) =>
  (lambda: number, phi: number): [number, number] => {
    const dx = squeeze(lambda) - SEOUL[0];
    const dy = miller(phi) - SEOUL[1];
    const r = Math.hypot(dx, dy) || 1e-9;
    const grow = (r + (frame.spread - 1) * SPREAD_RADIUS * Math.tanh(r / SPREAD_RADIUS)) / r;
    const x = SEOUL[0] + dx * grow;
    const y = SEOUL[1] + dy * grow;
    const cos = Math.cos(frame.tilt);
    const sin = Math.sin(frame.tilt);
    return [x * cos - y * sin, x * sin + y * cos];
  };

/**
 * The board's projection: Miller with the Pacific squeezed and the surroundings of Seoul spread, so that
 * three capitals, two of them neighbours, fill one screen.
 */
export const boardProjection = (frame: Frame): GeoProjection =>
  geoProjection(rawOf(frame))
    .rotate([-MIDDLE_LONGITUDE, 0])
    .scale(frame.scale)
    .translate([frame.centre[0], frame.centre[1]])
    .precision(0.3);
