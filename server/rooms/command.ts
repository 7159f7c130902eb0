import type { Reply } from '../../shared/protocol.ts';
import { type BySeat, SEATS, type Seat } from '../../shared/seats.ts';
import type { Table } from '../../shared/table/table.ts';
import type { Audience } from './audience.ts';
import { refusedReply } from './refusedReply.ts';
import { holdersOf } from './seating.ts';
import type { TableQueue } from './tableQueue.ts';

/** Who acts for the class: its facilitator, or the doorkeeper who seats its people. */
export type Commander = 'facilitator' | 'system';

/** An act upon a table from outside it, by the same door as every other, in its turn. */
export type Command = (by: Commander, action: unknown) => Promise<Reply>;

const guestsAt = (holders: BySeat<string | null>): ReadonlyMap<string, Seat> =>
  new Map(SEATS.flatMap((seat) => holdersOf({ holders }, seat).map((guest) => [guest, seat])));

/** Makes the commands of a table. Whoever changes seats by one is sent the whole story of the new place. */
export const commandsOf =
  (table: Table, audience: Audience, { inTurn, flush }: TableQueue): Command =>
  (by, action) =>
    inTurn(
      async (submit) => {
        const before = guestsAt(table.state.holders);
        const { reply } = await submit(by, action);
        flush();
        const after = guestsAt(table.state.holders);
        for (const guest of new Set([...before.keys(), ...after.keys()]))
          if (before.get(guest) !== after.get(guest)) audience.welcome(guest);
        return reply;
      },
      refusedReply(action, 'unavailable'),
    );
