import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { identifyBy } from '../../server/http/guests.ts';
import type { LogStore } from '../../server/storage/logStore.ts';
import { manualClock } from '../helpers/manualClock.ts';
import { connect, newGuest, newId, type Player, sit, type TestGuest } from '../helpers/players.ts';
import { type ServerUnderTest, startServer } from '../helpers/serverUnderTest.ts';

let server: ServerUnderTest;
let client: string;
let ann: TestGuest;
let bo: TestGuest;

beforeAll(async () => {
  client = mkdtempSync(join(tmpdir(), 'between-giants-client-'));
  mkdirSync(join(client, 'assets'));
  writeFileSync(join(client, 'index.html'), '<!doctype html><title>page</title>');
  writeFileSync(join(client, 'assets', 'main-1a2b3c.js'), 'export {};');
  server = await startServer({ PUBLIC_URL: 'https://play.example' }, client);
  ann = await newGuest(server.api, 'Ann');
  bo = await newGuest(server.api, 'Bo');
});
afterAll(async () => {
  await server.close();
  rmSync(client, { recursive: true, force: true });
});

const post = (path: string, token: string, body: unknown = {}) => server.api('POST', path, { token, body });
const openTable = async (body: object = { timeControl: 'untimed' }): Promise<{ code: string; id: string }> =>
  (await post('/api/tables', ann.token, body)).body;

/** Opens a socket and tells what becomes of it: the close code, once the server has closed it; -1: it did not open. */
const closeCodeOf = (path: string): Promise<number> =>
  new Promise((resolve) => {
    const socket = new WebSocket(server.url.replace('http', 'ws') + path);
    socket.on('error', () => resolve(-1));
    socket.on('close', resolve);
  });

describe('S3: tokens', () => {
  test('S3: 10,000 guesses at a token let nobody in', async () => {
    let asked = 0;
    const guestByToken = async (hash: string) => {
      asked++;
      expect(hash).toMatch(/^[0-9a-f]{64}$/);
      return null;
    };
    const identify = identifyBy({ guestByToken } as unknown as LogStore, manualClock());
    for (let i = 0; i < 10_000; i++) {
      const token = Buffer.from(`guess-${i}-`.padEnd(16, String(i)))
        .subarray(0, 16)
        .toString('base64url');
      expect(await identify({ get: () => `Bearer ${token}` } as never)).toBeNull();
    }
    expect(asked).toBe(10_000);
  });

  test.each([
    ['none', ''],
    ['an empty one', 'Bearer '],
    ['a part', 'Bearer PART'],
    ['more than it', 'Bearer TOKEN='],
    ['another case', 'bearer TOKEN'],
    ['two', 'Bearer TOKEN, Bearer TOKEN'],
    ['another scheme', 'Basic TOKEN'],
    ['the id of the guest', 'Bearer ID'],
    ['a pattern', 'Bearer %'],
    ['an SQL condition', "Bearer ' OR 1=1 --"],
  ])('S3: %s as a token is nobody', async (_, header) => {
    const authorization = header
      .replaceAll('TOKEN', ann.token)
      .replace('PART', ann.token.slice(0, 10))
      .replace('ID', ann.id);
    const answer = await server.api('GET', '/api/me', { headers: { authorization } });
    expect(answer).toMatchObject({ status: 401, body: { error: { code: 'guest.unknown' } } });
  });

  test('S3: a token in a URL or a body is nobody, and none is ever in a redirect or a cookie', async () => {
    for (const path of [
      `/api/me?token=${ann.token}`,
      `/api/me?_authToken=${ann.token}`,
      `/api/me#${ann.token}`,
    ])
      expect((await server.api('GET', path)).status).toBe(401);
    expect((await server.api('POST', '/api/tables', { body: { token: ann.token } })).status).toBe(401);
    const entered = await server.api('POST', '/api/guests', { body: { name: 'Cy' } });
    expect(entered.headers.get('set-cookie')).toBeNull();
    expect(entered.headers.get('location')).toBeNull();
    expect(entered.headers.get('cache-control')).toBe('no-store');
  });

  test('S3: at rest there is a hash, no token', async () => {
    const files = readdirSync(server.folder).map((name) =>
      readFileSync(join(server.folder, name)).toString('latin1'),
    );
    expect(files.some((bytes) => bytes.includes(ann.id))).toBe(true);
    for (const bytes of files) expect(bytes).not.toContain(ann.token);
  });

  test("S3: another's token gives another's seat, never this one", async () => {
    const { code } = await openTable();
    expect((await post(`/api/tables/${code}/seat`, ann.token, { seat: 'US' })).body.seat).toBe('US');
    expect((await post(`/api/tables/${code}/seat`, bo.token, { seat: 'US' })).status).toBe(409);
    expect((await post(`/api/tables/${code}/seat`, bo.token)).body.seat).not.toBe('US');
  });

  test('S3, S13: a reservation opens one socket, at its own table, for a short while', async () => {
    const [one, other] = [await openTable(), await openTable()];
    const reserve = async () => (await post(`/api/tables/${one.code}/seat`, ann.token)).body;
    const seated = await reserve();
    const { sessionId, processId, roomId } = seated.reservation;
    const pathTo = (room: string, session: string) => `/${processId}/${room}?sessionId=${session}`;
    await (await sit(server.url, bo, other.code)).room.leave();
    // At another table, with a part of it, with more than it, with none.
    for (const path of [
      pathTo(other.id, sessionId),
      pathTo(roomId, sessionId.slice(0, -1)),
      pathTo(roomId, `${sessionId}x`),
      pathTo(roomId, ''),
      `/${processId}/${roomId}?`,
      pathTo(roomId, '__proto__'),
      pathTo('constructor', sessionId),
    ])
      expect([4002, -1], path).toContain(await closeCodeOf(path));
    const player = await connect(server.url, ann, seated);
    expect(await closeCodeOf(pathTo(roomId, sessionId))).toBe(4002);
    expect(await player.act({ type: 'ready', ready: true })).toMatchObject({
      refusal: { code: 'game.notStarted' },
    });
    await player.leave();
    expect(await closeCodeOf(pathTo(roomId, sessionId))).toBe(4002);
  });
});

