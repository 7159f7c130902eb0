import { connect as connectTcp } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { type ServerUnderTest, startServer } from '../helpers/serverUnderTest.ts';

const LISTED = 'https://play.example';
let server: ServerUnderTest;
let port: number;
beforeAll(async () => {
  server = await startServer({
    ALLOWED_ORIGINS: `${LISTED}, https://school.example:8443`,
    ALLOW_PROGRAMS: 'no',
  });
  port = Number(new URL(server.url).port);
});
afterAll(() => server.close());

const UPGRADE = [
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
];

/** The status line of the answer to a request that is written by hand. */
const statusOf = (lines: readonly string[]): Promise<number> =>
  new Promise((resolve, reject) => {
    const socket = connectTcp(port, '127.0.0.1');
    socket.once('data', (data) => {
      socket.destroy();
      resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(String(data))?.[1]));
    });
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('closed without an answer')));
    socket.write([...lines, '', ''].join('\r\n'));
  });

const asked = (headers: readonly string[]): Promise<readonly number[]> => {
  const host = `Host: 127.0.0.1:${port}`;
  return Promise.all([
    statusOf(['GET /api/tables HTTP/1.1', host, ...headers]),
    statusOf(['GET /room/table?sessionId=none HTTP/1.1', host, ...UPGRADE, ...headers]),
  ]);
};

describe('S2: origins, over HTTP and WebSocket', () => {
  test.each([
    'https://evil.example',
    'null',
    '',
    'http://127.0.0.1',
    'http://127.0.0.1:1',
    'http://localhost:PORT',
    'http://127.0.0.1:PORT.evil.example',
    'http://evil.example#127.0.0.1:PORT',
    'http://127.0.0.1:PORT/',
    'http://user@127.0.0.1:PORT',
    'ws://127.0.0.1:PORT',
    'https://play.example.evil.example',
    'https://playxexample',
    'http://play.example',
    'https://play.example:444',
    'https://evil-play.example',
    'https://play.example, https://evil.example',
    'https://school.example',
  ])('S2: a page of %j is refused', async (origin) => {
    expect(await asked([`Origin: ${origin.replace('PORT', String(port))}`])).toEqual([403, 403]);
  });

  test.each([
    [],
    ['Sec-Fetch-Site: cross-site'],
    ['Sec-Fetch-Site: same-site'],
    ['Referer: https://play.example/'],
  ])('S2: nothing but %j is refused where programs are', async (...headers) => {
    expect(await asked(headers)).toEqual([403, 403]);
  });

  test.each(['http://127.0.0.1:PORT', 'https://127.0.0.1:PORT', LISTED, 'https://school.example:8443'])(
    'S2: a page of %j may speak to the server',
    async (origin) => {
      expect(await asked([`Origin: ${origin.replace('PORT', String(port))}`])).toEqual([200, 101]);
    },
  );

  test('S2: a browser names no origin when its own page reads something', async () => {
    expect((await asked(['Sec-Fetch-Site: same-origin']))[0]).toBe(200);
  });

  test('S2: only an allowed page may read an answer, and never with cookies', async () => {
    const headersFor = async (origin: string): Promise<Headers> =>
      (await server.api('GET', '/api/tables', { headers: { origin } })).headers;
    const listed = await headersFor(LISTED);
    expect(listed.get('access-control-allow-origin')).toBe(LISTED);
    expect(listed.get('access-control-allow-credentials')).toBeNull();
    expect(listed.get('vary')).toContain('Origin');
    expect((await headersFor('https://evil.example')).get('access-control-allow-origin')).toBeNull();
  });

  test('S2: a list that is none is refused at the start', () => {
    for (const list of ['play.example', 'https://a.example,', '*', 'ftp://a.example'])
      expect(readConfig({ ALLOWED_ORIGINS: list }), list).toHaveProperty('problems');
  });
});
