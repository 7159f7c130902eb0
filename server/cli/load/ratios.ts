import type { Figures } from './measure.ts';

/** What the floors did on the same work. */
export type Floors = { readonly colyseus: Figures; readonly ws: Figures };

/** How our figures compare with a floor's: 1 is as good as the floor, 2 costs twice as much; null where either is unknown. */
export type Ratios = {
  readonly p99: number | null;
  readonly serverCpu: number | null;
  readonly rssMB: number | null;
};

const ratio = (a: number | null, b: number | null): number | null =>
  a === null || b === null || b === 0 ? null : Math.round((100 * a) / b) / 100;

/** Compares our figures with those of both floors. */
export const ratiosOf = (
  ours: Figures,
  floors: Floors,
): { readonly colyseus: Ratios; readonly ws: Ratios } => {
  const against = (floor: Figures): Ratios => ({
    p99: ratio(ours.p99, floor.p99),
    serverCpu: ratio(ours.serverCpu, floor.serverCpu),
    rssMB: ratio(ours.rssMB, floor.rssMB),
  });
  return { colyseus: against(floors.colyseus), ws: against(floors.ws) };
};
