import type { Seat } from '../../shared/seats.ts';
import { isProblem, type Problem } from '../http/errorCodes.ts';
import type { Commander } from '../rooms/command.ts';
import type { OpenTables } from '../rooms/openTables.ts';
import { holderOf } from '../rooms/seating.ts';
import type { TableHost } from '../rooms/tableHost.ts';
import { type ClassState, type ClassTable, membersAt } from './journal.ts';

/** Brings the seats of tables in line with what the class's journal says of its people. */
export type SeatKeeper = {
  readonly hostOf: (table: ClassTable) => Promise<TableHost | Problem>;
  /** One seat: its people, or the bot when there are none. */
  readonly keep: (by: Commander, state: ClassState, table: number, seat: Seat) => Promise<void>;
  /** All seats of a table, and its beginning if it has not begun. */
  readonly settle: (by: Commander, state: ClassState, table: ClassTable) => Promise<void>;
};

/** Makes the keeper of a class. `bot`: who plays where nobody sits. */
export const seatKeeper = (tables: OpenTables, bot: string): SeatKeeper => {
  const hostOf = (table: ClassTable): Promise<TableHost | Problem> => tables.bring(table.id);

  const keepAt = async (by: Commander, state: ClassState, table: ClassTable, seat: Seat): Promise<void> => {
    const host = await hostOf(table);
    if (isProblem(host)) return;
    const { phase, occupants, holders } = host.table.state;
    if (phase === 'ended') return;
    const there = membersAt(state, table.number, seat);
    const holder = holderOf(there.map(({ guest }) => guest));
    const isSettled = holder === null ? occupants[seat].kind === 'bot' : holder === holders[seat];
    if (isSettled) return;
    const name = there.map((member) => member.name).join(' · ');
    const occupant = holder === null ? { kind: 'bot', bot } : { kind: 'person', name, standIn: null };
    await host.command(by, { type: 'occupy', seat, occupant, holder });
  };

  return {
    hostOf,
    keep: async (by, state, number, seat) => {
      const table = state.tables.find((one) => one.number === number);
      if (table !== undefined) await keepAt(by, state, table, seat);
    },
    settle: async (by, state, table) => {
      const host = await hostOf(table);
      if (isProblem(host)) return;
      for (const seat of host.table.book.scenario.seats) await keepAt(by, state, table, seat);
      if (host.table.state.phase === 'waiting') await host.command(by, { type: 'start' });
    },
  };
};
