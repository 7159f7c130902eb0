import type { Seat } from '#shared/seats';
import type { BoardModel, Flow, FlowKind } from './model.ts';

/** One stream as a row. `change`: percent against the base year, null for what did not exist then. */
export type TradeRow = {
  readonly from: Seat;
  readonly to: Seat;
  readonly kind: FlowKind;
  readonly value: number;
  readonly change: number | null;
  /** Tariffs in percent that the importer has raised against the exporter, lowest and highest; null for none. */
  readonly tariff: readonly [number, number] | null;
};

/** Streams under this (USD bn a year) are left out: the board doesn't show them either. */
const LEAST = 0.05;

const changeOf = ({ value, base }: Flow): number | null => (base < LEAST ? null : (value / base - 1) * 100);

const tariffOf = (model: BoardModel, flow: Flow): TradeRow['tariff'] => {
  if (flow.kind !== 'goods') return null;
  const rates = model.walls
    .filter((wall) => wall.importer === flow.to && wall.exporter === flow.from && wall.rate > 0)
    .map((wall) => wall.rate);
  return rates.length === 0 ? null : [Math.min(...rates), Math.max(...rates)];
};

/** All streams worth a row, the largest first. */
export const tradeRows = (model: BoardModel): readonly TradeRow[] =>
  model.flows
    .filter((flow) => Math.max(flow.value, flow.base) >= LEAST)
    .map((flow) => ({
      from: flow.from,
      to: flow.to,
      kind: flow.kind,
      value: flow.value,
      change: changeOf(flow),
      tariff: tariffOf(model, flow),
    }))
    .sort((a, b) => b.value - a.value);
