import type { ClassDebrief, Factor } from '../../../../server/classes/protocol.ts';
import { type Means, mandateFigures, meanOf, meansOf } from '../../../../shared/debrief/classFigures.ts';
import { Flag } from '../../../parts/flag.tsx';
import { Sideways } from '../../../parts/sideways.tsx';
import { figure } from '../../../words/figures.ts';
import { t } from '../../../words/language.ts';
import { levelName, mandateName } from '../../class/classWords.ts';
import { amountText } from '../strokes.ts';
import type { ClassRow } from './rows.ts';

const orNone = (value: number | null, text: (value: number) => string): string =>
  value === null ? t('debrief.none') : text(value);

const whole = (value: number): string => figure(value);
const tenth = (value: number): string => figure(value, { digits: 1 });

const MEANS = [
  ['score', 'classDebrief.score', whole],
  ['spread', 'classDebrief.spread', whole],
  ['created', 'classDebrief.created', amountText],
  ['left', 'classDebrief.leftShort', amountText],
  ['treaties', 'classDebrief.treaties', tenth],
  ['accuracy', 'classDebrief.accuracy', whole],
] as const;

type Compared = { readonly level: string; readonly means: Means };

const comparedBy = (rows: readonly ClassRow[], factor: Factor): readonly Compared[] => {
  const levels = [...new Set(rows.map(({ table }) => levelName(factor, table.treatment)))];
  return levels.map((level) => ({
    level,
    means: meansOf(
      rows.filter(({ table }) => levelName(factor, table.treatment) === level).map(({ figures }) => figures),
    ),
  }));
};

const FactorTable = ({ rows, factor }: { readonly rows: readonly ClassRow[]; readonly factor: Factor }) => (
  <Sideways name={t(`class.factor.${factor}`)}>
    <table class="figures class-figures">
      <caption>{t(`class.factor.${factor}`)}</caption>
      <thead>
        <tr>
          <td />
          {comparedBy(rows, factor).map(({ level, means }) => (
            <th key={level} scope="col">
              {level} <small class="soft">({t('class.tables', { count: means.tables })})</small>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {MEANS.map(([mean, name, text]) => (
          <tr key={mean}>
            <th scope="row">{t(name)}</th>
            {comparedBy(rows, factor).map(({ level, means }) => (
              <td key={level}>{orNone(means[mean], text)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </Sideways>
);

type ClassRows = { readonly rows: readonly ClassRow[] };

/** What the treatments of an experiment made of it. */
export const TreatmentsSection = ({ rows, factors }: ClassRows & Pick<ClassDebrief, 'factors'>) =>
  factors.length === 0 || rows.length === 0 ? null : (
    <section class="card" aria-labelledby="treatments">
      <h2 id="treatments">{t('classDebrief.treatments')}</h2>
      <p class="soft">{t('classDebrief.treatmentsHint')}</p>
      <div class="charts">
        {factors.map((factor) => (
          <FactorTable key={factor} rows={rows} factor={factor} />
        ))}
      </div>
    </section>
  );

/** How each mandate fared over the tables that drew it. */
export const MandatesSection = ({ rows }: ClassRows) =>
  rows.length === 0 ? null : (
    <section class="card" aria-labelledby="mandates">
      <h2 id="mandates">{t('classDebrief.mandates')}</h2>
      <Sideways name={t('classDebrief.mandates')}>
        <table class="figures class-figures">
          <thead>
            <tr>
              <th scope="col">{t('classDebrief.mandate')}</th>
              <th scope="col">{t('classDebrief.played')}</th>
              <th scope="col">{t('classDebrief.score')}</th>
              <th scope="col">{t('classDebrief.range')}</th>
              <th scope="col">{t('classDebrief.accuracy')}</th>
            </tr>
          </thead>
          <tbody>
            {mandateFigures(rows.map(({ figures }) => figures)).map(
              ({ seat, scenario, mandate, scores, accuracy }) => (
                <tr key={`${scenario} ${mandate}`}>
                  <th scope="row">
                    <Flag seat={seat} /> {mandateName(scenario, mandate)}
                  </th>
                  <td>{figure(scores.length)}</td>
                  <td>{orNone(meanOf(scores), whole)}</td>
                  <td>
                    {scores.length === 1
                      ? t('debrief.none')
                      : `${figure(scores[0])} … ${figure(scores.at(-1) ?? 0)}`}
                  </td>
                  <td>{orNone(accuracy, whole)}</td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      </Sideways>
    </section>
  );
