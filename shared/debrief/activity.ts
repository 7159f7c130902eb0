import type { Event } from '../engine/events.ts';
import { type BySeat, bySeat, type Seat } from '../seats.ts';
import type { Metric } from './metric.ts';

/** How much each seat did. */
export type SeatActivity = {
  readonly tabled: number;
  readonly accepted: number;
  readonly declined: number;
  readonly messages: number;
  readonly measures: number;
  readonly treaties: number;
  readonly denounced: number;
};

const NONE: SeatActivity = {
  tabled: 0,
  accepted: 0,
  declined: 0,
  messages: 0,
  measures: 0,
  treaties: 0,
  denounced: 0,
};

type Deed = { readonly seats: readonly Seat[]; readonly field: keyof SeatActivity };

const deedOf = (event: Event): Deed | null => {
  switch (event.kind) {
    case 'offerTabled':
      return { seats: [event.offer.by], field: 'tabled' };
    case 'offerAccepted':
      return { seats: [event.by], field: 'accepted' };
    case 'offerDeclined':
      return { seats: [event.by], field: 'declined' };
    case 'messageSpoken':
      return { seats: [event.by], field: 'messages' };
    case 'measureTaken':
      return { seats: [event.seat], field: 'measures' };
    case 'treatySigned':
      return { seats: event.treaty.parties, field: 'treaties' };
    case 'treatyDenounced':
      return { seats: [event.by], field: 'denounced' };
    default:
      return null;
  }
};

/** Counts of what each seat did. */
export const activity: Metric<BySeat<SeatActivity>, BySeat<SeatActivity>> = {
  start: () => bySeat(() => NONE),
  step: (counts, { event }) => {
    const deed = deedOf(event);
    if (deed === null) return counts;
    const { seats, field } = deed;
    return bySeat((seat) =>
      seats.includes(seat) ? { ...counts[seat], [field]: counts[seat][field] + 1 } : counts[seat],
    );
  },
  finish: (counts) => counts,
};
