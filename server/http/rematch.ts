import { randomBytes } from 'node:crypto';
import { type Request, Router } from 'express';
import * as z from 'zod';
import type { Occupant } from '../../shared/engine/state.ts';
import { bySeat, type Seat } from '../../shared/seats.ts';
import { inTurn } from '../inTurn.ts';
import type { OpenTables } from '../rooms/openTables.ts';
import { heldSeat, type Occupy } from '../rooms/seating.ts';
import type { TableHost } from '../rooms/tableHost.ts';
import type { Guest, LogStore, TableOptions } from '../storage/logStore.ts';
import { type Answer, bodyOf, guestRoute, type Identify } from './answer.ts';
import { isProblem, type Problem, problem } from './errorCodes.ts';
import type { Limits } from './limits.ts';
import { readTableCode } from './tableCode.ts';

/** `moved`: everybody plays the capital after their own. */
const RematchRequest = z.strictObject({ seats: z.enum(['kept', 'moved']) });
type Seats = z.infer<typeof RematchRequest>['seats'];

/** The parts that the route of rematches needs. */
export type RematchRoutesParts = {
  readonly store: LogStore;
  readonly tables: OpenTables;
  readonly identify: Identify;
  readonly limits: Limits;
};

const optionsAgain = ({ record: { options } }: TableHost): TableOptions => {
  const { branch: _, daily: __, ...same } = options;
  return { ...same, listed: false, quick: false, mandates: 'drawn' };
};

/** The seat in which whoever sits in each seat now will sit. */
const movesOf = ({ table: { book } }: TableHost, how: Seats): ReadonlyMap<Seat, Seat> => {
  const { seats } = book.scenario;
  const step = how === 'moved' ? 1 : 0;
  return new Map(seats.map((seat, i) => [seat, seats[(i + step) % seats.length] as Seat]));
};

/** Opens the table and sits everybody down who sat at the last one: people keep a seat for as long as the lobby does. */
const openAgain = async (
  tables: OpenTables,
  last: TableHost,
  guest: Guest,
  how: Seats,
): Promise<TableHost | Problem> => {
  const { setup, occupants, holders } = last.table.state;
  const { branch: _, ...same } = setup;
  const moves = movesOf(last, how);
  const before = new Map([...moves].map(([from, to]) => [to, from]));
  const sitterOf = (seat: Seat): Occupant => occupants[before.get(seat) ?? seat];
  const opened = await tables.create(guest, optionsAgain(last), {
    setup: { ...same, reveal: 'end' },
    seed: randomBytes(16).toString('hex'),
    mandates: {},
    occupants: bySeat((seat) => {
      const sitter = sitterOf(seat);
      return sitter.kind === 'bot' ? sitter : { kind: 'vacant' };
    }),
  });
  if (isProblem(opened)) return opened;
  for (const [from, seat] of moves) {
    const sitter = occupants[from];
    if (sitter.kind !== 'person') continue;
    const occupy: Occupy = {
      type: 'occupy',
      seat,
      occupant: { ...sitter, standIn: null },
      holder: holders[from],
    };
    await opened.command('system', occupy);
  }
  return opened;
};

/** `POST /tables/:code/rematch`: a table for the people of one that has ended; the same for all who ask. */
export const rematchRoutes = ({ store, tables, identify, limits }: RematchRoutesParts): Router => {
  const find = async (request: Request): Promise<TableHost | Problem> => {
    const slow = limits.ask(request);
    if (slow !== null) return slow;
    const code = readTableCode(String(request.params.code));
    const record = code === null ? null : await store.tableByCode(code);
    if (record === null) limits.noteMiss(request);
    return record === null ? problem('table.unknown') : tables.open(record.id);
  };

  // Two who press at once shall meet.
  const oneByOne = inTurn();
  const again = async (request: Request, last: TableHost, guest: Guest, how: Seats): Promise<Answer> => {
    const { state } = last.table;
    const by = heldSeat(state, guest.id);
    if (by === null || last.record.options.daily !== undefined) return problem('table.notYours');
    if (state.phase !== 'ended') return problem('table.unfinished');
    if (state.rematch !== undefined) return { status: 200, body: { code: state.rematch.code } };
    const slow = limits.open(request, guest);
    if (slow !== null) return slow;
    const opened = await openAgain(tables, last, guest, how);
    if (isProblem(opened)) return opened;
    const { code } = opened.record;
    const call = { type: 'rematch', next: code, by };
    const called = await last.command('system', call);
    // Put away meanwhile: whoever asks next would be led to another table.
    const host = called.ok ? last : await tables.open(last.record.id);
    if (isProblem(host)) return host;
    if (!called.ok && !(await host.command('system', call)).ok) return problem('unavailable');
    return { status: 201, body: { code } };
  };

  const routes = Router();
  routes.post(
    '/tables/:code/rematch',
    guestRoute(identify, async (request, guest) => {
      const body = bodyOf(request, RematchRequest);
      if (isProblem(body)) return body;
      const last = await find(request);
      return isProblem(last) ? last : oneByOne(() => again(request, last, guest, body.seats));
    }),
  );
  return routes;
};
