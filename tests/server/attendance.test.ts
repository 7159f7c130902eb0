import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Seat } from '../../shared/seats.ts';
import { newGuest, type Player, sit, type TestGuest } from '../helpers/players.ts';
import { type ServerUnderTest, startServer } from '../helpers/serverUnderTest.ts';

let server: ServerUnderTest;
let guests: readonly TestGuest[];

beforeAll(async () => {
  server = await startServer();
  guests = await Promise.all(['Ann', 'Bo', 'Cy'].map((name) => newGuest(server.api, name)));
});
afterAll(() => server.close());

const SEATED = ['US', 'KR', 'CN'] as const;

/** A game of three people that has begun; `bots`: those seats are bots' instead. */
const begun = async (timeControl = 'class', bots: readonly Seat[] = []) => {
  const seats = Object.fromEntries(bots.map((seat) => [seat, 'bot:trader']));
  const body = { timeControl, seats };
  const { code } = (await server.api('POST', '/api/tables', { token: guests[0]!.token, body })).body;
  const players: Partial<Record<Seat, Player>> = {};
  for (const [i, seat] of SEATED.entries())
    if (!bots.includes(seat)) players[seat] = await sit(server.url, guests[i]!, code, seat);
  const all = Object.values(players);
  for (const player of all) await player.until(() => player.view().round === 1);
  const leave = () => Promise.all(all.map((player) => player.leave()));
  return { US: players.US!, KR: players.KR!, CN: players.CN!, leave };
};

const ready = (player: Player) => player.act({ type: 'ready', ready: true });
/** A refused action: when it is answered, all that was sent before it has come. */
const settle = (player: Player) => player.act({ type: 'speak', to: 'all', text: '', pledge: null });
const presence = (player: Player, seat: Seat) => player.attendance()?.seats[seat];
const standInOf = (player: Player, seat: Seat): string | null => {
  const occupant = player.view().occupants[seat];
  return occupant.kind === 'person' ? occupant.standIn : 'nobody';
};

describe('are you still there?', () => {
  test('who keeps others waiting for two minutes is asked, and 15 s later a stand-in plays, until a sign comes', async () => {
    const { US, KR, CN, leave } = await begun();
    await ready(US);
    await ready(KR);
    await server.clock.advance(119_999);
    await settle(US);
    expect(US.attendance()?.seats).toEqual({ US: 'connected', KR: 'connected', CN: 'connected' });
    await server.clock.advance(1);
    await CN.until(() => CN.attendance()?.answerBy === server.clock.now() + 15_000);
    await US.until(() => presence(US, 'CN') === 'idle');
    expect(US.attendance()?.answerBy).toBeNull();
    await server.clock.advance(14_999);
    await settle(US);
    expect(standInOf(US, 'CN')).toBeNull();
    await server.clock.advance(1);
    await US.until(() => standInOf(US, 'CN') === 'trader');
    CN.here();
    await US.until(() => standInOf(US, 'CN') === null);
    await US.until(() => presence(US, 'CN') === 'connected');
    await leave();
  });

  test('any sign answers: a refused action, or a touch of the page', async () => {
    const { US, KR, CN, leave } = await begun();
    await ready(US);
    await ready(KR);
    for (const answer of [() => settle(CN), async () => CN.here()]) {
      await server.clock.advance(120_000);
      await CN.until(() => CN.attendance()!.answerBy !== null);
      await answer();
      await CN.until(() => CN.attendance()!.answerBy === null && presence(CN, 'CN') === 'connected');
      await settle(US);
      expect(standInOf(US, 'CN')).toBeNull();
    }
    await server.clock.advance(119_000);
    expect(standInOf(US, 'CN')).toBeNull();
    await leave();
  });

  test('who keeps nobody waiting is idle and not asked: bots wait, and so does whoever is not ready', async () => {
    const withBots = await begun('class', ['KR', 'CN']);
    await server.clock.advance(140_000);
    await withBots.US.until(() => presence(withBots.US, 'US') === 'idle');
    expect(withBots.US.attendance()?.answerBy).toBeNull();
    expect(standInOf(withBots.US, 'US')).toBeNull();
    await withBots.leave();
    const { US, KR, CN, leave } = await begun('untimed');
    await server.clock.advance(140_000);
    for (const player of [US, KR, CN]) {
      await player.until(() => presence(player, player.seat as Seat) === 'idle');
      expect(player.attendance()?.answerBy).toBeNull();
    }
    await leave();
  });

  test('nothing of it tells who is ready: the ready look idle too, and a sealed offer that makes them think again changes nothing', async () => {
    const { US, KR, CN, leave } = await begun('untimed');
    await ready(US);
    await ready(KR);
    await server.clock.advance(120_000);
    await CN.until(() => CN.attendance()!.answerBy !== null);
    expect(CN.attendance()!.seats).toEqual({ US: 'idle', KR: 'idle', CN: 'idle' });
    const asked = CN.attendance()!.answerBy;
    await US.act({ type: 'ready', ready: false });
    await KR.act({ type: 'ready', ready: false });
    await settle(US);
    expect(CN.attendance()!.answerBy).toBe(asked);
    await leave();
  });

  test('a stand-in waits for nobody: who was ready and thinks again is not asked because of it', async () => {
    const { US, KR, leave } = await begun('untimed');
    await ready(US);
    await server.clock.advance(120_000);
    await server.clock.advance(15_000);
    await US.until(() => standInOf(US, 'KR') !== null && standInOf(US, 'CN') !== null);
    await US.act({ type: 'ready', ready: false });
    await server.clock.advance(140_000);
    await settle(KR);
    expect(standInOf(US, 'US')).toBeNull();
    expect(US.attendance()?.answerBy).toBeNull();
    await leave();
  });

  test('time in a pause does not count, and by correspondence nobody is asked', async () => {
    const { US, KR, CN, leave } = await begun();
    await ready(US);
    await KR.act({ type: 'pause' });
    await server.clock.advance(115_000);
    await settle(CN);
    await KR.act({ type: 'release' });
    await US.act({ type: 'release' });
    await server.clock.advance(119_999);
    await settle(US);
    expect(presence(US, 'CN')).toBe('connected');
    await leave();
    const slow = await begun('correspondence');
    await ready(slow.US);
    await server.clock.advance(300_000);
    await settle(slow.US);
    expect(presence(slow.US, 'CN')).toBe('connected');
    await slow.leave();
  });
});
