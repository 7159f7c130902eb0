import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BOTS } from '../../shared/bots/index.ts';
import { anyTabling } from '../helpers/packages.ts';
import { connect, newGuest, newId, type Player, sit, type TestGuest } from '../helpers/players.ts';
import { type ServerUnderTest, startServer } from '../helpers/serverUnderTest.ts';

let server: ServerUnderTest;
let guests: readonly TestGuest[];

beforeAll(async () => {
  server = await startServer();
  guests = await Promise.all(['Ann', 'Bo', 'Cy', 'Di'].map((name) => newGuest(server.api, name)));
});
afterAll(() => server.close());

const openTable = async (body: object = {}): Promise<string> =>
  (await server.api('POST', '/api/tables', { token: guests[0]!.token, body })).body.code;

/** Three people at a table whose game has begun. */
const threeAt = async (code: string): Promise<readonly [Player, Player, Player]> => {
  const us = await sit(server.url, guests[0]!, code, 'US');
  const kr = await sit(server.url, guests[1]!, code, 'KR');
  const cn = await sit(server.url, guests[2]!, code, 'CN');
  for (const player of [us, kr, cn]) await player.until(() => player.view().phase === 'negotiation');
  return [us, kr, cn];
};

const leaveAll = (players: readonly Player[]) => Promise.all(players.map((player) => player.leave()));

describe('a table of three people', () => {
  test('begins by itself when all three are there', async () => {
    const code = await openTable();
    const us = await sit(server.url, guests[0]!, code, 'US');
    const kr = await sit(server.url, guests[1]!, code, 'KR');
    expect(kr.view()).toMatchObject({ viewer: 'KR', phase: 'waiting', own: { seat: 'KR' } });
    const cn = await sit(server.url, guests[2]!, code);
    expect(cn.seat).toBe('CN');
    for (const player of [us, kr, cn]) await player.until(() => player.view().round === 1);
    expect(us.view().clock.endsAt).toBeGreaterThan(server.clock.now());
    await leaveAll([us, kr, cn]);
  });

  test('an action is answered after everybody has heard of it, and is done once', async () => {
    const [us, kr, cn] = await threeAt(await openTable());
    const id = newId();
    const speech = { type: 'speak', to: 'all', text: 'Good morning', pledge: null, id };
    const before = us.updates.length;
    expect(await us.act(speech)).toEqual({ id, ok: true });
    expect(us.updates.length).toBe(before + 1);
    expect(await us.act(speech)).toEqual({ id, ok: true });
    expect(us.updates.length).toBe(before + 1);
    for (const player of [us, kr, cn]) {
      await player.until(() => player.eventsOf('messageSpoken').length > 0);
      expect(player.eventsOf('messageSpoken')).toMatchObject([{ by: 'US', text: 'Good morning' }]);
      expect(player.updates.at(-1)!.seq).toBe(player.events().length);
    }
    await leaveAll([us, kr, cn]);
  });

  test('an offer is tabled and declined; a refusal changes nothing and says why', async () => {
    const [us, kr, cn] = await threeAt(await openTable());
    expect((await us.act(anyTabling(us, 'KR'))).ok).toBe(true);
    await kr.until(() => kr.view().offers.length === 1);
    await cn.until(() => cn.view().offers.length === 1);
    const offer = kr.view().offers[0]!.id;
    expect(await cn.act({ type: 'accept', offer, spend: 0 })).toMatchObject({
      ok: false,
      refusal: { code: 'offer.notAddressed' },
    });
    expect(await kr.act({ type: 'decline', offer, note: 'Not today' })).toMatchObject({ ok: true });
    await cn.until(() => cn.view().offers[0]!.state === 'declined');
    expect(cn.eventsOf('offerDeclined')).toMatchObject([{ offer, by: 'KR', note: 'Not today' }]);
    await leaveAll([us, kr, cn]);
  });

  test('the clock ends phases by itself', async () => {
    const [us, kr, cn] = await threeAt(await openTable({ timeControl: 'blitz' }));
    await server.clock.advance(48_000);
    await us.until(() => us.view().phase === 'closing');
    await server.clock.advance(12_000);
    await us.until(() => us.view().round === 2);
    expect(us.view().phase).toBe('negotiation');
    await leaveAll([us, kr, cn]);
  });

  test('a spectator sees what is public and may do nothing', async () => {
    const code = await openTable();
    const players = await threeAt(code);
    const watcher = await sit(server.url, guests[3]!, code);
    expect(watcher.seat).toBe('spectator');
    expect(watcher.view()).toMatchObject({ viewer: 'spectator', own: null, mandates: null, results: null });
    expect(await watcher.act({ type: 'ready', ready: true })).toMatchObject({
      ok: false,
      refusal: { code: 'action.notYours' },
    });
    expect((await server.facts(code)).watching).toBe(1);
    await leaveAll([...players, watcher]);
  });

  test.each(['tick', 'start', 'occupy', 'standIn', 'give', 'advance', 'inject', 'openMandates', 'explain'])(
    'a seat may not %s',
    async (type) => {
      const [us, kr, cn] = await threeAt(await openTable());
      const payload = {
        seat: 'CN',
        occupant: { kind: 'vacant' },
        holder: null,
        bot: 'trader',
        ms: 1,
        card: 'x',
      };
      const before = us.updates.length;
      for (const action of [{ type }, { type, ...payload }]) expect((await us.act(action)).ok).toBe(false);
      expect(us.updates.length).toBe(before);
      await leaveAll([us, kr, cn]);
    },
  );
});

