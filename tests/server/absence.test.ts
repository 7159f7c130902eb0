import { matchMaker } from '@colyseus/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Occupant } from '../../shared/engine/state.ts';
import type { Seat } from '../../shared/seats.ts';
import { newGuest, type Player, sit, type TestGuest } from '../helpers/players.ts';
import { type ServerUnderTest, startServer, untilAway } from '../helpers/serverUnderTest.ts';

let server: ServerUnderTest;
let ann: TestGuest;
let bo: TestGuest;

beforeAll(async () => {
  server = await startServer();
  ann = await newGuest(server.api, 'Ann');
  bo = await newGuest(server.api, 'Bo');
});
afterAll(() => server.close());

const openTable = async (timeControl = 'standard'): Promise<string> => {
  const body = { timeControl, seats: { CN: 'bot:trader' } };
  return (await server.api('POST', '/api/tables', { token: ann.token, body })).body.code;
};

/** Two people and a bot, the game begun. */
const begun = async (timeControl?: string): Promise<{ code: string; us: Player; kr: Player }> => {
  const code = await openTable(timeControl);
  const us = await sit(server.url, ann, code, 'US');
  const kr = await sit(server.url, bo, code, 'KR');
  for (const player of [us, kr]) await player.until(() => player.view().round === 1);
  return { code, us, kr };
};

/** Leaves, and waits until the server has noticed. */
const goAway = async (player: Player, code: string): Promise<void> => {
  await player.leave();
  await untilAway(server, code, player.seat as Seat);
};

const standInOf = (occupant: Occupant): string | null =>
  occupant.kind === 'person' ? occupant.standIn : 'nobody';

describe('who leaves during the game', () => {
  test('a stand-in plays after a quarter of the round, until the person is back', async () => {
    const { code, us, kr } = await begun('blitz');
    await goAway(us, code);
    await server.clock.advance(14_999);
    expect(standInOf(kr.view().occupants.US)).toBeNull();
    await server.clock.advance(1);
    await kr.until(() => standInOf(kr.view().occupants.US) === 'trader');
    const back = await sit(server.url, ann, code);
    expect(back.seat).toBe('US');
    await kr.until(() => standInOf(kr.view().occupants.US) === null);
    await back.leave();
    await kr.leave();
  });

  test('a long round waits a minute, and who is back in time is not replaced', async () => {
    const { code, us, kr } = await begun('standard');
    await goAway(us, code);
    await server.clock.advance(59_000);
    const back = await sit(server.url, ann, code);
    await server.clock.advance(59_000);
    expect((await back.act({ type: 'speak', to: 'all', text: 'still me', pledge: null })).ok).toBe(true);
    await kr.until(() => kr.eventsOf('messageSpoken').length === 1);
    expect(kr.eventsOf('occupantChanged').filter(({ seat }) => seat === 'US')).toHaveLength(1);
    await back.leave();
    await kr.leave();
  });

  test('with two connections, one is enough to be there', async () => {
    const { code, us, kr } = await begun('blitz');
    const second = await sit(server.url, ann, code);
    await us.leave();
    await second.act({ type: 'speak', to: 'all', text: 'here', pledge: null });
    await server.clock.advance(16_000);
    expect((await server.facts(code)).seats.US).toMatchObject({ present: true });
    expect(standInOf(kr.view().occupants.US)).toBeNull();
    await second.leave();
    await kr.leave();
  });

  test('by correspondence nobody is replaced, and no seat is freed', async () => {
    const code = await openTable('correspondence');
    const us = await sit(server.url, ann, code, 'US');
    await goAway(us, code);
    await server.clock.advance(3_600_000);
    const kr = await sit(server.url, bo, code, 'KR');
    await kr.until(() => kr.view().round === 1);
    await server.clock.advance(3_600_000);
    expect(standInOf(kr.view().occupants.US)).toBeNull();
    await kr.leave();
  });

  test('without a clock, nobody is replaced as long as nobody waits', async () => {
    const { code, us, kr } = await begun('untimed');
    await goAway(us, code);
    await goAway(kr, code);
    await server.clock.advance(200_000);
    const back = await sit(server.url, bo, code);
    expect(standInOf(back.view().occupants.US)).toBeNull();
    await server.clock.advance(60_000);
    await back.until(() => standInOf(back.view().occupants.US) === 'trader');
    await back.leave();
  });
});

describe('who leaves before the start', () => {
  test('keeps the seat for two minutes, then it is free for others', async () => {
    const code = await openTable();
    const us = await sit(server.url, ann, code, 'US');
    await goAway(us, code);
    await server.clock.advance(119_999);
    expect((await server.facts(code)).seats.US).toMatchObject({ kind: 'person', present: false });
    await server.clock.advance(1);
    expect((await server.facts(code)).seats.US).toEqual({ kind: 'vacant' });
  });

  test('the game waits for everybody who has a seat', async () => {
    const code = await openTable();
    const us = await sit(server.url, ann, code, 'US');
    await goAway(us, code);
    const kr = await sit(server.url, bo, code, 'KR');
    expect(kr.view().phase).toBe('waiting');
    const back = await sit(server.url, ann, code);
    await kr.until(() => kr.view().phase === 'negotiation');
    await back.leave();
    await kr.leave();
  });
});

test('a cut connection comes back by itself, with the whole story and the same seat', async () => {
  const { us, kr } = await begun();
  const updates = us.updates.length;
  let reconnected = false;
  us.room.onReconnect(() => {
    reconnected = true;
  });
  const client = matchMaker
    .getLocalRoomById(us.room.roomId)
    .clients.find(({ sessionId }) => sessionId === us.room.sessionId);
  (client!.ref as unknown as { terminate: () => void }).terminate();
  await us.until(() => reconnected && us.updates.length > updates);
  expect(us.updates.at(-1)!.events[0]).toMatchObject({ kind: 'tableOpened' });
  expect((await us.act({ type: 'speak', to: 'all', text: 'back', pledge: null })).ok).toBe(true);
  await kr.until(() => kr.eventsOf('messageSpoken').length === 1);
  await us.leave();
  await kr.leave();
});
