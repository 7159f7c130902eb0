import { createHash, timingSafeEqual } from 'node:crypto';
import { type Request, Router } from 'express';
import { discreetLog } from '../../shared/debrief/discreet.ts';
import { writeLog } from '../../shared/debrief/readLog.ts';
import type { Entry } from '../../shared/engine/log.ts';
import type { State } from '../../shared/engine/state.ts';
import type { Table } from '../../shared/table/table.ts';
import type { OpenTables } from '../rooms/openTables.ts';
import { heldSeat } from '../rooms/seating.ts';
import { tableFrom } from '../rooms/tableFrom.ts';
import type { LogStore, TableRecord } from '../storage/logStore.ts';
import { type Answer, type Identify, route } from './answer.ts';
import { isProblem, type Problem, problem } from './errorCodes.ts';
import type { Limits } from './limits.ts';
import { readTableCode } from './tableCode.ts';

/** Whether a request comes from the facilitator of the class that a table belongs to. */
export type Facilitates = (request: Request, record: TableRecord) => Promise<boolean>;

/** The parts that the routes of finished tables need. */
export type ReplayRoutesParts = {
  readonly store: LogStore;
  readonly tables: OpenTables;
  readonly identify: Identify;
  readonly limits: Limits;
  readonly facilitates: Facilitates;
};

/** Who asks for a finished table: its facilitator, somebody who sat or opened it, or who was given its link. */
export type Reader = 'facilitator' | 'person' | 'link';

/**
 * The key of a table's link: whoever may read the log may pass it on. It follows from the whole log, so nobody else can
 * work it out and nothing has to be kept.
 */
export const shareKey = (entries: readonly Entry[]): string =>
  createHash('sha256').update(writeLog(entries)).digest('base64url').slice(0, 22);

const isKey = (given: string | undefined, entries: readonly Entry[]): boolean => {
  if (given === undefined) return false;
  const [one, other] = [Buffer.from(given), Buffer.from(shareKey(entries))];
  return one.length === other.length && timingSafeEqual(one, other);
};

/** The table of a record, live or from its log. */
const tableOf = async (
  { store, tables }: Pick<ReplayRoutesParts, 'store' | 'tables'>,
  record: TableRecord,
): Promise<Pick<Table, 'state' | 'entries'> | Problem> => {
  const live = tables.get(record.id);
  if (live !== undefined) return live.table;
  const entries = await store.entriesOf(record.id);
  return tableFrom(record, entries);
};

const readerOf = async (
  { identify, facilitates }: ReplayRoutesParts,
  request: Request,
  record: TableRecord,
  { state, entries }: Pick<Table, 'state' | 'entries'>,
): Promise<Reader | null> => {
  if (await facilitates(request, record)) return 'facilitator';
  const guest = await identify(request);
  if (guest !== null && (heldSeat(state, guest.id) !== null || record.creator === guest.id)) return 'person';
  return isKey(request.get('x-share-key'), entries) ? 'link' : null;
};

/** Whether a table's log may be read now: never before its end, and not before its mandates are open, but by the facilitator. */
const closedBecause = ({ phase, mandatesOpen }: State, reader: Reader): Problem | null => {
  if (phase !== 'ended') return problem('table.unfinished');
  return mandatesOpen || reader === 'facilitator' ? null : problem('table.mandatesSealed');
};

/** A finished table for one who may read it: by link without names and words, which were not the sharer's alone to give. */
const copyFor = (entries: readonly Entry[], reader: Reader): readonly Entry[] =>
  discreetLog(
    entries,
    reader === 'link' ? { names: (seat) => seat, words: 'dropped' } : { names: 'kept', words: 'kept' },
  );

/** `GET /tables/:code/log`: the log of a finished table for its people, its facilitator, or by link. */
export const replayRoutes = (parts: ReplayRoutesParts): Router => {
  const { store, limits } = parts;
  const find = async (request: Request): Promise<TableRecord | Problem> => {
    const slow = limits.ask(request);
    if (slow !== null) return slow;
    const code = readTableCode(String(request.params.code));
    const record = code === null ? null : await store.tableByCode(code);
    if (record === null) limits.noteMiss(request);
    return record ?? problem('table.unknown');
  };

  const log = async (request: Request): Promise<Answer> => {
    const record = await find(request);
    if (isProblem(record)) return record;
    const table = await tableOf(parts, record);
    if (isProblem(table)) return table;
    const reader = await readerOf(parts, request, record, table);
    if (reader === null) {
      limits.noteMiss(request);
      return problem('table.notTheirs');
    }
    const closed = closedBecause(table.state, reader);
    if (closed !== null) return closed;
    const { entries } = table;
    const { code, created } = record;
    const body = { code, created, reader, share: shareKey(entries), entries: copyFor(entries, reader) };
    return { status: 200, body };
  };

  const routes = Router();
  routes.get('/tables/:code/log', route(log));
  return routes;
};
