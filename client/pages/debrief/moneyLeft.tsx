import type { BySeat, Seat } from '../../../shared/seats.ts';
import { BarsChart } from '../../charts/barsChart.tsx';
import { ChartFrame, type Figures } from '../../charts/chartFrame.tsx';
import { t } from '../../words/language.ts';
import { amountText } from './strokes.ts';

type MoneyLeftProps = {
  readonly seats: readonly Seat[];
  readonly points: readonly { readonly name: string; readonly gains: BySeat<number> }[];
  readonly figures: Figures;
};

/** What the end came to beside what it could have been, each bar split by who would have had what. */
export const MoneyLeft = ({ seats, points, figures }: MoneyLeftProps) => {
  const title = t('debrief.created');
  const sum = (gains: BySeat<number>): number => seats.reduce((total, seat) => total + gains[seat], 0);
  return (
    <ChartFrame id="created" title={title} figures={figures}>
      <BarsChart
        label={`${title}. ${points.map(({ name, gains }) => `${name}: ${amountText(sum(gains))}`).join('; ')}`}
        xText={amountText}
        bars={points.map(({ name, gains }) => ({
          name,
          text: `Σ ${amountText(sum(gains))}`,
          parts: seats.map((seat) => ({
            tone: `seat-${seat}`,
            mark: `${seat} ${amountText(gains[seat])}`,
            value: gains[seat],
          })),
        }))}
      />
    </ChartFrame>
  );
};
