/** A point on the board in CSS pixels. */
export type Point = { readonly x: number; readonly y: number };

/** A curve sampled at equal distances, so that cargo keeps its speed. */
export type Curve = {
  readonly points: readonly Point[];
  readonly length: number;
};

const SAMPLES = 48;
const FINE = 160;

export const distance = (a: Point, b: Point): number => Math.hypot(b.x - a.x, b.y - a.y);

export const between = (a: Point, b: Point, t: number): Point => ({
  x: a.x + (b.x - a.x) * t,
  y: a.y + (b.y - a.y) * t,
});

/** The point at `radius` from a centre in a direction (radians, clockwise from east, as screens count). */
export const around = (centre: Point, angle: number, radius: number): Point => ({
  x: centre.x + Math.cos(angle) * radius,
  y: centre.y + Math.sin(angle) * radius,
});

/** The direction from one point to another, in radians. */
export const bearing = (from: Point, to: Point): number => Math.atan2(to.y - from.y, to.x - from.x);

const cubic = (a: Point, b: Point, c: Point, d: Point, t: number): Point => {
  const s = 1 - t;
  const [wa, wb, wc, wd] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
  return {
    x: a.x * wa + b.x * wb + c.x * wc + d.x * wd,
    y: a.y * wa + b.y * wb + c.y * wc + d.y * wd,
  };
};

/** A cubic curve through four control points, resampled at equal distances. */
export const cubicCurve = (a: Point, b: Point, c: Point, d: Point): Curve => {
  const fine = Array.from({ length: FINE + 1 }, (_, i) => cubic(a, b, c, d, i / FINE));
  const reach = [0];
  for (let i = 1; i <= FINE; i++) reach.push(reach[i - 1] + distance(fine[i - 1], fine[i]));
  const length = reach[FINE];
  const points: Point[] = [];
  for (let i = 0, at = 0; i <= SAMPLES; i++) {
    const wanted = (length * i) / SAMPLES;
    while (at < FINE - 1 && reach[at + 1] < wanted) at++;
    const step = reach[at + 1] - reach[at] || 1;
    points.push(between(fine[at], fine[at + 1], (wanted - reach[at]) / step));
  }
  return { points, length };
};

/** The point a share `u` (0..1) along a curve. */
export const pointOn = (curve: Curve, u: number): Point => {
  const last = curve.points.length - 1;
  const position = Math.min(last, Math.max(0, u * last));
  const i = Math.min(last - 1, Math.floor(position));
  return between(curve.points[i], curve.points[i + 1], position - i);
};

/** The direction of travel a share `u` along a curve, in radians. */
export const headingOn = (curve: Curve, u: number): number =>
  bearing(pointOn(curve, Math.max(0, u - 0.02)), pointOn(curve, Math.min(1, u + 0.02)));
