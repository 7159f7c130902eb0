import { type Request, Router } from 'express';
import * as z from 'zod';
import { isBot } from '../../shared/bots/index.ts';
import { discreetLog } from '../../shared/debrief/discreet.ts';
import { bookOf } from '../../shared/scenarios/index.ts';
import { SEATS } from '../../shared/seats.ts';
import { restoreTable, type Table } from '../../shared/table/table.ts';
import { HOUSE_BOT } from '../rooms/gameStart.ts';
import type { Guest, TableOptions } from '../storage/logStore.ts';
import { type Answer, bodyOf, guestRoute } from './answer.ts';
import { isProblem, type Problem, problem } from './errorCodes.ts';
import { type FinishedTable, finishedTables, type ReplayRoutesParts } from './replays.ts';

/** `at`: after how many entries of the finished table the new one goes on. */
const BranchRequest = z.strictObject({
  at: z.number().int().min(1).max(1_000_000),
  seat: z.enum(SEATS),
  bot: z.string().min(1).max(64).default(HOUSE_BOT),
});
type BranchRequest = z.infer<typeof BranchRequest>;

/**
 * The first entries of a finished table, as its reader may have them and without names, and on top of them the one that makes
 * another game of it. The chain of hashes goes through: the new log is checked and folded like any other.
 */
const branchOff = (
  { record, copy }: FinishedTable,
  { at, seat, bot }: BranchRequest,
  { id, name }: Guest,
  now: number,
): Table | Problem => {
  // Names stay behind: whoever is deleted from the finished table could not be found in this one.
  const past = discreetLog(copy.slice(0, at), { names: (one) => one, words: 'kept' });
  const table = restoreTable({ book: bookOf(record.options.scenario), entries: past });
  if ('brokenAt' in table) return problem('table.broken');
  if (!table.book.scenario.seats.includes(seat)) return problem('seat.unknown', { seat });
  const action = { type: 'branch', of: record.code, at, seat, name, holder: id, bot };
  return table.submit('system', action, now).reply.ok ? table : problem('branch.notInPlay');
};

const optionsOf = ({ record: { code, options } }: FinishedTable, at: number): TableOptions => ({
  scenario: options.scenario,
  timeControl: 'untimed',
  press: options.press,
  explain: options.explain,
  listed: false,
  quick: false,
  mandates: options.mandates,
  branch: { of: code, at },
});

/** `POST /tables/:code/branch`: plays on against bots from a moment of a finished table, for whoever may read its log. */
export const branchRoutes = (parts: ReplayRoutesParts): Router => {
  const { tables, identify, limits, clock } = parts;
  const finished = finishedTables(parts);

  const branch = async (request: Request, guest: Guest): Promise<Answer> => {
    const slow = limits.open(request, guest);
    if (slow !== null) return slow;
    const wanted = bodyOf(request, BranchRequest);
    if (isProblem(wanted)) return wanted;
    if (!isBot(wanted.bot)) return problem('bot.unknown', { bot: wanted.bot });
    const found = await finished(request);
    if (isProblem(found)) return found;
    const table = branchOff(found, wanted, guest, clock.now());
    if (isProblem(table)) return table;
    const host = await tables.adopt(guest, optionsOf(found, wanted.at), table);
    if (isProblem(host)) return host;
    const { code, id } = host.record;
    return { status: 201, body: { code, id } };
  };

  const routes = Router();
  routes.post('/tables/:code/branch', guestRoute(identify, branch));
  return routes;
};