describe('S12: rooms', () => {
  test.each(['create', 'joinOrCreate', 'join', 'joinById', 'reconnect', 'query', '__proto__'])(
    'S12: the matchmaking call %s is not served',
    async (method) => {
      const { id } = await openTable();
      for (const name of ['table', id, 'lobby'])
        for (const verb of ['POST', 'GET'])
          expect(
            (
              await server.api(verb, `/matchmake/${method}/${name}`, {
                token: ann.token,
                ...(verb === 'POST' && { body: {} }),
              })
            ).body,
          ).not.toHaveProperty('sessionId');
    },
  );

  test('S12: options that only the house may choose are refused', async () => {
    for (const extra of [
      { id: 'mine' },
      { code: 'AAAAAA' },
      { quick: true },
      { maxClients: 1 },
      { roomId: 'x' },
    ])
      expect((await post('/api/tables', ann.token, extra)).status).toBe(400);
  });
});

describe('S13: replay', () => {
  test('S13: recorded frames, sent again anywhere, have no effect', async () => {
    const { code } = await openTable();
    const guests = [ann, bo, await newGuest(server.api, 'Cy'), await newGuest(server.api, 'Di')];
    const players: Player[] = [];
    for (const guest of guests) players.push(await sit(server.url, guest, code));
    for (const player of players) await player.until(() => player.view().round === 1);
    const wireOf = (player: Player) =>
      (player.room.connection.transport as unknown as { ws: { send: (data: Uint8Array) => void } }).ws;

    const frames: Uint8Array[] = [];
    const wire = wireOf(players[0]!);
    const send = wire.send.bind(wire);
    wire.send = (data) => {
      frames.push(Uint8Array.from(data));
      send(data);
    };
    for (const text of ['one', 'two'])
      await players[0]!.act({ type: 'speak', to: 'all', text, pledge: null });
    await players[0]!.act({ type: 'ready', ready: true });
    expect(frames).toHaveLength(3);
    wire.send = send;

    /** Plays the frames to a connection; whatever that does would show in its or the first player's events. */
    const replay = async (player: Player): Promise<readonly string[]> => {
      const before = { story: player.events().length, replies: player.replies.length };
      for (const frame of frames) wireOf(player).send(frame);
      await player.until(() => player.replies.length === before.replies + frames.length);
      expect(player.events()).toHaveLength(before.story);
      return player.replies.slice(before.replies).map((reply) => (reply.ok ? 'ok' : reply.refusal.code));
    };
    const story = players[1]!.events().length;
    // To the same seat: each was answered already, and is answered the same without being done again.
    expect(await replay(players[0]!)).toEqual(['ok', 'ok', 'ok']);
    // By somebody who only watches, here or at another table.
    expect(new Set(await replay(players[3]!))).toEqual(new Set(['action.notYours']));
    const elsewhere = await openTable();
    await sit(server.url, bo, elsewhere.code, 'US');
    const stranger = await sit(server.url, guests[3]!, elsewhere.code, 'spectator');
    expect(new Set(await replay(stranger))).toEqual(new Set(['action.otherTable']));
    // At another table where the same guest plays the same seat and might say just that.
    const { code: second } = await openTable();
    const others: Player[] = [];
    for (const guest of guests.slice(0, 3)) others.push(await sit(server.url, guest, second));
    for (const player of others) await player.until(() => player.view().round === 1);
    const before = others[1]!.events().length;
    expect(new Set(await replay(others[0]!))).toEqual(new Set(['action.otherTable']));
    const greeting = { type: 'speak', to: 'all', text: 'here', pledge: null };
    expect(await others[0]!.act(greeting)).toMatchObject({ ok: true });
    await others[1]!.until(() => others[1]!.events().length > before);
    expect(others[1]!.events()).toHaveLength(before + 1);
    // Without any address it is taken nowhere.
    const nowhere = { ...greeting, id: newId() };
    others[0]!.room.send('action', nowhere);
    await others[0]!.until(() => others[0]!.replies.some(({ id }) => id === nowhere.id));
    expect(others[0]!.replies.find(({ id }) => id === nowhere.id)).toEqual({
      id: nowhere.id,
      ok: false,
      refusal: { code: 'action.malformed', params: { path: 'table' } },
    });
    for (const player of others) await player.leave();
    // And in a new connection of the same seat.
    expect(await replay(await sit(server.url, ann, code))).toEqual(['ok', 'ok', 'ok']);
    expect(await players[1]!.act({ type: 'speak', to: 'all', text: newId(), pledge: null })).toMatchObject({
      ok: true,
    });
    expect(players[1]!.events()).toHaveLength(story + 1);
    for (const player of players) await player.leave();
  });
});

