import { afterAll, beforeAll, expect, test } from 'vitest';
import { newGuest, type Player, sit, type TestGuest } from '../helpers/players.ts';
import { type ServerUnderTest, startServer } from '../helpers/serverUnderTest.ts';

let server: ServerUnderTest;
let ann: TestGuest;
let bo: TestGuest;
let eve: TestGuest;
beforeAll(async () => {
  server = await startServer();
  [ann, bo, eve] = (await Promise.all(['Ann', 'Bo', 'Eve'].map((name) => newGuest(server.api, name)))) as [
    TestGuest,
    TestGuest,
    TestGuest,
  ];
});
afterAll(() => server.close());

const again = ({ token }: TestGuest, code: string, seats: 'kept' | 'moved') =>
  server.api('POST', `/api/tables/${code}/rematch`, { token, body: { seats } });

/** Two people and a bot about the chip council, and somebody who watches, to the end by the clock. */
const finished = async () => {
  const body = { scenario: 'chip-council', timeControl: 'blitz', seats: { CN: 'bot:random' }, listed: true };
  const { code } = (await server.api('POST', '/api/tables', { token: ann.token, body })).body as {
    code: string;
  };
  const us = await sit(server.url, ann, code, 'US');
  const watcher = await sit(server.url, eve, code, 'spectator');
  const early = await again(ann, code, 'kept');
  const kr = await sit(server.url, bo, code, 'KR');
  await us.until(() => us.view().round === 1);
  while (us.view().phase !== 'ended') {
    server.clock.advance(30_000);
    await us.until(() => us.view().phase === 'ended' || (us.view().clock.endsAt ?? 0) > server.clock.now());
  }
  return { code, us, kr, watcher, early };
};

const leave = (...players: readonly Player[]) => Promise.all(players.map((player) => player.leave()));

test('whoever asks to play again opens one table for all: everybody is told, and finds their seat kept', async () => {
  const { code, us, kr, watcher, early } = await finished();
  expect(early.body.error.code).toBe('table.unfinished');
  const log = () => server.api('GET', `/api/tables/${code}/log`, { token: ann.token });
  const { share } = (await log()).body;
  expect((await again(eve, code, 'kept')).body.error.code).toBe('table.notYours');

  const [one, other] = await Promise.all([again(ann, code, 'kept'), again(bo, code, 'moved')]);
  expect(one.body).toEqual(other.body);
  const next: string = one.body.code;
  for (const player of [us, kr, watcher]) await player.until(() => player.view().rematch?.code === next);
  expect(kr.eventsOf('rematchCalled')).toEqual([{ kind: 'rematchCalled', code: next, by: 'US' }]);
  // What was shared of the game before is still the key to it.
  expect((await log()).body.share).toBe(share);
  // Who comes back later finds it, too.
  await leave(us, kr, watcher);
  await server.restart(1000);
  const back = await sit(server.url, bo, code);
  expect(back.view().rematch).toEqual({ code: next, by: 'US' });

  expect(await server.facts(next)).toMatchObject({
    scenario: 'chip-council',
    timeControl: 'blitz',
    listed: false,
    seats: { US: { name: 'Ann' }, KR: { name: 'Bo' }, CN: { kind: 'bot', bot: 'random' } },
  });
  const taken = await server.api('POST', `/api/tables/${next}/seat`, {
    token: eve.token,
    body: { seat: 'KR' },
  });
  expect(taken.body.error.code).toBe('seat.taken');
  const bos = await sit(server.url, bo, next);
  expect([bos.seat, bos.view().phase]).toEqual(['KR', 'waiting']);
  const anns = await sit(server.url, ann, next);
  expect(anns.seat).toBe('US');
  // Everybody is there: it begins.
  await bos.until(() => bos.view().round === 1);
  await leave(back, bos, anns);
});

test('seats move on by one, bots included, and a seat that nobody comes for is free again', async () => {
  const { code, us, kr, watcher } = await finished();
  const next: string = (await again(ann, code, 'moved')).body.code;
  const anns = await sit(server.url, ann, next);
  expect(anns.seat).toBe('KR');
  expect(anns.view().occupants).toMatchObject({ US: { kind: 'bot' }, CN: { kind: 'person', name: 'Bo' } });
  await server.clock.advance(121_000);
  await anns.until(() => anns.view().occupants.CN.kind === 'vacant');
  await leave(us, kr, watcher, anns);
});
