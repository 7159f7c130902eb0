import { useSignal } from '@preact/signals';
import { scaleLinear } from 'd3-scale';
import { useEffect } from 'preact/hooks';
import type { ParetoPicture } from '../../../shared/debrief/paretoPicture.ts';
import type { OutcomePoint } from '../../../shared/debrief/question.ts';
import { type BySeat, bySeat, type Seat } from '../../../shared/seats.ts';
import { activeSeats, type Desk } from '../../rules.ts';
import { figure } from '../../words/figures.ts';
import { t } from '../../words/language.ts';
import { seatName } from '../../words/telling.ts';

const SIZE = 250;
const EDGE = 34;

/** Works out what was possible, after the page has been drawn: it takes a tenth of a second or more. */
const usePicture = (at: Desk): ParetoPicture | null => {
  const picture = useSignal<ParetoPicture | null>(null);
  const { mandates } = at.view;
  useEffect(() => {
    if (mandates === null) return;
    let isGone = false;
    void import('../../../shared/debrief/paretoPicture.ts').then(({ paretoPicture }) => {
      if (!isGone) picture.value = paretoPicture(at.book, mandates);
    });
    return () => {
      isGone = true;
    };
  }, [at.book, mandates !== null]);
  return picture.value;
};

type PairProps = {
  readonly picture: ParetoPicture;
  readonly end: BySeat<number>;
  readonly pair: readonly [Seat, Seat];
};

const spanOf = (values: readonly number[]): readonly [number, number] => [
  Math.min(0, ...values),
  Math.max(1, ...values),
];

const Dots = ({
  points,
  kind,
  place,
}: {
  readonly points: readonly OutcomePoint[];
  readonly kind: string;
  readonly place: (gains: BySeat<number>) => readonly [number, number];
}) => (
  <g class={kind}>
    {points.map((point) => {
      const [x, y] = place(point.gains);
      return <circle key={point.levels.join()} cx={x} cy={y} r={kind === 'frontier' ? 3.2 : 2} />;
    })}
  </g>
);

const Pair = ({ picture, end, pair: [across, up] }: PairProps) => {
  const all = [...picture.cloud, ...picture.frontier].map(({ gains }) => gains).concat(end);
  const x = scaleLinear(spanOf(all.map((gains) => gains[across])), [EDGE, SIZE - 10]).nice();
  const y = scaleLinear(spanOf(all.map((gains) => gains[up])), [SIZE - EDGE, 10]).nice();
  const place = (gains: BySeat<number>): readonly [number, number] => [x(gains[across]), y(gains[up])];
  const [endX, endY] = place(end);
  const label = `${t('result.frontierPair', { first: seatName(across), last: seatName(up) })}. ${t('result.frontierEnd')}: ${figure(end[across], { digits: 1 })}, ${figure(end[up], { digits: 1 })}.`;
  return (
    <figure class="pair">
      <svg viewBox={`0 0 ${SIZE} ${SIZE}`} role="img" aria-label={label}>
        <line class="axis" x1={x(0)} x2={x(0)} y1={10} y2={SIZE - EDGE} />
        <line class="axis" x1={EDGE} x2={SIZE - 10} y1={y(0)} y2={y(0)} />
        <Dots points={picture.cloud} kind="cloud" place={place} />
        <Dots points={picture.frontier} kind="frontier" place={place} />
        <path class="zero" d={`M${x(0) - 5} ${y(0) - 5}l10 10m0-10l-10 10`} />
        <circle class="end-glow" cx={endX} cy={endY} r="12" />
        <circle class="end" cx={endX} cy={endY} r="7" />
        <text class={`seat-${across}`} x={SIZE - 10} y={SIZE - 10} text-anchor="end">
          {seatName(across)} →
        </text>
        <text class={`seat-${up}`} x={8} y={SIZE - EDGE} transform={`rotate(-90 14 ${SIZE - EDGE})`}>
          {seatName(up)} →
        </text>
      </svg>
    </figure>
  );
};

const pairsOf = (seats: readonly Seat[]): readonly (readonly [Seat, Seat])[] =>
  seats.flatMap((one, i) => seats.slice(i + 1).map((other) => [one, other] as const));

/** What could have been agreed, pair by pair: random packages, efficient ones, no deal, and the end. */
export const FrontierPicture = ({ at }: { readonly at: Desk }) => {
  const picture = usePicture(at);
  const { results } = at.view;
  return (
    <section class="card frontier-card" aria-labelledby="possible">
      <h2 id="possible">{t('result.frontier')}</h2>
      {results === null ? (
        <p class="soft">{t('result.frontierSecret')}</p>
      ) : (
        <>
          <p class="soft">{t('result.frontierHint')}</p>
          {picture === null ? (
            <p class="soft" role="status">
              {t('result.frontierWorking')}
            </p>
          ) : (
            <div class="pairs">
              {pairsOf(activeSeats(at)).map((pair) => (
                <Pair
                  key={pair.join()}
                  picture={picture}
                  end={bySeat((seat) => results[seat].settlement)}
                  pair={pair}
                />
              ))}
            </div>
          )}
          <ul class="legend">
            <li class="frontier">{t('result.frontierBest')}</li>
            <li class="end">{t('result.frontierEnd')}</li>
            <li class="zero">{t('result.frontierZero')}</li>
          </ul>
        </>
      )}
    </section>
  );
};
