import { randomBytes } from 'node:crypto';
import { type Request, Router } from 'express';
import * as z from 'zod';
import type { Clock } from '../clock.ts';
import { dayOf, endOf, readDay, streakAt } from '../daily/day.ts';
import { DAILY_BOT, DAILY_SCENARIO, dailySeat, planDaily } from '../daily/planDaily.ts';
import type { OpenTables } from '../rooms/openTables.ts';
import type { TableHost } from '../rooms/tableHost.ts';
import type { KnownAttempt } from '../storage/dailyStore.ts';
import type { Guest, LogStore } from '../storage/logStore.ts';
import { type Answer, bodyOf, guestRoute, type Identify, route } from './answer.ts';
import { isProblem, type Problem, problem } from './errorCodes.ts';
import type { Limits } from './limits.ts';

const Nothing = z.strictObject({});
const MOST_SCORES = 100;
const MOST_DAYS = 30;
// Longer than any streak that somebody would want to see in full.
const LONGEST_STREAK = 1000;

/** The parts that the routes of the daily table need. */
export type DailyRoutesParts = {
  readonly store: LogStore;
  readonly tables: OpenTables;
  readonly clock: Clock;
  readonly identify: Identify;
  readonly limits: Limits;
};

/** `GET /daily?day=`: a day's list, and how whoever asks stands. `POST /daily`: today's table, of which the first counts. */
export const dailyRoutes = ({ store, tables, clock, identify, limits }: DailyRoutesParts): Router => {
  const { daily } = store;
  const today = (): string => dayOf(clock.now());

  const yoursOn = async (day: string, guest: Guest): Promise<object | null> => {
    const attempt = await daily.attemptOf(day, guest.id);
    if (attempt === null) return null;
    const { code, score, finished } = attempt;
    const isDone = score !== null && finished !== null;
    return { code, score, rank: isDone ? (await daily.before(day, score, finished)) + 1 : null };
  };

  const list = async (request: Request): Promise<Answer> => {
    const { day: asked } = request.query;
    const day = asked === undefined ? today() : readDay(asked);
    if (day === null || day > today()) return problem('request.malformed', { field: 'day' });
    const guest = await identify(request);
    const mine = guest === null ? new Map<string, number>() : await daily.daysOf(guest.id, LONGEST_STREAK);
    const scores = await daily.scoresOf(day, MOST_SCORES);
    const days = await daily.days(MOST_DAYS);
    const body = {
      day,
      today: today(),
      endsAt: endOf(today()),
      serverNow: clock.now(),
      scenario: DAILY_SCENARIO,
      seat: dailySeat(day),
      bot: DAILY_BOT,
      scores: scores.map(({ guest: who, ...score }) => ({ ...score, isYours: who === guest?.id })),
      yours: guest === null ? null : await yoursOn(day, guest),
      streak: streakAt(today(), new Set(mine.keys())),
      days: days.map((one) => ({ ...one, seat: dailySeat(one.day), yours: mine.get(one.day) ?? null })),
    };
    return { status: 200, body };
  };

  const openTable = async (day: string, guest: Guest): Promise<TableHost | Problem> => {
    const secret = await daily.secret(randomBytes(32).toString('base64url'));
    const { options, opening } = planDaily(day, secret);
    const host = await tables.create(guest, options, opening);
    if (isProblem(host)) return host;
    const taken = await host.takeSeat(guest, dailySeat(day));
    return isProblem(taken) ? taken : host;
  };

  /** The table that counts. Of two that are asked for at once one does; the other is as if it had never been. */
  const openAttempt = async (day: string, guest: Guest): Promise<string | Problem> => {
    const host = await openTable(day, guest);
    if (isProblem(host)) return host;
    const { id, code } = host.record;
    if (await daily.begin({ day, guest: guest.id, tableId: id })) return code;
    await tables.putAway(id, () => store.keeping.deleteTable(id));
    return (await daily.attemptOf(day, guest.id))?.code ?? problem('unavailable');
  };

  const isOver = (attempt: KnownAttempt | null): boolean => attempt !== null && attempt.finished !== null;

  const play = async (request: Request, guest: Guest): Promise<Answer> => {
    const slow = limits.open(request, guest);
    if (slow !== null) return slow;
    const body = bodyOf(request, Nothing);
    if (isProblem(body)) return body;
    const day = today();
    const attempt = await daily.attemptOf(day, guest.id);
    const counts = !isOver(attempt);
    if (attempt !== null && counts) return { status: 200, body: { code: attempt.code, counts } };
    if (counts) {
      const code = await openAttempt(day, guest);
      return typeof code === 'string' ? { status: 201, body: { code, counts } } : code;
    }
    const host = await openTable(day, guest);
    return isProblem(host) ? host : { status: 201, body: { code: host.record.code, counts } };
  };

  const routes = Router();
  routes.get('/daily', route(list));
  routes.post('/daily', guestRoute(identify, play));
  return routes;
};
