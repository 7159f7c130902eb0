import type { Audience, Connection } from './audience.ts';
import { refusedReply } from './refusedReply.ts';
import type { TableQueue } from './tableQueue.ts';

/** Lets whoever holds a seat act from it: what comes in over a connection is committed, published and answered, in its turn. */
export const acting =
  (audience: Audience, { inTurn }: TableQueue) =>
  async (connection: Connection, input: unknown): Promise<void> => {
    const reply = await inTurn(
      async (submit) => {
        const seat = audience.seatOf(connection.guest);
        return seat === null ? refusedReply(input, 'action.notYours') : (await submit(seat, input)).reply;
      },
      refusedReply(input, 'unavailable'),
    );
    connection.reply(reply);
  };