const SHIELDS = [
  'content-security-policy',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
  'origin-agent-cluster',
  'referrer-policy',
  'strict-transport-security',
  'x-content-type-options',
  'x-dns-prefetch-control',
  'x-download-options',
  'x-frame-options',
  'x-permitted-cross-domain-policies',
  'x-xss-protection',
];

describe('S10: headers', () => {
  test.each([
    ['the page', '/', 200],
    ['a page within', '/table/ABCDEF', 200],
    ['an asset', '/assets/main-1a2b3c.js', 200],
    ['an answer', '/api/scenarios', 200],
    ['a refusal', '/api/me', 401],
    ['what is not there', '/nothing.here', 404],
    ['health', '/healthz', 200],
  ])('S10: %s carries all of them', async (_, path, status) => {
    const answer = await server.api('GET', path);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('x-powered-by')).toBeNull();
    expect(answer.headers.get('server')).toBeNull();
    expect(Object.fromEntries(SHIELDS.map((name) => [name, answer.headers.get(name)]))).toEqual({
      'content-security-policy':
        "default-src 'self';script-src 'self';style-src 'self';img-src 'self' data: blob:;font-src 'self' data:;media-src 'self' data: blob:;worker-src 'self' blob:;connect-src 'self' data: blob: wss://play.example;object-src 'none';base-uri 'none';form-action 'self';frame-ancestors 'none'",
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'origin-agent-cluster': '?1',
      'referrer-policy': 'no-referrer',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'x-content-type-options': 'nosniff',
      'x-dns-prefetch-control': 'off',
      'x-download-options': 'noopen',
      'x-frame-options': 'DENY',
      'x-permitted-cross-domain-policies': 'none',
      'x-xss-protection': '0',
    });
  });

  test('S10: answers of the API are kept by nobody', async () => {
    for (const path of ['/api/me', '/api/tables', '/api/nothing'])
      expect((await server.api('GET', path)).headers.get('cache-control')).toBe('no-store');
  });
});

describe('S17: redirects', () => {
  test.each([
    '/assets',
    '//evil.example',
    '//evil.example/assets',
    '/\\evil.example',
    '/%2f%2fevil.example/..',
    '/%5cevil.example',
    '/assets/..%2f..%2f..%2fetc/passwd',
    '/%2e%2e/%2e%2e/package.json',
    '/?next=https://evil.example',
    '/table/ABCDEF?redirect=//evil.example',
    '/api//evil.example',
    '/%0d%0aLocation:%20https://evil.example',
  ])('S17: %s leads nowhere else', async (path) => {
    const response = await fetch(server.url + path, { redirect: 'manual' });
    expect(response.status === 301 || response.status === 302 || response.status >= 500).toBe(false);
    expect(response.headers.get('location')).toBeNull();
    expect(await response.text()).not.toMatch(/root:|"dependencies"/);
  });
});
