import { randomInt } from 'node:crypto';
import { type Request, Router } from 'express';
import * as z from 'zod';
import { SEATS } from '../../shared/seats.ts';
import type { Clock } from '../clock.ts';
import { inTurn } from '../inTurn.ts';
import { type Reservation, reservePlace } from '../rooms/doorkeeper.ts';
import type { OpenTables } from '../rooms/openTables.ts';
import { heldSeat, type SeatWish, vacantSeats } from '../rooms/seating.ts';
import type { TableHost } from '../rooms/tableHost.ts';
import type { Guest, LogStore, TableRecord } from '../storage/logStore.ts';
import type { TableFacts, TimeControl } from '../tableFacts.ts';
import { type Answer, bodyOf, guestRoute, type Identify, route } from './answer.ts';
import type { Elsewhere } from './elsewhere.ts';
import { isProblem, type Problem, problem } from './errorCodes.ts';
import type { Limits } from './limits.ts';
import { readTableCode } from './tableCode.ts';
import { planTable, TableRequest, TimeControlName } from './tableRequest.ts';

const SeatRequest = z.strictObject({
  seat: z.enum([...SEATS, 'spectator']).optional(),
  // Of a line that comes back by itself: what it was told when a person opened it.
  since: z.int().min(0).optional(),
});
const QuickRequest = z.strictObject({
  timeControl: TimeControlName.extract(['blitz', 'standard']).default('standard'),
});
const Nothing = z.strictObject({});

const MOST_LISTED = 50;

/** The parts that the routes of tables need. */
export type TableRoutesParts = {
  readonly clock: Clock;
  readonly store: LogStore;
  readonly tables: OpenTables;
  readonly identify: Identify;
  readonly limits: Limits;
  readonly lobby: Elsewhere['lobby'];
};

/** What `/seat` and `/quick` answer. `since`: see `Connection`. */
type Seated = {
  readonly id: string;
  readonly code: string;
  readonly seat: string;
  readonly since: number;
  readonly reservation: Reservation;
};

const seatGuest = async (
  host: TableHost,
  guest: Guest,
  wish: SeatWish,
  since: number,
): Promise<Seated | Problem> => {
  const taken = await host.takeSeat(guest, wish);
  if (isProblem(taken)) return taken;
  const { id, code } = host.record;
  const reservation = await reservePlace(id, { guest: guest.id, since });
  return { id, code, seat: taken.seat, since, reservation };
};

const answerWith = (status: number, body: object | Problem): Answer =>
  isProblem(body) ? body : { status, body };

/** A vacant seat by chance, so that quick matches don't give the first who comes always the same one. */
const anySeat = ({ table: { state, book } }: TableHost, guest: Guest): SeatWish => {
  if (heldSeat(state, guest.id) !== null) return null;
  const vacant = vacantSeats(state, book.scenario.seats);
  return vacant[randomInt(Math.max(1, vacant.length))] ?? null;
};

/** The lobby: tables that anybody may join and at which somebody is. */
const listedFacts = (tables: OpenTables): readonly TableFacts[] =>
  tables
    .hosts()
    .filter(({ record, table, count }) => {
      const open = record.options.listed && table.state.phase !== 'ended';
      return open && (count() > 0 || record.options.timeControl === 'correspondence');
    })
    .map((host) => host.facts());

const newestFirst = (facts: readonly TableFacts[]): readonly TableFacts[] =>
  [...facts].sort((a, b) => b.created - a.created).slice(0, MOST_LISTED);

/** What everybody may know of one table: live when it is open, else as it was last kept. */
const factsNow = (tables: OpenTables, record: TableRecord): object =>
  tables.get(record.id)?.facts() ?? record.facts;

/** The routes under `/tables`, and `/quick`. A GET never changes anything. */
export const tableRoutes = ({ clock, store, tables, identify, limits, lobby }: TableRoutesParts): Router => {
  const find = async (request: Request): Promise<TableRecord | Problem> => {
    const tooFast = limits.ask(request);
    if (tooFast !== null) return tooFast;
    const code = readTableCode(String(request.params.code));
    const record = code === null ? null : await store.tableByCode(code);
    if (record === null) limits.noteMiss(request);
    return record ?? problem('table.unknown');
  };

  const create = async (request: Request, guest: Guest): Promise<Answer> => {
    const tooFast = limits.open(request, guest);
    if (tooFast !== null) return tooFast;
    const wanted = bodyOf(request, TableRequest);
    if (isProblem(wanted)) return wanted;
    const planned = planTable(wanted, false);
    if (isProblem(planned)) return planned;
    const host = await tables.create(guest, planned.options, planned.opening);
    if (isProblem(host)) return host;
    const { id, code } = host.record;
    return { status: 201, body: { code, id } };
  };

  const sit = async (request: Request, guest: Guest): Promise<Answer> => {
    const tooFast = limits.join(guest);
    if (tooFast !== null) return tooFast;
    const body = bodyOf(request, SeatRequest);
    if (isProblem(body)) return body;
    const record = await find(request);
    if (isProblem(record)) return record;
    const host = await tables.open(record.id);
    if (isProblem(host)) return host;
    const now = clock.now();
    const since = Math.min(body.since ?? now, now);
    return answerWith(200, await seatGuest(host, guest, body.seat ?? null, since));
  };

  const start = async (request: Request, guest: Guest): Promise<Answer> => {
    const body = bodyOf(request, Nothing);
    if (isProblem(body)) return body;
    const record = await find(request);
    if (isProblem(record)) return record;
    if (record.creator !== guest.id) return problem('table.notYours');
    const host = await tables.open(record.id);
    return isProblem(host) ? host : answerWith(200, (await host.startWithBots()) ?? host.facts());
  };

  const quickHost = async (guest: Guest, timeControl: TimeControl): Promise<TableHost | Problem> => {
    const waiting = tables.waitingQuick(timeControl, guest);
    if (waiting !== undefined) return waiting;
    const planned = planTable(TableRequest.parse({ timeControl, listed: true }), true);
    return isProblem(planned) ? planned : tables.create(guest, planned.options, planned.opening);
  };

  // Two people who ask at once shall meet, not open a table each.
  const oneByOne = inTurn();
  const quick = async (request: Request, guest: Guest): Promise<Answer> => {
    const tooFast = limits.join(guest);
    if (tooFast !== null) return tooFast;
    const body = bodyOf(request, QuickRequest);
    if (isProblem(body)) return body;
    return oneByOne(async () => {
      const host = await quickHost(guest, body.timeControl);
      if (isProblem(host)) return host;
      return answerWith(200, await seatGuest(host, guest, anySeat(host, guest), clock.now()));
    });
  };

  const routes = Router();
  routes.post('/tables', guestRoute(identify, create));
  routes.get(
    '/tables',
    route(async (request) => {
      const others = (await lobby(request)) as readonly TableFacts[];
      return { status: 200, body: { tables: newestFirst([...listedFacts(tables), ...others]) } };
    }),
  );
  routes.get(
    '/tables/:code',
    route(async (request) => {
      const record = await find(request);
      return isProblem(record) ? record : { status: 200, body: factsNow(tables, record) };
    }),
  );
  routes.post('/tables/:code/seat', guestRoute(identify, sit));
  routes.post('/tables/:code/start', guestRoute(identify, start));
  routes.post('/quick', guestRoute(identify, quick));
  return routes;
};
