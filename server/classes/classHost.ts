import type { House } from '../house.ts';
import { isProblem, type Problem } from '../http/errorCodes.ts';
import { inTurn } from '../inTurn.ts';
import type { OpenTables } from '../rooms/openTables.ts';
import type { ClassRecord } from '../storage/classStore.ts';
import type { Guest } from '../storage/logStore.ts';
import type { ClassAct } from './acts.ts';
import { carryOut } from './carryOut.ts';
import { consoleOf } from './consoleView.ts';
import type { ClassDesk, StoredPlan } from './desk.ts';
import { type Entrance, joinClass, noteFacilitator } from './joinClass.ts';
import { type ClassTable, type Member, present } from './journal.ts';
import { openJournal } from './keptJournal.ts';
import type { ActOutcome, ConsoleView } from './protocol.ts';
import { isDealtAs, tablesPlayedBy } from './sameDeal.ts';
import { seatKeeper } from './seatKeeper.ts';

/** A class being held: who is in it, its tables, and whatever its facilitator does. */
export type ClassHost = {
  readonly desk: ClassDesk;
  /** The member of a class that a guest is. */
  readonly memberOf: (guest: string) => Member | undefined;
  /** Whether a guest was somebody of the class whose place has moved to another device. */
  readonly hasMoved: (guest: string) => boolean;
  readonly join: (entrance: Entrance) => Promise<Member | Problem>;
  /** Notes that a guest has shown the class's secret. */
  readonly facilitates: (guest: Guest) => Promise<void>;
  /** Notes whether a member's words may go along when the class is taken away as files. */
  readonly agree: (member: Member, agrees: boolean) => Promise<void>;
  readonly act: (act: ClassAct) => Promise<ActOutcome | Problem>;
  /** All that the facilitator sees. */
  readonly console: () => Promise<ConsoleView>;
  /**
   * Whether what is written of a table would tell a reader what is secret at one where they still play; of `anybody` nobody
   * knows where.
   */
  readonly wouldTell: (tableId: string, reader: ClassReader) => Promise<boolean>;
  /** Somebody's page asked how things are: they are there. */
  readonly seen: (guest: string) => void;
};

/** Who wants to read a table of a class: its facilitator, somebody of it, or nobody that it knows. */
export type ClassReader = 'facilitator' | { readonly guest: string } | 'anybody';

/** The parts of the server that a class needs. */
export type ClassParts = Pick<House, 'clock' | 'store'> & { readonly tables: OpenTables };

/** Opens a class from its journal. `onDoubt`: it has to be opened again. Tables whose seating was interrupted are seated now. */
export const hostClass = async (
  parts: ClassParts,
  record: ClassRecord,
  onDoubt: () => void,
): Promise<ClassHost> => {
  const { store, clock, tables } = parts;
  const { plan, seed } = record.plan as StoredPlan;
  const journal = await openJournal(store.classes, clock, record.id, onDoubt);
  const keeper = seatKeeper(tables, plan.bot);
  const desk: ClassDesk = { record, plan, seed, journal, keeper, tables };
  const oneByOne = inTurn();
  const lastSeen = new Map<string, number>();
  const consoleNow = consoleOf(desk, store.classes, clock, (guest) => lastSeen.get(guest) ?? null);

  // Another server may play it: its row tells as well, without bringing it here.
  const hasEnded = async ({ id }: ClassTable): Promise<boolean> =>
    (tables.get(id)?.table.state.phase ?? (await store.tableById(id))?.facts.phase) === 'ended';
  const { phase, tables: begun } = journal.state();
  if (phase === 'running')
    for (const table of begun) {
      const host = await keeper.hostOf(table);
      if (!isProblem(host) && host.table.state.phase === 'waiting')
        await keeper.settle('facilitator', journal.state(), table);
    }
  return {
    desk,
    memberOf: (guest) => journal.state().members.findLast((member) => member.guest === guest),
    hasMoved: (guest) => present(journal.state()).some(({ earlier }) => earlier.includes(guest)),
    join: (entrance) => oneByOne(() => joinClass(desk, entrance)),
    facilitates: ({ id }) => oneByOne(() => noteFacilitator(desk, id)),
    agree: (member, agrees) => oneByOne(() => journal.note({ kind: 'agreed', member: member.id, agrees })),
    act: (act) => oneByOne(() => carryOut(desk, act)),
    console: consoleNow,
    wouldTell: async (tableId, reader) => {
      const table = journal.state().tables.find(({ id }) => id === tableId);
      const isMeant = (member: Member): boolean => {
        if (typeof reader === 'object') return member.guest === reader.guest;
        return reader === 'anybody' || member.isFacilitator;
      };
      return (
        table !== undefined && isDealtAs(table, await tablesPlayedBy(journal.state(), isMeant, hasEnded))
      );
    },
    seen: (guest) => {
      lastSeen.set(guest, clock.now());
    },
  };
};
