import type { Guest } from '../storage/logStore.ts';
import type { TimeControl } from '../tableFacts.ts';
import { heldSeat, vacantSeats } from './seating.ts';
import type { TableHost } from './tableHost.ts';

/** A quick match that waits for people: the guest's own, or one with a vacant seat. */
export const waitingQuick = (
  hosts: readonly TableHost[],
  timeControl: TimeControl,
  guest: Guest,
): TableHost | undefined => {
  const waiting = hosts.filter(
    ({ record: { options }, table: { state } }) =>
      options.quick && options.timeControl === timeControl && state.phase === 'waiting',
  );
  const own = waiting.find(({ table }) => heldSeat(table.state, guest.id) !== null);
  return own ?? waiting.find(({ table }) => vacantSeats(table.state, table.book.scenario.seats).length > 0);
};
