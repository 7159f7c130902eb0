import { withoutName } from '../../shared/table/withoutName.ts';
import type { Fact } from '../classes/journal.ts';
import type { OpenClasses } from '../classes/openClasses.ts';
import type { House } from '../house.ts';
import { isProblem } from '../http/errorCodes.ts';
import { HOUSE_BOT } from '../rooms/gameStart.ts';
import type { OpenTables } from '../rooms/openTables.ts';
import { heldSeat, holdersOf, seatBot, vacate } from '../rooms/seating.ts';
import type { TableHost } from '../rooms/tableHost.ts';
import type { ClassRecord } from '../storage/classStore.ts';
import { StoreFailure } from '../storage/storeFailure.ts';

/** Deletes for good. Whoever is at a table that goes is sent away. */
export type Removals = {
  readonly table: (id: string) => Promise<void>;
  /** A class with its tables, their logs, its journal and its answers. What went on from them grows old by itself. */
  readonly classAlone: (record: ClassRecord) => Promise<void>;
  /** The same with what went on from its tables, which has their words and names. */
  readonly wholeClass: (record: ClassRecord) => Promise<void>;
  /**
   * A guest: their tables where nobody else has sat, their answers, and their name wherever others still need the record.
   * A bot takes over where they are playing.
   */
  readonly guest: (id: string) => Promise<void>;
};

/** The parts of the server that removals work on. */
export type RemovalParts = Pick<House, 'store'> & {
  readonly tables: OpenTables;
  readonly classes: OpenClasses;
  /** Has the other servers open a class from its journal again. Rejects when one of them can't be told. */
  readonly forgetElsewhere: (code: string) => Promise<void>;
};

/** What stands where a deleted guest's name was: no word, so that it is the same in every language. */
export const NO_NAME = '—';

/** Leaves the seat of a guest to a bot, before the start to whoever comes; a fellow delegate goes on alone. */
const leaveSeat = async ({ table, command }: TableHost, guest: string): Promise<void> => {
  const seat = heldSeat(table.state, guest);
  if (seat === null || table.state.phase === 'ended' || holdersOf(table.state, seat).length > 1) return;
  await command('system', table.state.phase === 'waiting' ? vacate(seat) : seatBot(seat, HOUSE_BOT));
};

/** Takes a guest out of the tables and classes of a house. */
const removeGuest = (
  { store, tables, classes, forgetElsewhere }: RemovalParts,
  remove: Pick<Removals, 'table'>,
) => {
  const fromTable = async (id: string, guest: string): Promise<void> => {
    const isOfClass = (await store.classes.classOfTable(id)) !== null;
    const isAlone = (await store.keeping.sittersOf(id)).every((one) => one === guest);
    const host = isAlone && !isOfClass ? null : await tables.bring(id);
    if (host !== null && isProblem(host) && host.code === 'unavailable')
      throw new StoreFailure('unavailable', `table ${id} is out of reach`);
    // A log that can't be read can't be changed either, and is of no use to anybody.
    if (host === null || isProblem(host)) return remove.table(id);
    await leaveSeat(host, guest);
    await tables.putAway(id, async () =>
      store.keeping.rewriteLog(id, withoutName(await store.entriesOf(id), guest, NO_NAME)),
    );
    const reopened = await tables.bring(id);
    if (!isProblem(reopened)) await reopened.keepFacts();
  };

  const fromClass = async ({ id, code }: ClassRecord, guest: string): Promise<void> => {
    // The one that was at work on it may have gone on since it was opened here.
    await forgetElsewhere(code);
    classes.forget(code);
    const host = await classes.byCode(code);
    const member = host?.memberOf(guest)?.id;
    if (host === null || member === undefined) return;
    await host.act({ type: 'remove', member });
    const facts = (await store.classes.factsOf(id)).flatMap(({ fact, ...place }) => {
      const told = fact as Fact;
      return told.kind === 'joined' && told.member === member
        ? [{ ...place, fact: { ...told, name: NO_NAME } }]
        : [];
    });
    await store.classes.rewriteFacts(id, facts);
    await store.classes.deleteAnswers(id, member);
    classes.forget(code);
    await forgetElsewhere(code);
  };
  return { fromTable, fromClass };
};

/** Makes the removals of a house. */
export const removalsOf = (parts: RemovalParts): Removals => {
  const { store, tables, classes, forgetElsewhere } = parts;
  const table = async (id: string): Promise<void> => {
    // Whoever plays it is to stop first, wherever that is.
    await tables.takeOver(id);
    if (await tables.isElsewhere(id)) throw new StoreFailure('unavailable', `table ${id} is out of reach`);
    await tables.putAway(id, () => store.keeping.deleteTable(id));
  };
  const { fromTable, fromClass } = removeGuest(parts, { table });
  const offspring = async (id: string): Promise<void> => {
    for (const child of await store.keeping.offspringOf(id)) {
      // What is interrupted finds the rest again by what is still there.
      await offspring(child);
      await table(child);
    }
  };
  const classAlone = async ({ id, code }: ClassRecord): Promise<void> => {
    await forgetElsewhere(code);
    classes.forget(code);
    for (const tableId of await store.classes.tablesOf(id)) await table(tableId);
    await store.classes.deleteClass(id);
    classes.forget(code);
    await forgetElsewhere(code);
  };
  return {
    table,
    classAlone,
    wholeClass: async (record) => {
      for (const tableId of await store.classes.tablesOf(record.id)) await offspring(tableId);
      await classAlone(record);
    },
    guest: async (id) => {
      for (const record of await store.classes.classesOf(id)) await fromClass(record, id);
      for (const tableId of await store.keeping.tablesOf(id)) await fromTable(tableId, id);
      await store.keeping.deleteGuest(id);
    },
  };
};
