import type { SpokenPledge } from '../engine/state.ts';
import { type BySeat, bySeat } from '../seats.ts';
import type { Metric } from './metric.ts';

/** Every pledge that was spoken with its verdict (`kept` null: never judged), and each seat's count. */
export type PledgeFigures = {
  readonly pledges: readonly (SpokenPledge & { readonly round: number })[];
  readonly counts: BySeat<{ readonly kept: number; readonly broken: number; readonly open: number }>;
};

type Spoken = Readonly<Record<string, number>>;

/** Pledges kept and broken: the round in which each was given, and what became of it. */
export const pledges: Metric<Spoken, PledgeFigures> = {
  start: () => ({}),
  step: (spoken, { event, before }) =>
    event.kind === 'messageSpoken' && event.pledge !== null
      ? { ...spoken, [event.id]: before.round }
      : spoken,
  finish: (spoken, { end }) => {
    const given = end.pledges.map((pledge) => ({ ...pledge, round: spoken[pledge.id] ?? 0 }));
    const count = (seat: string, kept: boolean | null): number =>
      given.filter((pledge) => pledge.seat === seat && pledge.kept === kept).length;
    return {
      pledges: given,
      counts: bySeat((seat) => ({
        kept: count(seat, true),
        broken: count(seat, false),
        open: count(seat, null),
      })),
    };
  },
};
