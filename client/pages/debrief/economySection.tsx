import type { EconomyPoint } from '../../../shared/debrief/timelines.ts';
import type { Book } from '../../../shared/scenarios/book.ts';
import { SEATS, type Seat } from '../../../shared/seats.ts';
import { ChartFrame } from '../../charts/chartFrame.tsx';
import { FlowsChart } from '../../charts/flowsChart.tsx';
import type { Line } from '../../charts/linesChart.tsx';
import { dollars, figure, percent, shortMoney } from '../../words/figures.ts';
import { t, words } from '../../words/language.ts';
import { seatName } from '../../words/telling.ts';
import { LinesFigure } from './linesFigure.tsx';
import { DASHES, moneyText, seatLine } from './strokes.ts';

type Points = readonly EconomyPoint[];

const linesOf = (points: Points, value: (point: EconomyPoint, seat: Seat) => number): readonly Line[] =>
  SEATS.map((seat) =>
    seatLine(
      seat,
      points.map((point) => ({ x: point.round, y: value(point, seat) })),
    ),
  );

const soldBy = ({ trade }: EconomyPoint, seat: Seat): number =>
  trade.filter(({ from }) => from === seat).reduce((sum, { value }) => sum + value, 0);

const LETTERS = ['A', 'B', 'C', 'D', 'E'] as const;
const MOST_TARIFFS = LETTERS.length;

/** The rates that moved most during the game, each in its owner's colour. */
const tariffLines = ({ scenario }: Book, points: Points): readonly Line[] =>
  scenario.levers
    .flatMap((lever, i) => {
      if (lever.track !== 'tariffs' || lever.unit !== 'percent') return [];
      const rates = points.map(({ round, levels }) => ({
        x: round,
        y: lever.levels[levels[i] ?? 0]?.amount ?? 0,
      }));
      const ys = rates.map(({ y }) => y);
      return [{ lever, rates, moved: Math.max(...ys) - Math.min(...ys) }];
    })
    .filter(({ moved }) => moved > 0)
    .sort((one, other) => other.moved - one.moved)
    .slice(0, MOST_TARIFFS)
    .map(({ lever, rates }, i) => ({
      name: words(lever.label),
      mark: LETTERS[i] ?? '',
      tone: lever.owners.length === 1 ? `seat-${lever.owners[0]}` : '',
      dash: ['none', '7 4', '2 3', '10 3 2 3', '4 2'][i] ?? 'none',
      points: rates,
    }));

const Flows = ({
  id,
  title,
  point,
  most,
}: {
  id: string;
  title: string;
  point: EconomyPoint;
  most: number;
}) => {
  const text = (value: number): string => dollars(value, { digits: 0 });
  const told = point.trade.map(
    ({ from, to, value }) => `${seatName(from)} → ${seatName(to)}: ${text(value)}`,
  );
  return (
    <ChartFrame
      id={id}
      title={title}
      figures={{
        head: [t('debrief.sellers'), ...SEATS.map(seatName)],
        rows: SEATS.map((from) => [
          seatName(from),
          ...SEATS.map((to) => {
            const flow = point.trade.find((one) => one.from === from && one.to === to);
            return flow === undefined ? '' : text(flow.value);
          }),
        ]),
      }}
    >
      <FlowsChart
        label={`${title}. ${told.join('; ')}`}
        flows={point.trade}
        most={most}
        valueText={(value) => shortMoney(value)}
        sides={[t('debrief.sellers'), t('debrief.buyers')]}
      />
    </ChartFrame>
  );
};

/** The three economies as the model had them: income, tariffs, trade, and who sold what to whom. */
export const EconomySection = ({ book, points }: { readonly book: Book; readonly points: Points }) => {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return null;
  const roundText = (value: number): string =>
    value === 0 ? t('debrief.start') : value === last.round ? t('debrief.settled') : figure(value);
  const totalOf = ({ trade }: EconomyPoint): number => trade.reduce((sum, { value }) => sum + value, 0);
  const most = Math.max(totalOf(first), totalOf(last));
  const tariffs = tariffLines(book, points);
  return (
    <section class="card" aria-labelledby="economy">
      <h2 id="economy">{t('debrief.economy')}</h2>
      <p class="soft">{t('debrief.economyHint')}</p>
      <div class="charts">
        <LinesFigure
          id="income"
          title={t('debrief.income')}
          lines={linesOf(points, ({ realIncome }, seat) => realIncome[seat])}
          yText={(value) => percent(value / 100, { digits: 2, sign: true })}
          xText={roundText}
        />
        <LinesFigure
          id="exports"
          title={t('debrief.trade')}
          lines={linesOf(points, soldBy)}
          yText={moneyText}
          xText={roundText}
        />
        <LinesFigure
          id="revenue"
          title={t('debrief.revenue')}
          lines={linesOf(points, ({ revenue }, seat) => revenue[seat])}
          yText={moneyText}
          xText={roundText}
        />
        <LinesFigure
          id="balance"
          title={t('economy.balance')}
          lines={[
            {
              name: t('economy.balance'),
              mark: '',
              tone: 'seat-US',
              dash: DASHES.US,
              points: points.map(({ round, balance }) => ({ x: round, y: balance })),
            },
          ]}
          yText={moneyText}
          xText={roundText}
        />
        {tariffs.length === 0 ? null : (
          <div>
            <LinesFigure
              id="tariffs"
              title={t('debrief.tariffs')}
              lines={tariffs}
              yText={(value) => percent(value / 100)}
              xText={roundText}
              course="hold"
            />
            <ul class="legend landmarks" aria-hidden="true">
              {tariffs.map(({ name, mark }) => (
                <li key={name} data-letter={mark}>
                  {name}
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
      <div class="charts">
        <Flows id="flows-start" title={t('debrief.flowsStart')} point={first} most={most} />
        <Flows id="flows-end" title={t('debrief.flowsEnd')} point={last} most={most} />
      </div>
    </section>
  );
};
