import type { Presence } from '../../shared/protocol.ts';
import { bookOf } from '../../shared/scenarios/index.ts';
import type { Seat } from '../../shared/seats.ts';
import type { Clock } from '../clock.ts';
import { isProblem } from '../http/errorCodes.ts';
import { isUnreadable } from '../rooms/tableFrom.ts';
import type { ClassStore } from '../storage/classStore.ts';
import { type ClassDesk, plannedPlaces, plannedTreatments } from './desk.ts';
import { formCounts } from './formCounts.ts';
import { agreedIn, type ClassState, type ClassTable, evolveClass, type Member, present } from './journal.ts';
import type { Kept } from './keptJournal.ts';
import type { ConsoleView, Light, RecordLine, TableRow } from './protocol.ts';
import { isDealtAs, tablesPlayedBy } from './sameDeal.ts';
import { rosterKey } from './secrets.ts';
import { plannedRow, type Sight, scoreKeeper, shutRow, tableRow } from './tableRow.ts';
import { variedFactors } from './treatments.ts';

const HERE_MS = 6000;
const MOST_FACTS = 60;

/** A fact as a line of the record. */
const lineOf = ({ seq, at, fact }: Kept, { members }: ClassState): RecordLine => {
  const member = 'member' in fact ? members.find(({ id }) => id === fact.member) : undefined;
  const line = {
    seq,
    at,
    kind: fact.kind,
    act: '',
    name: member?.name ?? '',
    tables: [],
    refused: 0,
    text: '',
  };
  if (fact.kind === 'acted') return { ...line, ...fact };
  if (fact.kind === 'placed') return { ...line, tables: [fact.table], text: fact.seat ?? '' };
  return fact.kind === 'begun' ? { ...line, tables: fact.tables.map(({ number }) => number) } : line;
};

/** The rows before the beginning: as if it came now, with everybody who is there. */
const plannedRows = (desk: ClassDesk, isHere: (member: Member) => boolean): readonly TableRow[] => {
  const state = desk.journal.state();
  const { seats } = bookOf(desk.plan.scenario).scenario;
  const people = present(state).length;
  const treatments = plannedTreatments(desk, people === 0 ? desk.plan.people : people);
  const places = plannedPlaces(desk, state);
  const seated = evolveClass(state, { kind: 'begun', tables: [], places });
  return treatments.map((treatment, i) => plannedRow(i + 1, treatment, seats, seated, isHere));
};

/** Makes the view of a class's console. `lastSeen`: when a guest's page last asked (epoch ms). */
export const consoleOf = (
  desk: ClassDesk,
  store: ClassStore,
  clock: Clock,
  lastSeen: (guest: string) => number | null,
): (() => Promise<ConsoleView>) => {
  const { record, plan, journal, keeper } = desk;
  const scores = scoreKeeper();
  const over = new Map<string, TableRow>();
  const isSeen = ({ guest }: Member): boolean =>
    clock.now() - (lastSeen(guest) ?? Number.NEGATIVE_INFINITY) < HERE_MS;

  const hasEnded = async (table: ClassTable): Promise<boolean> => {
    const host = await keeper.hostOf(table);
    return !isProblem(host) && host.table.state.phase === 'ended';
  };

  /** The seats that the facilitator plays at tables that go on, and what that hides elsewhere. */
  const sights = async (state: ClassState): Promise<(table: ClassTable) => Sight> => {
    const isMeant = ({ isFacilitator }: Member): boolean => isFacilitator;
    const played = await tablesPlayedBy(state, isMeant, hasEnded);
    const seatAt = (number: number): Seat | undefined =>
      present(state).find((member) => isMeant(member) && member.place?.table === number)?.place?.seat ??
      undefined;
    return (table) =>
      (played.includes(table) ? seatAt(table.number) : undefined) ??
      (isDealtAs(table, played) ? 'noMandates' : 'all');
  };

  const rows = async (): Promise<readonly TableRow[]> => {
    const state = journal.state();
    if (state.tables.length === 0) return plannedRows(desk, isSeen);
    const sightOf = await sights(state);
    const found = state.tables.map(async (table): Promise<TableRow> => {
      const known = over.get(table.id);
      if (known !== undefined) return known;
      const host = await keeper.hostOf(table);
      if (isProblem(host)) {
        const { seats } = bookOf(desk.plan.scenario).scenario;
        return shutRow(table, seats, state, isUnreadable(host) ? 'broken' : 'unreachable');
      }
      const row = tableRow(host, table, state, scores(host.table, table.id), sightOf(table));
      // What has ended and is open to all never changes again.
      if (row.phase === 'ended' && row.isOpened) over.set(table.id, row);
      return row;
    });
    return Promise.all(found);
  };

  return async () => {
    const tables = await rows();
    const now = clock.now();
    const { phase } = journal.state();
    const atTable = new Map(
      tables.flatMap(({ seats }) =>
        seats.flatMap(({ light, members }) => members.map(({ id }): [string, Light] => [id, light])),
      ),
    );
    const presenceOf = (member: Member): Presence => {
      const light = phase === 'gathering' ? undefined : atTable.get(member.id);
      if (light === 'connected' || light === 'idle') return light;
      return isSeen(member) ? 'connected' : 'gone';
    };
    const { roster, ...shown } = plan;
    return {
      now,
      code: record.code,
      created: record.created,
      phase,
      plan: shown,
      factors: variedFactors(plan),
      members: present(journal.state()).map((member) => {
        const { id, name, place } = member;
        return { id, name, place, presence: presenceOf(member) };
      }),
      roster: roster.map((name, line) => ({ name, key: rosterKey(record.rosterKey, line) })),
      tables,
      forms: await formCounts(desk, store),
      agreed: agreedIn(journal.state()).length,
      record: journal
        .facts()
        // Who agreed to what is their own affair: only how many did is told. That the facilitator came in is no news to them.
        .filter(({ fact }) => fact.kind !== 'agreed' && fact.kind !== 'facilitates')
        .slice(-MOST_FACTS)
        .toReversed()
        .map((kept) => lineOf(kept, journal.state())),
    };
  };
};
