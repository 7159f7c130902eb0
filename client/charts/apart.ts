/** A place in a picture, in its own units. */
type Point = { readonly x: number; readonly y: number };

const RINGS = 4;

/** Places around a point: itself, then rings of more and more of them. */
const around = ({ x, y }: Point, apart: number): readonly Point[] => [
  { x, y },
  ...Array.from({ length: RINGS }, (_, i) => i + 1).flatMap((ring) =>
    Array.from({ length: 6 * ring }, (_, nth) => {
      const angle = (2 * Math.PI * nth) / (6 * ring);
      return { x: x + ring * apart * Math.cos(angle), y: y + ring * apart * Math.sin(angle) };
    }),
  ),
];

const isFree = (point: Point, taken: readonly Point[], apart: number): boolean =>
  taken.every((other) => Math.hypot(point.x - other.x, point.y - other.y) >= apart - 0.01);

/** Where marks can stand so that none hides another: each in its place if that is free, else as near to it as there is room. */
export const setApart = (points: readonly Point[], apart: number): readonly Point[] => {
  const placed: Point[] = [];
  for (const point of points)
    placed.push(around(point, apart).find((one) => isFree(one, placed, apart)) ?? point);
  return placed;
};
