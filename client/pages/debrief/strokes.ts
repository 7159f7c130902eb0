import type { Seat } from '../../../shared/seats.ts';
import type { Line, LinePoint } from '../../charts/linesChart.tsx';
import { countsPoints, figure, shortMoney, worth } from '../../words/figures.ts';
import { t } from '../../words/language.ts';
import { seatName } from '../../words/telling.ts';

/** What tells the seats' lines apart without colour. */
export const DASHES: Readonly<Record<Seat, string>> = { US: 'none', KR: '7 4', CN: '2 3' };

/** A seat's line. */
export const seatLine = (seat: Seat, points: readonly LinePoint[]): Line => ({
  name: seatName(seat),
  tone: `seat-${seat}`,
  dash: DASHES[seat],
  points,
});

/** USD bn a year where there is little room. */
export const moneyText = (value: number): string =>
  shortMoney(value, { digits: value !== 0 && Math.abs(value) < 10 ? 1 : 0 });

/** What something is worth, where its sign goes without saying. */
export const plainWorth = (value: number): string => worth(value).replace(/^\+/, '');

/** USD bn a year or points where there is little room. */
export const amountText = (value: number): string => (countsPoints.value ? figure(value) : moneyText(value));

/** What lines show, in a sentence for those who don't see them. */
export const linesLabel = (
  title: string,
  lines: readonly Line[],
  text: (value: number) => string,
): string => {
  const told = lines.flatMap(({ name, points }) => {
    const [first, last] = [points[0], points.at(-1)];
    return first === undefined || last === undefined
      ? []
      : [t('chart.fromTo', { name, first: text(first.y), last: text(last.y) })];
  });
  return t('chart.lines', { title, lines: told.join('; ') });
};

/** Lines as a table: a row for every place on the axis. */
export const linesTable = (
  corner: string,
  lines: readonly Line[],
  xText: (value: number) => string,
  yText: (value: number) => string,
): { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] } => {
  const xs = [...new Set(lines.flatMap(({ points }) => points.map(({ x }) => x)))].sort((a, b) => a - b);
  const cell = (line: Line, x: number): string => {
    const point = line.points.find((one) => one.x === x);
    return point === undefined ? '' : yText(point.y);
  };
  return {
    head: [corner, ...lines.map(({ name }) => name)],
    rows: xs.map((x) => [xText(x), ...lines.map((line) => cell(line, x))]),
  };
};
