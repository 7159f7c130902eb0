import { scaleLinear } from 'd3-scale';
import type { OutcomePoint } from '../../shared/debrief/question.ts';
import { type BySeat, SEATS, type Seat } from '../../shared/seats.ts';
import { countsPoints, figure, shortMoney } from '../words/figures.ts';
import { seatName } from '../words/telling.ts';
import { Axes } from './axes.tsx';

const SIZE = 320;
const LEFT = 44;
const FOOT = 40;
const EDGE = 22;

/** A point with a name of its own, drawn as a letter in a ring. */
export type Landmark = { readonly letter: string; readonly gains: BySeat<number> };

/** An offer on its way: who made it, and whether it was signed. */
export type PathPoint = {
  readonly id: string;
  readonly by: Seat;
  readonly isSigned: boolean;
  readonly gains: BySeat<number>;
};

type FrontierChartProps = {
  readonly pair: readonly [Seat, Seat];
  readonly frontier: readonly OutcomePoint[];
  readonly offers: readonly PathPoint[];
  readonly landmarks: readonly Landmark[];
  readonly end: BySeat<number>;
  readonly label: string;
};

const spanOf = (values: readonly number[]): readonly [number, number] => [
  Math.min(0, ...values),
  Math.max(1, ...values),
];

/** What two seats could have, what was offered on the way, and where it ended. */
export const FrontierChart = ({
  pair: [across, up],
  frontier,
  offers,
  landmarks,
  end,
  label,
}: FrontierChartProps) => {
  const all = [...frontier, ...offers, ...landmarks, { gains: end }].map(({ gains }) => gains);
  const x = scaleLinear(spanOf(all.map((gains) => gains[across])), [LEFT, SIZE - EDGE]).nice();
  const y = scaleLinear(spanOf(all.map((gains) => gains[up])), [SIZE - FOOT, EDGE]).nice();
  const text = (value: number): string => (countsPoints.value ? figure(value) : shortMoney(value));
  return (
    <svg viewBox={`0 0 ${SIZE} ${SIZE}`} role="img" aria-label={label} class="frontier-chart">
      <Axes
        x={x}
        y={y}
        xText={text}
        yText={text}
        xLabel={`${seatName(across)} →`}
        yLabel={`↑ ${seatName(up)}`}
      />
      <g class="edge">
        {frontier.map(({ levels, gains }) => (
          <circle key={levels.join()} cx={x(gains[across])} cy={y(gains[up])} r="2.4" />
        ))}
      </g>
      <g class="path">
        {SEATS.map((seat) => (
          <polyline
            key={seat}
            class={`seat-${seat}`}
            points={offers
              .filter(({ by }) => by === seat)
              .map(({ gains }) => `${x(gains[across])},${y(gains[up])}`)
              .join(' ')}
          />
        ))}
        {offers.map(({ id, by, isSigned, gains }) => (
          <rect
            key={id}
            class={`seat-${by} ${isSigned ? 'signed' : ''}`}
            x={x(gains[across]) - 3}
            y={y(gains[up]) - 3}
            width="6"
            height="6"
            transform={`rotate(45 ${x(gains[across])} ${y(gains[up])})`}
          />
        ))}
      </g>
      {landmarks.map(({ letter, gains }) => (
        <g key={letter} class="landmark">
          <circle cx={x(gains[across])} cy={y(gains[up])} r="8" />
          <text x={x(gains[across])} y={y(gains[up]) + 3.6} text-anchor="middle">
            {letter}
          </text>
        </g>
      ))}
      <circle class="end-glow" cx={x(end[across])} cy={y(end[up])} r="12" />
      <circle class="end" cx={x(end[across])} cy={y(end[up])} r="6" />
    </svg>
  );
};
