import { ChartFrame } from '../../charts/chartFrame.tsx';
import { type Course, type Line, LinesChart } from '../../charts/linesChart.tsx';
import { t } from '../../words/language.ts';
import { linesLabel, linesTable } from './strokes.ts';

type LinesFigureProps = {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly Line[];
  readonly yText: (value: number) => string;
  readonly xText: (value: number) => string;
  /** What the rows of the table are, where they are not rounds. */
  readonly corner?: string;
  readonly course?: Course;
  readonly zero?: boolean;
};

/** Lines over the rounds with their figures as a table. */
export const LinesFigure = ({ id, title, lines, yText, xText, corner, course, zero }: LinesFigureProps) => (
  <ChartFrame id={id} title={title} figures={linesTable(corner ?? t('debrief.round'), lines, xText, yText)}>
    <LinesChart
      label={linesLabel(title, lines, yText)}
      lines={lines}
      xText={xText}
      yText={yText}
      xLabel={t('debrief.rounds')}
      course={course ?? 'drift'}
      zero={zero !== false}
    />
  </ChartFrame>
);
