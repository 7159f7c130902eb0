import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayBefore, dayOf, endOf, readDay, seatOf, streakAt } from '../../server/daily/day.ts';
import { planDaily } from '../../server/daily/planDaily.ts';
import { SEATS } from '../../shared/seats.ts';
import { newGuest, type Player, sit, type TestGuest } from '../helpers/players.ts';
import { type ServerUnderTest, startServer } from '../helpers/serverUnderTest.ts';
import { bytesOf } from '../helpers/wire.ts';

describe('days', () => {
  test('the seat goes round, a leap day and the turn of a year are days like others', () => {
    expect(dayBefore('2028-03-01')).toBe('2028-02-29');
    expect(dayBefore('2026-01-01')).toBe('2025-12-31');
    const three = ['2025-12-31', '2026-01-01', '2026-01-02'].map((day) => seatOf(day, SEATS));
    expect(new Set(three).size).toBe(3);
    expect(seatOf('2026-01-03', SEATS)).toBe(three[0]);
    expect(dayOf(endOf('2026-01-02') - 1)).toBe('2026-01-02');
    expect(dayOf(endOf('2026-01-02'))).toBe('2026-01-03');
    for (const none of ['2026-02-30', '2026-1-1', 'today', '', 7, undefined])
      expect(readDay(none)).toBeNull();
  });

  test('a streak counts the days in a row up to today, or up to yesterday while today is still to be played', () => {
    const days = new Set(['2026-01-02', '2026-01-01', '2025-12-31', '2025-12-29']);
    expect(streakAt('2026-01-02', days)).toBe(3);
    expect(streakAt('2026-01-03', days)).toBe(3);
    expect(streakAt('2026-01-04', days)).toBe(0);
  });

  test('the draw is the same for everybody, another each day, and another with another secret', () => {
    const seed = (day: string, secret: string) => planDaily(day, secret).opening.seed;
    expect(planDaily('2026-01-01', 'one')).toEqual(planDaily('2026-01-01', 'one'));
    const seeds = [seed('2026-01-01', 'one'), seed('2026-01-02', 'one'), seed('2026-01-01', 'two')];
    expect(new Set(seeds).size).toBe(3);
  });
});

let server: ServerUnderTest;
let guests: readonly TestGuest[];
beforeAll(async () => {
  server = await startServer();
  guests = await Promise.all(['Ann', 'Bo', 'Cy'].map((name) => newGuest(server.api, name)));
});
afterAll(() => server.close());

const post = (guest: TestGuest) => server.api('POST', '/api/daily', { token: guest.token, body: {} });
const look = async (guest: TestGuest, day = '') =>
  (await server.api('GET', `/api/daily${day && `?day=${day}`}`, { token: guest.token })).body;
const log = (guest: TestGuest, code: string) =>
  server.api('GET', `/api/tables/${code}/log`, { token: guest.token });

/** Ready in every round, until the last day. */
const playToEnd = async (player: Player): Promise<void> => {
  for (;;) {
    const { phase, own } = player.view();
    if (phase === 'ended') return;
    if (phase === 'negotiation' && !own!.ready) await player.act({ type: 'ready', ready: true });
    await server.clock.advance(5000);
    await server.api('GET', '/healthz');
  }
};

test('everybody plays the same table; the first try counts, others are practice; nothing is opened before the day is over', async () => {
  const [ann, bo, cy] = guests as [TestGuest, TestGuest, TestGuest];
  const empty = await look(ann);
  const { today, seat, endsAt } = empty;
  expect(empty).toMatchObject({ day: today, scores: [], yours: null, streak: 0, days: [] });
  expect((await server.api('POST', '/api/daily', { body: {} })).status).toBe(401);

  // Pressed twice: one table, which is also the one that is come back to.
  const [one, other] = await Promise.all([post(ann), post(ann)]);
  expect(one.body).toEqual(other.body);
  expect(one.body.counts).toBe(true);
  const { code } = one.body;
  expect((await post(ann)).body).toEqual({ code, counts: true });
  expect(await server.facts(code)).toMatchObject({ daily: { day: today, seat }, listed: false });
  // The seat is taken: nobody plays for somebody else.
  const stranger = await server.api('POST', `/api/tables/${code}/seat`, { token: bo.token, body: { seat } });
  expect(stranger.body.error.code).toBe('seat.taken');

  const first = await sit(server.url, ann, code);
  expect(first.seat).toBe(seat);
  await first.until(() => first.view().round === 1);
  await first.act({ type: 'speak', to: 'all', text: 'hello', pledge: null });
  await playToEnd(first);
  const { score } = first.view().own!.result!;
  expect(first.view()).toMatchObject({ mandates: null, results: null });
  const scores = [{ name: 'Ann', score, finished: expect.any(Number), isYours: true }];
  await expect.poll(async () => (await look(ann)).scores).toEqual(scores);
  expect((await look(ann)).yours).toEqual({ code, score, rank: 1 });
  expect((await log(ann, code)).body.error.code).toBe('table.mandatesSealed');
  const branch = { token: ann.token, body: { at: 30, seat } };
  expect((await server.api('POST', `/api/tables/${code}/branch`, branch)).body.error.code).toBe(
    'table.mandatesSealed',
  );

  // Practice: the same table once more, which is nobody's try.
  const again = (await post(ann)).body;
  expect(again).toMatchObject({ counts: false });
  const second = await sit(server.url, ann, again.code);
  await second.until(() => second.view().round === 1);
  expect(second.view().own!.mandate).toBe(first.view().own!.mandate);

  // Somebody else has the same draw; who is late plays on, but doesn't count.
  const bos = (await post(bo)).body.code;
  const third = await sit(server.url, bo, bos);
  await third.until(() => third.view().round === 1);
  expect(third.view().own!.mandate).toBe(first.view().own!.mandate);
  expect(bytesOf(third.room.sessionId)).not.toContain('seed');
  await server.clock.advance(endsAt - server.clock.now());
  await playToEnd(third);
  for (const player of [second, third]) await player.leave();

  // The day is over: its mandates open at the tables where somebody is, and for whoever looks back.
  await first.until(() => first.view().mandates !== null);
  expect(first.view().results![seat as 'US'].score).toBe(score);
  const read = await log(ann, code);
  expect(read.status).toBe(200);
  await first.leave();
  await server.restart(1000);
  expect((await log(ann, code)).body.share).toBe(read.body.share);
  expect((await log(bo, bos)).status).toBe(200);
  const opened = (await log(bo, bos)).body.entries.flatMap(
    ({ events }: { events: { kind: string }[] }) => events,
  );
  expect(opened.filter(({ kind }: { kind: string }) => kind === 'mandatesOpened')).toHaveLength(1);
  const next = await look(cy);
  expect(next).toMatchObject({ scores: [], yours: null, streak: 0 });
  expect(next.seat).not.toBe(seat);
  expect(next.days).toEqual([{ day: today, players: 1, best: score, seat, yours: null }]);
  expect(JSON.stringify(next)).not.toContain(ann.id);
  expect((await look(ann, today)).scores).toEqual(scores);
  expect((await look(bo, today)).yours).toEqual({ code: bos, score: null, rank: null });
  expect((await look(ann)).streak).toBe(1);
  expect((await server.api('GET', '/api/daily?day=2999-01-01')).status).toBe(400);

  // Whoever is deleted is on no list.
  await server.api('DELETE', '/api/me', { token: ann.token });
  expect(await look(bo, today)).toMatchObject({ scores: [], days: [] });
});
