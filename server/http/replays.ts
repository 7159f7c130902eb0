import { createHash, timingSafeEqual } from 'node:crypto';
import { type Request, Router } from 'express';
import { discreetLog } from '../../shared/debrief/discreet.ts';
import { writeLog } from '../../shared/debrief/readLog.ts';
import type { Entry } from '../../shared/engine/log.ts';
import type { State } from '../../shared/engine/state.ts';
import type { Seat } from '../../shared/seats.ts';
import type { Table } from '../../shared/table/table.ts';
import type { Clock } from '../clock.ts';
import { isToOpen } from '../daily/dayEnd.ts';
import type { OpenTables } from '../rooms/openTables.ts';
import { heldSeat } from '../rooms/seating.ts';
import { tableFrom } from '../rooms/tableFrom.ts';
import type { Guest, LogStore, TableRecord } from '../storage/logStore.ts';
import { type Answer, type Identify, route } from './answer.ts';
import { isProblem, type Problem, problem } from './errorCodes.ts';
import type { Limits } from './limits.ts';
import { readTableCode } from './tableCode.ts';

/**
 * As whom somebody may read a table because of the class that it belongs to; null: because of none. `isSealed`: not yet, as
 * they still play at a table with the same mandates, or, where nobody knows who they are, somebody does.
 */
export type ReaderByClass = (
  request: Request,
  guest: Guest | null,
  record: TableRecord,
) => Promise<{ readonly reader: 'facilitator' | 'classmate' | null; readonly isSealed: boolean }>;

/** The parts that the routes of finished tables need. */
export type ReplayRoutesParts = {
  readonly store: LogStore;
  readonly tables: OpenTables;
  readonly clock: Clock;
  readonly identify: Identify;
  readonly limits: Limits;
  readonly readerByClass: ReaderByClass;
};

/** Who asks for a finished table: its facilitator, who sat at it or opened it, others of its class, or who was given its link. */
export type Reader = 'facilitator' | 'person' | 'classmate' | 'link';

/** As whom somebody reads a table, and the seat that was theirs. */
type Reading = { readonly reader: Reader; readonly seat: Seat | null; readonly isSealed: boolean };

/**
 * The key of a table's link: whoever may read the log may pass it on. It follows from the whole log of the game, so nobody
 * else can work it out and nothing has to be kept; that somebody wants to play again afterwards changes nothing in it.
 */
export const shareKey = (entries: readonly Entry[]): string =>
  createHash('sha256')
    .update(writeLog(entries.filter(({ events }) => !events.some(({ kind }) => kind === 'rematchCalled'))))
    .digest('base64url')
    .slice(0, 22);

const isKey = (given: string | undefined, entries: readonly Entry[]): boolean => {
  if (given === undefined) return false;
  const [one, other] = [Buffer.from(given), Buffer.from(shareKey(entries))];
  return one.length === other.length && timingSafeEqual(one, other);
};

/** The table of a record, live or from its log. */
const tableOf = async (
  { store, tables }: Pick<ReplayRoutesParts, 'store' | 'tables' | 'clock'>,
  record: TableRecord,
): Promise<Pick<Table, 'state' | 'entries'> | Problem> => {
  const live = tables.get(record.id);
  if (live !== undefined) return live.table;
  const entries = await store.entriesOf(record.id);
  return tableFrom(record, entries);
};

/** The same; a daily table's mandates are opened first, once its day is over. */
const openedAfterItsDay: typeof tableOf = async (parts, record) => {
  const { tables, clock } = parts;
  const table = await tableOf(parts, record);
  if (isProblem(table) || !isToOpen(record, table.state, clock.now())) return table;
  const host = await tables.open(record.id);
  if (isProblem(host)) return host;
  await host.openDay();
  return host.table;
};

const readingOf = async (
  { readerByClass }: ReplayRoutesParts,
  request: Request,
  guest: Guest | null,
  record: TableRecord,
  { state, entries }: Pick<Table, 'state' | 'entries'>,
): Promise<Reading | null> => {
  const seat = guest === null ? null : heldSeat(state, guest.id);
  const { reader, isSealed } = await readerByClass(request, guest, record);
  if (reader === 'facilitator') return { reader, seat, isSealed };
  if (guest !== null && (seat !== null || record.creator === guest.id))
    return { reader: 'person', seat, isSealed };
  if (reader !== null) return { reader, seat, isSealed };
  return isKey(request.get('x-share-key'), entries) ? { reader: 'link', seat: null, isSealed } : null;
};

/** Whether a table's log may be read now: never before its end, and not before its mandates are open, but by the facilitator. */
const closedBecause = ({ phase, mandatesOpen }: State, { reader, isSealed }: Reading): Problem | null => {
  if (phase !== 'ended') return problem('table.unfinished');
  return !isSealed && (mandatesOpen || reader === 'facilitator') ? null : problem('table.mandatesSealed');
};

/** Whether what was said at a table, and by whom, is a reader's to know: not for those who did not sit there. */
const isPrivy = ({ reader, seat }: Reading): boolean =>
  reader === 'facilitator' || (reader === 'person' && seat !== null);

/** A finished table as one who may read it may have it. */
const copyFor = (entries: readonly Entry[], reading: Reading): readonly Entry[] =>
  discreetLog(
    entries,
    isPrivy(reading) ? { names: 'kept', words: 'kept' } : { names: (seat) => seat, words: 'withheld' },
  );

/** A finished table as one who may read it may have it. `entries`: the whole log, for the server's own eyes. */
export type FinishedTable = {
  readonly record: TableRecord;
  readonly reader: Reader;
  readonly seat: Seat | null;
  /** Whether names and words are the reader's to know. */
  readonly isPrivy: boolean;
  readonly entries: readonly Entry[];
  readonly copy: readonly Entry[];
};

/** Finds the finished table that a request names, for whoever may read it. */
export const finishedTables = (
  parts: ReplayRoutesParts,
): ((request: Request) => Promise<FinishedTable | Problem>) => {
  const { store, limits, identify } = parts;
  const find = async (request: Request): Promise<TableRecord | Problem> => {
    const slow = limits.ask(request);
    if (slow !== null) return slow;
    const code = readTableCode(String(request.params.code));
    const record = code === null ? null : await store.tableByCode(code);
    if (record === null) limits.noteMiss(request);
    return record ?? problem('table.unknown');
  };
  return async (request) => {
    const record = await find(request);
    if (isProblem(record)) return record;
    const guest = await identify(request);
    const slow = limits.read(request, guest);
    if (slow !== null) return slow;
    const table = await openedAfterItsDay(parts, record);
    if (isProblem(table)) return table;
    const reading = await readingOf(parts, request, guest, record, table);
    if (reading === null) {
      limits.noteMiss(request);
      return problem('table.notTheirs');
    }
    const closed = closedBecause(table.state, reading);
    if (closed !== null) return closed;
    const { reader, seat } = reading;
    const { entries } = table;
    return { record, reader, seat, isPrivy: isPrivy(reading), entries, copy: copyFor(entries, reading) };
  };
};

/** `GET /tables/:code/log`: the log of a finished table for its people, its facilitator and class, or by link. */
export const replayRoutes = (parts: ReplayRoutesParts): Router => {
  const finished = finishedTables(parts);
  const log = async (request: Request): Promise<Answer> => {
    const found = await finished(request);
    if (isProblem(found)) return found;
    const { record, reader, seat, entries, copy } = found;
    const { code, created } = record;
    return { status: 200, body: { code, created, reader, seat, share: shareKey(entries), entries: copy } };
  };
  const routes = Router();
  routes.get('/tables/:code/log', route(log));
  return routes;
};
