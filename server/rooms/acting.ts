import type { Reply } from '../../shared/protocol.ts';
import type { Table } from '../../shared/table/table.ts';
import type { Audience } from './audience.ts';
import type { Connection } from './connection.ts';
import { refusedReply } from './refusedReply.ts';
import type { TableQueue } from './tableQueue.ts';

/**
 * Lets whoever holds a seat act from it: what comes in over a connection is committed, published and answered, in its turn.
 * A tab that only watches by now still hears what became of what it had sent before.
 */
export const acting =
  (table: Table, audience: Audience, { inTurn }: TableQueue) =>
  (connection: Connection, input: unknown): Promise<Reply> =>
    inTurn(
      async (submit) => {
        const seat = audience.seatOf(connection.guest);
        if (seat === null) return refusedReply(input, 'action.notYours');
        if (!audience.acts(connection))
          return table.answerTo(seat, input) ?? refusedReply(input, 'action.otherTab');
        return (await submit(seat, input)).reply;
      },
      refusedReply(input, 'unavailable'),
    );
