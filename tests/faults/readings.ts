import type { Reading } from './figure.ts';
import { FIGURES } from './figures.ts';

const number = (value: number): string =>
  value.toLocaleString('en-US', { maximumFractionDigits: value < 10 ? 2 : 0 });

const row = ({ figure, what, value, unit, target, least }: Reading): string => {
  const isMet = least === true ? value >= target : value <= target;
  const bound = `${least === true ? '>=' : '<='} ${number(target)} ${unit}`;
  return [
    figure.padEnd(4),
    FIGURES[figure].padEnd(52),
    what.padEnd(44),
    `${number(value)} ${unit}`.padStart(16),
    bound.padStart(18),
    isMet ? '' : '  missed',
  ].join('');
};

/** All values that were measured, beside their targets, for people. */
export const describeReadings = (readings: readonly Reading[], seed: string | number): string => {
  // Those that are no figures of reliability come last.
  const order = (reading: Reading): number => Number(reading.figure.slice(1)) || Infinity;
  const rows = readings.toSorted((a, b) => order(a) - order(b) || 0).map(row);
  return `${[`Seed ${seed}`, ...rows].join('\n')}\n`;
};
