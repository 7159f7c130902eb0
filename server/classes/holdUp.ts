import type { Seat } from '../../shared/seats.ts';
import type { Table } from '../../shared/table/table.ts';
import type { HoldUp } from './protocol.ts';

/** When each seat that is ready now said so, in the round that is on. */
const readySince = ({ entries, state }: Table): ReadonlyMap<Seat, number> => {
  const since = new Map<Seat, number>();
  for (const { at, events } of entries.toReversed()) {
    for (const event of events.toReversed()) {
      if (event.kind === 'roundBegan') return since;
      const isNews = event.kind === 'readySet' && state.ready[event.seat] && !since.has(event.seat);
      if (isNews && event.ready) since.set(event.seat, at);
    }
  }
  return since;
};

/** Somebody holds a table up when others are ready and they are not; null: nobody does. */
export const holdUpOf = (table: Table): HoldUp | null => {
  const { phase, pause, ready } = table.state;
  if ((phase !== 'negotiation' && phase !== 'closing') || pause !== null) return null;
  const { seats } = table.book.scenario;
  const late = seats.filter((seat) => !ready[seat]);
  if (late.length === 0 || late.length === seats.length) return null;
  return { seats: late, since: Math.min(...readySince(table).values()) };
};
