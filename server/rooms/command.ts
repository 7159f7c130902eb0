import type { Reply } from '../../shared/protocol.ts';
import { type BySeat, SEATS } from '../../shared/seats.ts';
import type { Table } from '../../shared/table/table.ts';
import type { Audience } from './audience.ts';
import { holdersOf } from './seating.ts';

/** Who acts for the class: its facilitator, or the doorkeeper who seats its people. */
export type Commander = 'facilitator' | 'system';

/** An act upon a table from outside it, by the same door as every other. */
export type Command = (by: Commander, action: unknown) => Promise<Reply>;

const guestsAt = (holders: BySeat<string | null>): ReadonlyMap<string, string> =>
  new Map(SEATS.flatMap((seat) => holdersOf({ holders }, seat).map((guest) => [guest, seat])));

/** Makes the commands of a table. Whoever changes seats by one is sent the whole story of the new place. */
export const commandsOf =
  (
    table: Table,
    audience: Audience,
    submit: (by: Commander, action: unknown) => Reply | Promise<Reply>,
  ): Command =>
  async (by, action) => {
    const before = guestsAt(table.state.holders);
    const reply = await submit(by, action);
    const after = guestsAt(table.state.holders);
    for (const guest of new Set([...before.keys(), ...after.keys()]))
      if (before.get(guest) !== after.get(guest)) audience.welcome(guest);
    return reply;
  };
