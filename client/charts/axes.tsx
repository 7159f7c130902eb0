import type { ScaleLinear } from 'd3-scale';

type Scale = ScaleLinear<number, number>;

type AxesProps = {
  readonly x: Scale;
  readonly y: Scale;
  readonly xText: (value: number) => string;
  readonly yText: (value: number) => string;
  readonly xTicks?: readonly number[];
  readonly xLabel?: string;
  readonly yLabel?: string;
};

/** A chart's grid with figures on two sides. */
export const Axes = ({ x, y, xText, yText, xTicks, xLabel, yLabel }: AxesProps) => {
  const [left, right] = x.range();
  const [bottom, top] = y.range();
  return (
    <g class="axes">
      {y.ticks(5).map((value) => (
        <g key={value}>
          <line class={value === 0 ? 'zero-line' : 'grid'} x1={left} x2={right} y1={y(value)} y2={y(value)} />
          <text x={left - 6} y={y(value) + 4} text-anchor="end">
            {yText(value)}
          </text>
        </g>
      ))}
      {(xTicks ?? x.ticks(5)).map((value) => (
        <g key={value}>
          <line class={value === 0 ? 'zero-line' : 'grid'} x1={x(value)} x2={x(value)} y1={bottom} y2={top} />
          <text x={x(value)} y={bottom + 16} text-anchor="middle">
            {xText(value)}
          </text>
        </g>
      ))}
      {xLabel === undefined ? null : (
        <text class="axis-name" x={right} y={bottom + 32} text-anchor="end">
          {xLabel}
        </text>
      )}
      {yLabel === undefined ? null : (
        <text class="axis-name" x={left - 34} y={top - 8}>
          {yLabel}
        </text>
      )}
    </g>
  );
};
