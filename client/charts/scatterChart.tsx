import { scaleLinear } from 'd3-scale';
import { figure } from '../words/figures.ts';
import { setApart } from './apart.ts';
import { Axes } from './axes.tsx';

const SIZE = 340;
const LEFT = 44;
const FOOT = 42;
const EDGE = 24;
const APART = 19;

/** A place in a scatter: how far each of two seats came. */
export type Place = { readonly x: number; readonly y: number };

/** A place with a mark in a ring; `tone`: the class that gives it its colour. */
export type Mark = Place & { readonly mark: string; readonly tone: string };

type ScatterChartProps = {
  readonly label: string;
  readonly xName: string;
  readonly yName: string;
  /** What could have been, behind the marks. */
  readonly ground: readonly Place[];
  readonly marks: readonly Mark[];
};

const rangeOf = (values: readonly number[]): readonly [number, number] => [
  Math.min(0, ...values),
  Math.max(10, ...values),
];

/** Where many tables ended, before what they could have had. */
export const ScatterChart = ({ label, xName, yName, ground, marks }: ScatterChartProps) => {
  const all = [...ground, ...marks];
  const x = scaleLinear(rangeOf(all.map((place) => place.x)), [LEFT, SIZE - EDGE]).nice();
  const y = scaleLinear(rangeOf(all.map((place) => place.y)), [SIZE - FOOT, EDGE]).nice();
  const shown = setApart(
    marks.map((place) => ({ x: x(place.x), y: y(place.y) })),
    APART,
  );
  const text = (value: number): string => figure(value);
  return (
    <svg viewBox={`0 0 ${SIZE} ${SIZE}`} role="img" aria-label={label} class="scatter-chart">
      <Axes x={x} y={y} xText={text} yText={text} xLabel={`${xName} →`} yLabel={`↑ ${yName}`} />
      <g class="edge">
        {ground.map((place, i) => (
          <circle key={i} cx={x(place.x)} cy={y(place.y)} r="1.6" />
        ))}
      </g>
      {marks.map(({ mark, tone, ...place }, i) => (
        <g key={mark} class={`table-mark ${tone}`}>
          <line x1={x(place.x)} y1={y(place.y)} x2={shown[i].x} y2={shown[i].y} />
          <circle cx={shown[i].x} cy={shown[i].y} r="9" />
          <text x={shown[i].x} y={shown[i].y + 3.6} text-anchor="middle">
            {mark}
          </text>
        </g>
      ))}
    </svg>
  );
};
