import type { StanceAt } from '../../shared/debrief/stancePath.ts';

const WIDTH = 400;
const HEIGHT = 330;

type Place = readonly [x: number, y: number];

const ALIGNED: Place = [52, 280];
const AUTONOMOUS: Place = [348, 280];
const MULTI: Place = [200, 42];

const CORNERS = [ALIGNED, AUTONOMOUS, MULTI].map((corner) => corner.join(',')).join(' ');

/** Where three shares that add up to one lie in the triangle. */
const placeOf = ({ aligned, autonomous, multi }: StanceAt): Place => [
  aligned * ALIGNED[0] + autonomous * AUTONOMOUS[0] + multi * MULTI[0],
  aligned * ALIGNED[1] + autonomous * AUTONOMOUS[1] + multi * MULTI[1],
];

const between = (one: Place, other: Place, share: number): Place => [
  one[0] + share * (other[0] - one[0]),
  one[1] + share * (other[1] - one[1]),
];

/** Lines of equal shares, every fifth of the way. */
const GRID = [0.2, 0.4, 0.6, 0.8].flatMap((share): readonly (readonly [Place, Place])[] => [
  [between(ALIGNED, MULTI, share), between(AUTONOMOUS, MULTI, share)],
  [between(MULTI, ALIGNED, share), between(AUTONOMOUS, ALIGNED, share)],
  [between(MULTI, AUTONOMOUS, share), between(ALIGNED, AUTONOMOUS, share)],
]);

type TriangleChartProps = {
  readonly label: string;
  readonly path: readonly StanceAt[];
  readonly corners: readonly [aligned: string, autonomous: string, multi: string];
};

/** The hedging seat's way between the giants, round by round. */
export const TriangleChart = ({ label, path, corners }: TriangleChartProps) => {
  const places = path.map(placeOf);
  const last = places.at(-1);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label} class="triangle-chart seat-KR">
      <polygon points={CORNERS} />
      {GRID.map(([[x1, y1], [x2, y2]]) => (
        <line key={`${x1} ${y1} ${x2}`} class="grid" x1={x1} y1={y1} x2={x2} y2={y2} />
      ))}
      <polyline points={places.map((place) => place.join(',')).join(' ')} />
      {places.map(([x, y], i) => (
        <circle key={i} class="way" cx={x} cy={y} r="3.2" />
      ))}
      {last === undefined ? null : (
        <>
          <circle class="end-glow" cx={last[0]} cy={last[1]} r="14" />
          <circle class="end" cx={last[0]} cy={last[1]} r="6" />
        </>
      )}
      <text x={ALIGNED[0]} y={ALIGNED[1] + 24} text-anchor="middle">
        {corners[0]}
      </text>
      <text x={AUTONOMOUS[0]} y={AUTONOMOUS[1] + 24} text-anchor="middle">
        {corners[1]}
      </text>
      <text x={MULTI[0]} y={MULTI[1] - 14} text-anchor="middle">
        {corners[2]}
      </text>
    </svg>
  );
};
