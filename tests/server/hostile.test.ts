import { connect as connectTcp } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { newGuest, newId, type Player, sit, type TestGuest } from '../helpers/players.ts';
import { type ServerUnderTest, startServer } from '../helpers/serverUnderTest.ts';

let server: ServerUnderTest;
let ann: TestGuest;
let bo: TestGuest;

beforeAll(async () => {
  server = await startServer();
  ann = await newGuest(server.api, 'Ann');
  bo = await newGuest(server.api, 'Bo');
});
afterAll(() => server.close());

/** A person against two bots that do nothing as long as the clock stands still. */
const alone = async (guest = ann): Promise<Player> => {
  const seats = { KR: 'bot:trader', CN: 'bot:trader' };
  const { body } = await server.api('POST', '/api/tables', { token: guest.token, body: { seats } });
  const player = await sit(server.url, guest, body.code, 'US');
  await player.until(() => player.view().round === 1);
  return player;
};

const isAlive = async (player: Player): Promise<void> => {
  expect(await player.act({ type: 'speak', to: 'all', text: newId(), pledge: null })).toMatchObject({
    ok: true,
  });
};

const deep = (depth: number): unknown => (depth === 0 ? 1 : [deep(depth - 1)]);

const RUBBISH: readonly unknown[] = [
  undefined,
  null,
  0,
  -1.5,
  Number.NaN,
  '',
  'action',
  true,
  [],
  {},
  [[]],
  { type: 7 },
  { type: 'no-such', id: 'long-enough' },
  { type: '__proto__', id: 'long-enough' },
  { type: 'constructor', id: 'long-enough' },
  { type: 'ready' },
  { type: 'ready', id: 'x', ready: true },
  { type: 'ready', id: 'long-enough', ready: 'yes' },
  { type: 'ready', id: 'long-enough', ready: true, more: 1 },
  { type: 'ready', id: ['long-enough'], ready: true },
  { type: 'table', id: 'long-enough', to: ['US'], clauses: deep(200), sealed: 1, note: null, spend: 1e308 },
  { type: 'table', id: 'long-enough', to: [], clauses: [], sealed: false, note: '', spend: -1 },
  { type: 'speak', id: 'long-enough', to: 'all', text: '\ud800', pledge: { lever: '__proto__' } },
  { type: 'speak', id: 'long-enough', to: 'all', text: 'x'.repeat(3000), pledge: null },
  new Map([['type', 'ready']]),
  new Date(0),
  new Uint8Array([1, 2, 3]),
  9007199254740993n,
];

describe('what a person may send', () => {
  test.each(RUBBISH.map((message, i) => [i, message] as const))(
    'rubbish %i is answered with a refusal and changes nothing',
    async (_, message) => {
      const player = await alone();
      const updates = player.updates.length;
      player.post(message);
      await player.until(() => player.replies.length === 1);
      expect(player.replies[0]).toMatchObject({ ok: false, refusal: { code: expect.any(String) } });
      expect(player.updates.length).toBe(updates);
      await isAlive(player);
      await player.leave();
    },
  );

  test.each(['nothing', '__proto__', 'update', 'x'.repeat(100), 7])(
    'a message of the type %s is answered, not punished',
    async (type) => {
      const player = await alone();
      player.room.send(type, { id: 'with-an-id' });
      await player.until(() => player.replies.length === 1);
      expect(player.replies[0]).toEqual({
        id: 'with-an-id',
        ok: false,
        refusal: { code: 'action.unknown', params: {} },
      });
      await isAlive(player);
      await player.leave();
    },
  );

  test('more than 20 actions a second are answered with "too fast", and the connection stays', async () => {
    const player = await alone();
    const ids = Array.from({ length: 40 }, newId);
    for (const id of ids) player.post({ type: 'release', id });
    await player.until(() => player.replies.length === 40);
    const codes = ids.map((id) => {
      const reply = player.replies.find((one) => one.id === id)!;
      return reply.ok ? 'ok' : reply.refusal.code;
    });
    expect(codes.slice(0, 20)).not.toContain('action.tooFast');
    expect(codes.slice(20)).toEqual(Array(20).fill('action.tooFast'));
    await server.clock.advance(1000);
    await isAlive(player);
    await player.leave();
  });

  test('a flood of 300 costs the flooder the connection, not the seat, and others nothing', async () => {
    const flooder = await alone();
    const other = await alone(bo);
    for (let i = 0; i < 300; i++) flooder.post({ type: 'ready', id: newId(), ready: i % 2 === 0 });
    await flooder.until(() => flooder.closed() !== null);
    expect(flooder.closed()).toBe(4002);
    await isAlive(other);
    const { code } = (await server.api('POST', '/api/tables', { token: bo.token, body: {} })).body;
    const again = await sit(server.url, ann, code);
    await again.leave();
    await other.leave();
  });

  test('S6: a frame of more than 4 kB closes its connection, and nothing else', async () => {
    const player = await alone();
    const other = await alone(bo);
    player.room.reconnection.enabled = false;
    player.post({
      type: 'speak',
      id: newId(),
      to: 'all',
      text: 'x'.repeat(4500),
      pledge: null,
    });
    await player.until(() => player.closed() !== null);
    await isAlive(other);
    await other.leave();
  });
});

