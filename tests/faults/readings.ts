import type { Reading } from './figure.ts';
import { FIGURES } from './figures.ts';

const number = (value: number): string =>
  value.toLocaleString('en-US', { maximumFractionDigits: value < 10 ? 2 : 0 });

const cellsOf = ({ figure, what, value, unit, target, least }: Reading): readonly string[] => {
  const isMet = least === true ? value >= target : value <= target;
  const bound = `${least === true ? '>=' : '<='} ${number(target)} ${unit}`;
  return [figure, FIGURES[figure], what, `${number(value)} ${unit}`, bound, isMet ? '' : 'missed'];
};

/** All values that were measured, beside their targets, for people. */
export const describeReadings = (readings: readonly Reading[], seed: string | number): string => {
  // Those that are no figures of reliability come last.
  const order = (reading: Reading): number => Number(reading.figure.slice(1)) || Infinity;
  const rows = readings.toSorted((a, b) => order(a) - order(b) || 0).map(cellsOf);
  const widest = (column: number): number => Math.max(...rows.map((cells) => cells[column]!.length));
  const lines = rows.map((cells) =>
    cells
      .map((cell, i) => (i === 3 || i === 4 ? cell.padStart(widest(i)) : cell.padEnd(widest(i))))
      .join('  ')
      .trimEnd(),
  );
  return `${[`Seed ${seed}`, ...lines].join('\n')}\n`;
};
