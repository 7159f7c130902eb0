import type { Factor } from '../../../../server/classes/protocol.ts';
import type { Seat } from '../../../../shared/seats.ts';
import { ChartFrame } from '../../../charts/chartFrame.tsx';
import { type Place, ScatterChart } from '../../../charts/scatterChart.tsx';
import { figure } from '../../../words/figures.ts';
import { t } from '../../../words/language.ts';
import { seatName } from '../../../words/telling.ts';
import { levelName } from '../../class/classWords.ts';
import { type ClassRow, pointsOf } from './rows.ts';

type OutcomesSectionProps = { readonly rows: readonly ClassRow[]; readonly factors: readonly Factor[] };

const TONES = ['tone-1', 'tone-2', 'tone-3'] as const;

/** The levels of the first factor that is varied, each with a colour of its own. */
const levelsIn = ({ rows, factors: [factor] }: OutcomesSectionProps): readonly string[] =>
  factor === undefined ? [] : [...new Set(rows.map(({ table }) => levelName(factor, table.treatment)))];

const pairsOf = (seats: readonly Seat[]): readonly (readonly [Seat, Seat])[] =>
  seats.flatMap((one, i) => seats.slice(i + 1).map((other) => [one, other] as const));

const placeIn = (
  row: ClassRow,
  gains: ClassRow['debrief']['value']['gains'],
  [one, other]: readonly [Seat, Seat],
): Place => ({
  x: pointsOf(row, gains, one),
  y: pointsOf(row, gains, other),
});

/** Points beyond these are out of the picture: nobody would sign them. */
const isNear = ({ x, y }: Place): boolean => x > -40 && y > -40;

const PairScatter = ({ pair, ...props }: OutcomesSectionProps & { readonly pair: readonly [Seat, Seat] }) => {
  const { rows, factors } = props;
  const levels = levelsIn(props);
  const [factor] = factors;
  const title = t('debrief.pair', { first: seatName(pair[0]), last: seatName(pair[1]) });
  const marks = rows.map((row) => ({
    ...placeIn(row, row.debrief.value.gains, pair),
    mark: figure(row.table.number),
    tone:
      factor === undefined
        ? TONES[0]
        : (TONES[levels.indexOf(levelName(factor, row.table.treatment))] ?? TONES[0]),
  }));
  const told = marks.map(
    ({ mark, x, y }) => `${t('class.table', { number: mark })}: ${figure(x)}, ${figure(y)}`,
  );
  return (
    <ChartFrame
      id={`class-${pair.join('-')}`}
      title={title}
      figures={{
        head: [t('classDebrief.table'), ...pair.map(seatName)],
        rows: marks.map(({ mark, x, y }) => [mark, figure(x), figure(y)]),
      }}
    >
      <ScatterChart
        label={`${title}. ${told.join('; ')}`}
        xName={seatName(pair[0])}
        yName={seatName(pair[1])}
        ground={rows.flatMap((row) =>
          row.debrief.possible.frontier.map(({ gains }) => placeIn(row, gains, pair)).filter(isNear),
        )}
        marks={marks}
      />
    </ChartFrame>
  );
};

/** Where every table ended beside what it could have had. */
export const OutcomesSection = (props: OutcomesSectionProps) => {
  const { rows } = props;
  const [first] = rows;
  if (first === undefined) return null;
  return (
    <section class="card" aria-labelledby="outcomes">
      <h2 id="outcomes">{t('classDebrief.outcomes')}</h2>
      <p class="soft">{t('classDebrief.outcomesHint')}</p>
      <div class="pairs">
        {pairsOf(first.figures.seats).map((pair) => (
          <PairScatter key={pair.join()} pair={pair} {...props} />
        ))}
      </div>
      <ul class="legend landmarks">
        <li class="edge">{t('debrief.frontier')}</li>
        {levelsIn(props).map((level, i) => (
          <li key={level} class={TONES[i]}>
            {level}
          </li>
        ))}
      </ul>
    </section>
  );
};
