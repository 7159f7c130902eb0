import { scaleLinear } from 'd3-scale';
import { curveMonotoneX, curveStepAfter, line } from 'd3-shape';
import { Axes } from './axes.tsx';

const WIDTH = 520;
const HEIGHT = 280;
const LEFT = 52;
const RIGHT = 14;
const HEAD = 24;
const FOOT = 40;

/** A point of a line: position (a round) and value. */
export type LinePoint = { readonly x: number; readonly y: number };

/** A line with a name; `tone`: the class that gives it its colour; `dash`: what tells it apart without colour. */
export type Line = {
  readonly name: string;
  readonly tone: string;
  readonly dash: string;
  readonly points: readonly LinePoint[];
};

type LinesChartProps = {
  readonly label: string;
  readonly lines: readonly Line[];
  readonly xText: (value: number) => string;
  readonly yText: (value: number) => string;
  readonly xLabel?: string;
  readonly yLabel?: string;
  /** Levels that hold until they change, instead of values that drift. */
  readonly steps?: boolean;
};

/** Lines over the rounds. */
export const LinesChart = ({ label, lines, xText, yText, xLabel, yLabel, steps }: LinesChartProps) => {
  const points = lines.flatMap((one) => one.points);
  const xs = [...new Set(points.map((point) => point.x))].sort((one, other) => one - other);
  const ys = points.map((point) => point.y);
  const x = scaleLinear([Math.min(...xs), Math.max(...xs, Math.min(...xs) + 1)], [LEFT, WIDTH - RIGHT]);
  const y = scaleLinear([Math.min(0, ...ys), Math.max(0, ...ys) || 1], [HEIGHT - FOOT, HEAD]).nice();
  const way = line<LinePoint>(
    (point) => x(point.x),
    (point) => y(point.y),
  ).curve(steps ? curveStepAfter : curveMonotoneX);
  const ticks = xs.filter((value) => Number.isInteger(value));
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label} class="lines-chart">
      <Axes
        x={x}
        y={y}
        xText={xText}
        yText={yText}
        xTicks={ticks}
        {...(xLabel === undefined ? {} : { xLabel })}
        {...(yLabel === undefined ? {} : { yLabel })}
      />
      {lines.map(({ name, tone, dash, points: own }) => (
        <g key={name} class={`line ${tone}`}>
          <path d={way(own) ?? ''} stroke-dasharray={dash} />
          {own.map((point, i) => (
            <circle key={i} cx={x(point.x)} cy={y(point.y)} r="3" />
          ))}
        </g>
      ))}
    </svg>
  );
};