describe('seats and connections', () => {
  test('a guest who changes seats sees and does what belongs to the new seat, on every connection', async () => {
    const code = await openTable();
    const first = await sit(server.url, guests[0]!, code, 'US');
    const second = await sit(server.url, guests[0]!, code, 'CN');
    await first.until(() => first.view().viewer === 'CN');
    expect(second.view().own?.seat).toBe('CN');
    expect((await server.facts(code)).seats.US).toEqual({ kind: 'vacant' });
    await leaveAll([first, second]);
  });

  test('of more than three connections of one guest the oldest goes', async () => {
    const code = await openTable();
    const players: Player[] = [];
    for (let i = 0; i < 4; i++) players.push(await sit(server.url, guests[0]!, code));
    await players[0]!.until(() => players[0]!.closed() !== null);
    expect(players.map((player) => player.closed())).toEqual([4011, null, null, null]);
    await leaveAll(players.slice(1));
  });

  test('a reservation is good for one connection only', async () => {
    const code = await openTable();
    const { body } = await server.api('POST', `/api/tables/${code}/seat`, {
      token: guests[0]!.token,
      body: {},
    });
    const player = await connect(server.url, guests[0]!, body);
    await expect(connect(server.url, guests[0]!, body)).rejects.toThrow();
    await player.leave();
  });

  test('a bot that fails costs its own move, not the game', async () => {
    const failing = {
      id: 'failing',
      next: () => {
        throw new Error('a defect');
      },
    };
    Object.assign(BOTS, { failing });
    const seats = { KR: 'bot:failing', CN: 'bot:failing' };
    const code = await openTable({ seats, timeControl: 'untimed' });
    const us = await sit(server.url, guests[0]!, code);
    await us.until(() => us.view().round === 1);
    await server.clock.advance(0);
    expect((await us.act({ type: 'ready', ready: true })).ok).toBe(true);
    await us.until(() => us.view().phase === 'closing');
    await server.clock.advance(5000);
    await us.until(() => us.view().round === 2);
    await us.leave();
    Reflect.deleteProperty(BOTS, 'failing');
  });

  test('one person and two bots play to the end, and the result is there to look at afterwards', async () => {
    const seats = { KR: 'bot:trader', CN: 'bot:random' };
    const code = await openTable({ seats, timeControl: 'blitz', explain: true });
    const us = await sit(server.url, guests[0]!, code);
    await us.until(() => us.view().round === 1);
    for (let second = 0; second < 400; second++) await server.clock.advance(1000);
    await us.until(() => us.view().phase === 'ended');
    expect(us.view().results).not.toBeNull();
    expect(us.view().mandates).not.toBeNull();
    expect(us.eventsOf('offerTabled').length + us.eventsOf('moveExplained').length).toBeGreaterThan(0);
    await us.leave();
    const watcher = await sit(server.url, guests[3]!, code);
    expect(watcher.view()).toMatchObject({ phase: 'ended', results: us.view().results });
    const refused = await server.api('POST', `/api/tables/${code}/seat`, {
      token: guests[3]!.token,
      body: { seat: 'KR' },
    });
    expect(refused.body.error.code).toBe('table.ended');
    await watcher.leave();
  });
});