/** A small generator of pseudo-random numbers, so that a failure can be repeated. */
const randomBytes = (seed: number, length: number): Buffer => {
  let state = seed;
  return Buffer.from(
    Array.from({ length }, () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state >>> 24;
    }),
  );
};

describe('what a socket may send', () => {
  test('random frames of every kind close at most the socket that sent them', async () => {
    const other = await alone(bo);
    const { code } = (await server.api('POST', '/api/tables', { token: ann.token, body: {} })).body;
    const action = Buffer.from([0xa6, ...Buffer.from('action')]);
    for (let kind = 0; kind < 48; kind++) {
      // Kinds beyond 31 carry one of the modifiers.
      const first = kind < 32 ? kind : 13 | ((kind - 32) << 4);
      const { body } = await server.api('POST', `/api/tables/${code}/seat`, { token: ann.token, body: {} });
      const { sessionId, roomId, processId } = body.reservation;
      const path = `/${processId}/${roomId}?sessionId=${sessionId}`;
      const socket = new WebSocket(server.url.replace('http', 'ws') + path);
      await new Promise((resolve) => socket.once('message', resolve));
      socket.send(Buffer.from([10]));
      const closed = new Promise((resolve) => socket.once('close', resolve));
      for (let seed = 1; seed <= 20; seed++) {
        const bytes = randomBytes(kind * 100 + seed, seed * 4);
        socket.send(Buffer.concat([Buffer.from([first]), ...(seed % 2 === 0 ? [action] : []), bytes]));
      }
      socket.send('text');
      socket.send(Buffer.alloc(0));
      socket.send(Buffer.from([12]));
      await closed;
    }
    await isAlive(other);
    await other.leave();
  });

  test.each([
    ['arrays in arrays', Buffer.alloc(4000, 0x91)],
    ['objects in objects', Buffer.alloc(3999, Buffer.from([0x81, 0xa1, 0x61]))],
    ['a text that claims to be 4 GB long', Buffer.from([0xdb, 0xff, 0xff, 0xff, 0xff])],
    ['an array that claims 4 billion places', Buffer.from([0xdd, 0xff, 0xff, 0xff, 0xff])],
  ])('%s as an action harm nobody', async (_, payload) => {
    const player = await alone();
    const other = await alone(bo);
    player.room.reconnection.enabled = false;
    const frame = Buffer.concat([Buffer.from([13, 0xa6]), Buffer.from('action'), payload]);
    (player.room.connection.transport as unknown as { ws: { send: (data: Buffer) => void } }).ws.send(frame);
    await player.until(() => player.replies.length > 0 || player.closed() !== null);
    expect(player.replies.some(({ ok }) => ok)).toBe(false);
    await isAlive(other);
    await other.leave();
  });

  test.each([
    ['a foreign page', { origin: 'https://evil.example' }, '/a/b?sessionId=c'],
    ['a page of nowhere', { origin: 'null' }, '/a/b?sessionId=c'],
    ['a path that is no room', {}, '/'],
  ])('%s gets no socket', async (_, headers, path) => {
    const socket = new WebSocket(server.url.replace('http', 'ws') + path, { headers });
    const refusal = await new Promise<Error>((resolve) => socket.once('error', resolve));
    expect(refusal.message).toContain('403');
  });

  test.each([
    ['GET *[ HTTP/1.1', 'Host: x'],
    ['GET /a/b?sessionId=c HTTP/1.1', 'Host: ['],
    ['GET /a/b?%ff=%zz HTTP/1.1', 'Host: x'],
    ['GET http://[ HTTP/1.1', 'Host: x'],
    ['POST /matchmake/create/table HTTP/1.1', 'Host: ['],
    ['GET /%zz HTTP/1.1', 'Host: x'],
    ['GET /api/tables/%zz HTTP/1.1', 'Host: x'],
    ['GET /../../../../etc/passwd HTTP/1.1', 'Host: x'],
  ])('the request %j with %j harms nobody', async (line, host) => {
    for (const upgrade of [
      '',
      'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n',
    ]) {
      const socket = connectTcp(Number(new URL(server.url).port), '127.0.0.1');
      const answer = new Promise<string>((resolve) => {
        let text = '';
        socket.on('data', (data) => {
          text += data;
          socket.end();
        });
        socket.on('error', () => resolve(text));
        socket.on('close', () => resolve(text));
      });
      socket.write(`${line}\r\n${host}\r\n${upgrade}\r\n`);
      expect(await answer).not.toMatch(/root:|^HTTP\/1\.1 500/);
    }
    expect((await server.api('GET', '/healthz')).status).toBe(200);
  });
});
