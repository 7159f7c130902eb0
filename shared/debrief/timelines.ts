import { balanceOf, importsOf, type Outcome, realIncomeOf } from '../economy/outcome.ts';
import { type BySeat, bySeat, SEATS, type Seat } from '../seats.ts';
import { listing, type Metric } from './metric.ts';

/** What one seat's economy imports from another: USD bn a year. */
export type TradeFlow = { readonly from: Seat; readonly to: Seat; readonly value: number };

/**
 * The economies at one point of the game, as the model's recorded output has them. `round`: 0 at the start, then each
 * resolved round; rounds + 1: the settlement. `realIncome`: against the start, in percent; `revenue`: of tariffs, USD bn a
 * year; `balance`: of the first two seats (negative: the first imports more), USD bn a year.
 */
export type EconomyPoint = {
  readonly round: number;
  readonly realIncome: BySeat<number>;
  readonly revenue: BySeat<number>;
  readonly trade: readonly TradeFlow[];
  readonly balance: number;
  /** Levels in force, by the scenario's order of levers. */
  readonly levels: readonly number[];
};

const rounded = (value: number): number => Math.round(value * 1000) / 1000 + 0;

const flowsOf = (outcome: Outcome): readonly TradeFlow[] =>
  SEATS.flatMap((from) =>
    SEATS.filter((to) => to !== from).map((to) => ({
      from,
      to,
      value: rounded(importsOf(outcome, to, from)),
    })),
  );

const revenueOf = (outcome: Outcome, seat: Seat): number =>
  rounded((outcome.tariffRevenue[SEATS.indexOf(seat)] ?? 0) / 1000);

type Seen = Omit<EconomyPoint, 'realIncome'> & { readonly incomes: BySeat<number> };

const seenAt = (outcome: Outcome, round: number, levels: readonly number[]): Seen => ({
  round,
  incomes: bySeat((seat) => realIncomeOf(outcome, seat)),
  revenue: bySeat((seat) => revenueOf(outcome, seat)),
  trade: flowsOf(outcome),
  balance: rounded(balanceOf(outcome, 'US', 'KR')),
  levels,
});

const seen = listing<Seen>(({ event, before }) => {
  if (event.kind === 'gameStarted' && event.outcome !== null)
    return [seenAt(event.outcome, 0, before.levels)];
  return event.kind === 'economySolved' ? [seenAt(event.outcome, before.round, before.levels)] : [];
});

/** Trade, tariff revenue and real income from round to round. Empty in a scenario without economy. */
export const timelines: Metric<readonly Seen[], readonly EconomyPoint[]> = {
  ...seen,
  finish: (points) => {
    const [first] = points;
    return points.map(({ incomes, ...point }, i) => ({
      ...point,
      // The settlement is solved in the last round too, after that round's own economy.
      round: i > 0 && point.round === points[i - 1]?.round ? point.round + 1 : point.round,
      realIncome: bySeat((seat) => rounded(100 * (incomes[seat] / (first?.incomes[seat] ?? 1) - 1))),
    }));
  },
};
