import type { Reply } from '../../shared/protocol.ts';
import type { Table } from '../../shared/table/table.ts';
import type { Audience } from './audience.ts';
import type { Connection } from './connection.ts';
import { refusedReply } from './refusedReply.ts';
import type { TableQueue } from './tableQueue.ts';

/** An action without its address; null: it was meant for another table, as when somebody plays recorded messages back. */
const addressedTo = (code: string, input: unknown): { readonly action: unknown } | null => {
  if (typeof input !== 'object' || input === null || !('table' in input)) return { action: input };
  const { table, ...action } = input;
  return table === code ? { action } : null;
};

/**
 * Lets whoever holds a seat act from it: what comes in over a connection is committed, published and answered, in its turn.
 * A tab that only watches by now still hears what became of what it had sent before.
 */
export const acting =
  (code: string, table: Table, audience: Audience, { inTurn }: TableQueue) =>
  async (connection: Connection, input: unknown): Promise<Reply> => {
    const addressed = addressedTo(code, input);
    if (addressed === null) return refusedReply(input, 'action.otherTable');
    const { action } = addressed;
    return inTurn(
      async (submit) => {
        const seat = audience.seatOf(connection.guest);
        if (seat === null) return refusedReply(action, 'action.notYours');
        if (!audience.acts(connection))
          return table.answerTo(seat, action) ?? refusedReply(action, 'action.otherTab');
        return (await submit(seat, action)).reply;
      },
      refusedReply(action, 'unavailable'),
    );
  };
