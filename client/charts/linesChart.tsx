import { scaleLinear } from 'd3-scale';
import { curveLinear, curveMonotoneX, curveStepAfter, line } from 'd3-shape';
import { Axes } from './axes.tsx';
import { chartWidth } from './room.ts';
import { spread } from './spread.ts';

const HEIGHT = 280;
const LEFT = 52;
const RIGHT = 62;
const HEAD = 26;
const FOOT = 40;
const LETTER = 14;

/** A point of a line: position (a round) and value. */
export type LinePoint = { readonly x: number; readonly y: number };

/**
 * A line with a name; `mark`: what stands at its end instead, where the name is too long; `tone`: the class that gives it its
 * colour; `dash`: what tells it apart without colour.
 */
export type Line = {
  readonly name: string;
  readonly mark?: string;
  readonly tone: string;
  readonly dash: string;
  readonly points: readonly LinePoint[];
};

/** How a line goes from point to point. */
export type Course = 'drift' | 'hold' | 'acts';

const CURVES = { drift: curveMonotoneX, hold: curveStepAfter, acts: curveLinear } as const;

type LinesChartProps = {
  readonly label: string;
  readonly lines: readonly Line[];
  readonly xText: (value: number) => string;
  readonly yText: (value: number) => string;
  readonly xLabel?: string;
  readonly yLabel?: string;
  /** Values that drift, levels that hold until they change, or single acts one after the other. */
  readonly course?: Course;
  /** Zero is part of the picture; without it only what the values span. */
  readonly zero?: boolean;
};

const rangeOf = (values: readonly number[], zero: boolean): readonly [number, number] => {
  const all = zero ? [0, ...values] : values;
  const [least, most] = [Math.min(...all), Math.max(...all)];
  return most > least ? [least, most] : [least, least + 1];
};

/** Lines over the rounds, each with its name at its end. */
export const LinesChart = ({
  label,
  lines,
  xText,
  yText,
  xLabel,
  yLabel,
  course = 'drift',
  zero = true,
}: LinesChartProps) => {
  const drawn = lines.filter(({ points }) => points.length > 0);
  const points = drawn.flatMap((one) => one.points);
  const xs = rangeOf(
    points.map((point) => point.x),
    false,
  );
  const ys = rangeOf(
    points.map((point) => point.y),
    zero,
  );
  const width = chartWidth();
  const x = scaleLinear(xs, [LEFT, width - RIGHT]);
  const y = scaleLinear(ys, [HEIGHT - FOOT, HEAD]).nice();
  const way = line<LinePoint>(
    (point) => x(point.x),
    (point) => y(point.y),
  ).curve(CURVES[course]);
  const ticks = x.ticks(8).filter(Number.isInteger);
  const ends = drawn.map((one) => y(one.points.at(-1)?.y ?? 0));
  const names = spread(ends, LETTER, [HEAD, HEIGHT - FOOT]);
  return (
    <svg viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={label} class="lines-chart">
      <Axes
        x={x}
        y={y}
        xText={xText}
        yText={yText}
        xTicks={ticks}
        {...(xLabel === undefined ? {} : { xLabel })}
        {...(yLabel === undefined ? {} : { yLabel })}
      />
      {drawn.map(({ name, mark, tone, dash, points: own }, i) => (
        <g key={name} class={`line ${tone}`}>
          <path d={way(own) ?? ''} stroke-dasharray={dash} />
          {own.map((point, j) => (
            <circle key={j} cx={x(point.x)} cy={y(point.y)} r="3" />
          ))}
          <text x={x(own.at(-1)?.x ?? 0) + 8} y={names[i] + 4}>
            {mark ?? name}
          </text>
        </g>
      ))}
    </svg>
  );
};
