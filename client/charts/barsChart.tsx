import { scaleLinear } from 'd3-scale';
import { chartWidth } from './room.ts';

const LEFT = 12;
const RIGHT = 64;
const HEAD = 8;
const ROW = 46;
const BAR = 18;
const FOOT = 24;

/** A part of a bar; `tone`: the class that gives it its colour; `mark`: what is written into it where there is room. */
export type BarPart = { readonly tone: string; readonly mark: string; readonly value: number };

/** A bar of parts that add up; parts below zero go to the left. `text`: what stands at its end. */
export type Bar = { readonly name: string; readonly text: string; readonly parts: readonly BarPart[] };

type BarsChartProps = {
  readonly label: string;
  readonly bars: readonly Bar[];
  readonly xText: (value: number) => string;
};

type Placed = BarPart & { readonly from: number; readonly to: number };

const placed = (parts: readonly BarPart[]): readonly Placed[] => {
  let [up, down] = [0, 0];
  return parts.map((part) => {
    const from = part.value < 0 ? down : up;
    const to = from + part.value;
    if (part.value < 0) down = to;
    else up = to;
    return { ...part, from, to };
  });
};

const WIDE = /[\u1100-\uffdc]/;

/** About as wide as a mark is when it is drawn, in px: letters of Korean and Chinese are square. */
const widthOf = (mark: string): number =>
  [...mark].reduce((sum, letter) => sum + (WIDE.test(letter) ? 11 : 6.5), 4);

/** Bars from zero, one under the other, each under its name. */
export const BarsChart = ({ label, bars, xText }: BarsChartProps) => {
  const rows = bars.map((bar) => ({ ...bar, parts: placed(bar.parts) }));
  const edges = rows.flatMap(({ parts }) => parts.map(({ to }) => to));
  const [least, most] = [Math.min(0, ...edges), Math.max(0, ...edges)];
  const width = chartWidth();
  const x = scaleLinear([least, most > least ? most : least + 1], [LEFT, width - RIGHT]);
  const height = HEAD + ROW * bars.length + FOOT;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} class="bars-chart">
      <g class="axes">
        {x.ticks(5).map((value) => (
          <g key={value}>
            <line
              class={value === 0 ? 'zero-line' : 'grid'}
              x1={x(value)}
              x2={x(value)}
              y1={HEAD}
              y2={height - FOOT}
            />
            <text x={x(value)} y={height - 8} text-anchor="middle">
              {xText(value)}
            </text>
          </g>
        ))}
      </g>
      {rows.map(({ name, text, parts }, i) => {
        const top = HEAD + ROW * i + 20;
        const end = Math.max(0, ...parts.map(({ to }) => to));
        return (
          <g key={name} class="bar">
            <text class="bar-name" x={LEFT} y={top - 5}>
              {name}
            </text>
            {parts.map(({ tone, mark, value, from, to }) => {
              const [left, right] = [x(Math.min(from, to)), x(Math.max(from, to))];
              return (
                <g key={tone} class={tone}>
                  <rect x={left} y={top} width={Math.max(0, right - left)} height={BAR} />
                  {value !== 0 && right - left > widthOf(mark) ? (
                    <text class="bar-mark" x={(left + right) / 2} y={top + 13} text-anchor="middle">
                      {mark}
                    </text>
                  ) : null}
                </g>
              );
            })}
            <text class="bar-text" x={x(end) + 6} y={top + 13}>
              {text}
            </text>
          </g>
        );
      })}
    </svg>
  );
};
