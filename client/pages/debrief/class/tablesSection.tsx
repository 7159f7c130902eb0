import { meanOf } from '../../../../shared/debrief/classFigures.ts';
import { BarsChart } from '../../../charts/barsChart.tsx';
import { ChartFrame } from '../../../charts/chartFrame.tsx';
import { Sideways } from '../../../parts/sideways.tsx';
import { Link } from '../../../router.tsx';
import { figure } from '../../../words/figures.ts';
import { t } from '../../../words/language.ts';
import { seatName } from '../../../words/telling.ts';
import { mandateName } from '../../class/classWords.ts';
import { amountText } from '../strokes.ts';
import type { ClassRow } from './rows.ts';

const orNone = (value: number | null, text: (value: number) => string): string =>
  value === null ? t('debrief.none') : text(value);

const whole = (value: number): string => figure(value);

const Row = ({ row: { table, figures } }: { readonly row: ClassRow }) => (
  <tr>
    <th scope="row">
      <Link to={`/debrief/${table.code}`}>{t('class.table', { number: table.number })}</Link>
    </th>
    {figures.seats.map((seat) => (
      <td key={seat} class={`seat-cell seat-${seat}`}>
        <b>{figure(figures.scores[seat])}</b>
        <small class="soft">{mandateName(figures.scenario, figures.mandates[seat])}</small>
      </td>
    ))}
    <td>{amountText(figures.created)}</td>
    <td>{orNone(figures.most, amountText)}</td>
    <td class="unmade">{amountText(figures.left)}</td>
    <td>{figure(figures.treaties)}</td>
    <td>{orNone(meanOf(figures.seats.map((seat) => figures.accuracy[seat])), whole)}</td>
  </tr>
);

const Left = ({ rows }: { readonly rows: readonly ClassRow[] }) => {
  const title = t('classDebrief.left');
  const lines = rows.map(({ table, figures }) => ({
    name: t('class.table', { number: table.number }),
    ...figures,
  }));
  return (
    <ChartFrame
      id="class-left"
      title={title}
      figures={{
        head: [t('classDebrief.table'), t('classDebrief.created'), t('classDebrief.leftShort')],
        rows: lines.map(({ name, created, left }) => [name, amountText(created), amountText(left)]),
      }}
    >
      <BarsChart
        label={`${title}. ${lines.map(({ name, created, left }) => `${name}: ${amountText(created)}, ${amountText(left)}`).join('; ')}`}
        xText={amountText}
        bars={lines.map(({ name, created, left }) => ({
          name,
          text: amountText(left),
          parts: [
            { tone: 'made', mark: amountText(created), value: created },
            { tone: 'unmade', mark: amountText(left), value: left },
          ],
        }))}
      />
    </ChartFrame>
  );
};

/** The tables side by side: scores with mandates, value made and left, and how good the decisions were. */
export const TablesSection = ({ rows }: { readonly rows: readonly ClassRow[] }) => {
  const [first] = rows;
  if (first === undefined) return null;
  return (
    <section class="card" aria-labelledby="tables">
      <h2 id="tables">{t('classDebrief.tables')}</h2>
      <Sideways name={t('classDebrief.tables')}>
        <table class="figures class-figures">
          <thead>
            <tr>
              <th scope="col">{t('classDebrief.table')}</th>
              {first.figures.seats.map((seat) => (
                <th key={seat} scope="col">
                  {seatName(seat)}
                </th>
              ))}
              <th scope="col">{t('classDebrief.created')}</th>
              <th scope="col">{t('classDebrief.most')}</th>
              <th scope="col">{t('classDebrief.leftShort')}</th>
              <th scope="col">{t('classDebrief.treaties')}</th>
              <th scope="col">{t('classDebrief.accuracy')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.table.number} row={row} />
            ))}
          </tbody>
        </table>
      </Sideways>
      <p class="soft">{t('classDebrief.tablesHint')}</p>
      <Left rows={rows} />
    </section>
  );
};
