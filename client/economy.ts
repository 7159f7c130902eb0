import { calibration2024, type Region, SECTORS } from '../shared/economy/calibration.ts';
import { balanceOf, importsOf, type Outcome, realIncomeOf } from '../shared/economy/outcome.ts';
import { prepareWorld } from '../shared/economy/world.ts';
import { SEATS, type Seat } from '../shared/seats.ts';

/** The US balance with Korea in 2024 as Korean customs count it, USD bn (goods; Korea's surplus of 55.7). */
export const BALANCE_2024 = -55.7;

const REGION_ORDER: readonly Region[] = ['US', 'KR', 'CN', 'RW'];

const incomes2024 = (): readonly number[] => {
  const world = prepareWorld(calibration2024);
  return 'incomes' in world ? Array.from(world.incomes) : REGION_ORDER.map(() => 1);
};

let base: readonly number[] | null = null;

/** Real income of a seat's economy against 2024, as a share: .01 is one percent more. */
export const incomeChange = (outcome: Outcome, seat: Seat): number => {
  base ??= incomes2024();
  return realIncomeOf(outcome, seat) / base[REGION_ORDER.indexOf(seat)] - 1;
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** All that an economy sells abroad, USD bn a year. */
export const exportsOf = (outcome: Outcome, seat: Seat): number =>
  sum(REGION_ORDER.map((importer) => importsOf(outcome, importer, seat)));

/** All that an economy buys abroad, USD bn a year. */
export const allImportsOf = (outcome: Outcome, seat: Seat): number =>
  sum(REGION_ORDER.map((exporter) => importsOf(outcome, seat, exporter)));

/** Value added of one sector, USD bn a year. */
export const sectorOf = (outcome: Outcome, seat: Seat, sector: (typeof SECTORS)[number]): number =>
  outcome.valueAdded[REGION_ORDER.indexOf(seat)][SECTORS.indexOf(sector)] / 1000;

/** The US balance with Korea, USD bn a year. */
export const balanceUsKorea = (outcome: Outcome): number => balanceOf(outcome, 'US', 'KR');

/** Each partner's balance with a seat, the partners in order. */
export const balancesOf = (outcome: Outcome, seat: Seat): readonly (readonly [Seat, number])[] =>
  SEATS.filter((other) => other !== seat).map((other) => [other, balanceOf(outcome, seat, other)] as const);
