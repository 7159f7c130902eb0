import type { Reply } from '../../shared/protocol.ts';
import type { Table } from '../../shared/table/table.ts';
import type { Audience } from './audience.ts';
import type { Connection } from './connection.ts';
import { refusedReply } from './refusedReply.ts';
import type { TableQueue } from './tableQueue.ts';

/**
 * An action without its address, the code of its table; or why it is none. What was meant for another table, as when somebody
 * plays recorded messages back, is taken by none.
 */
const addressedTo = (
  code: string,
  input: unknown,
): { readonly action: object } | { readonly reply: Reply } => {
  if (typeof input !== 'object' || input === null || !('table' in input))
    return { reply: refusedReply(input, 'action.malformed', { path: 'table' }) };
  const { table, ...action } = input;
  return table === code ? { action } : { reply: refusedReply(input, 'action.otherTable') };
};

/**
 * Lets whoever holds a seat act from it: what comes in over a connection is committed, published and answered, in its turn.
 * A tab that only watches by now still hears what became of what it had sent before.
 */
export const acting =
  (code: string, table: Table, audience: Audience, { inTurn }: TableQueue) =>
  async (connection: Connection, input: unknown): Promise<Reply> => {
    const addressed = addressedTo(code, input);
    if ('reply' in addressed) return addressed.reply;
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
