import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ServerUnderTest, startServer } from '../helpers/serverUnderTest.ts';

let server: ServerUnderTest;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'between-giants-client-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(
    join(folder, 'index.html'),
    '<meta name="description" content="old"><title>old</title><body>the page',
  );
  writeFileSync(join(folder, 'assets/app-1a2b3c.js'), 'go()');
  writeFileSync(join(folder, 'icon.svg'), '<svg/>');
  server = await startServer({ PUBLIC_URL: 'https://play.example' }, folder);
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

test.each(['/', '/t/ABC234', '/learn', '/anything/else?x=1'])(
  '%s is the page, asked for anew each time',
  async (path) => {
    const { status, body, headers } = await server.api('GET', path);
    expect({ status, end: body.slice(-14) }).toEqual({ status: 200, end: '<body>the page' });
    expect(headers.get('cache-control')).toBe('no-cache');
  },
);

const previewOf = async (path: string, language = 'en'): Promise<Readonly<Record<string, string>>> => {
  const { body } = await server.api('GET', path, { headers: { 'accept-language': language } });
  const tags = [...body.matchAll(/<meta (?:property|name)="([^"]+)" content="([^"]*)">/g)];
  const title = /<title>([^<]*)<\/title>/.exec(body)?.[1];
  return Object.fromEntries([['title', title], ...tags.map(([, name, content]) => [name, content])]);
};

test('a link says what it leads to, in the language of who asks, and nothing is looked up for it', async () => {
  const table = await previewOf('/t/abc-234?seat=KR');
  expect(table).toMatchObject({
    title: 'Table ABC234 · Between Giants',
    'og:title': 'Table ABC234 · Between Giants',
    'og:url': 'https://play.example/t/abc-234',
    'og:image': 'https://play.example/preview.jpg',
  });
  expect(table.description).toBe(table['og:description']);
  expect((await previewOf('/t/ABC234', 'ko-KR,ko;q=0.9'))['og:title']).toContain('테이블 ABC234');
  expect((await previewOf('/replay/ABC234'))['og:title']).toContain('Replay');
  expect((await previewOf('/daily'))['og:title']).toContain(
    new Date(server.clock.now()).toISOString().slice(0, 10),
  );
  expect((await previewOf('/daily/2026-01-02'))['og:title']).toContain('2026-01-02');
  for (const path of ['/', '/learn', '/t/nocode', '/class/ABC234'])
    expect((await previewOf(path))['og:title'], path).toBe('Between Giants');
});

test('whatever stands in an address stays text in the page, and a link that is looked at takes no seat', async () => {
  for (const path of ['/t/"><script>x', "/daily/'onload='x", '/replay/%22%3E%3Cscript%3E']) {
    const { body } = await server.api('GET', encodeURI(path));
    expect(body).not.toMatch(/<script|onload='/);
  }
  const { token } = (await server.api('POST', '/api/guests', { body: { name: 'Ann' } })).body;
  const { code } = (await server.api('POST', '/api/tables', { token, body: {} })).body;
  await server.api('GET', `/t/${code}`, { token });
  await server.api('GET', `/t/${code}?seat=KR`, { token });
  const { seats, watching } = await server.facts(code);
  expect([seats.US, seats.KR, seats.CN].map(({ kind }) => kind)).toEqual(['vacant', 'vacant', 'vacant']);
  expect(watching).toBe(0);
});

test('hashed assets may be kept for ever, other files may not, and what is missing is not the page', async () => {
  const asset = await server.api('GET', '/assets/app-1a2b3c.js');
  expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect((await server.api('GET', '/icon.svg')).headers.get('cache-control')).toBe('no-cache');
  for (const path of ['/assets/old-999999.js', '/none.png'])
    expect((await server.api('GET', path)).status).toBe(404);
  expect((await server.api('GET', '/..%2f..%2fetc%2fpasswd')).body).not.toContain('root:');
});

test('pages under PUBLIC_URL may use the server, sockets included, and look-alikes may not', async () => {
  const from = (origin: string) =>
    server.api('POST', '/api/guests', { body: { name: 'Ann' }, headers: { origin } });
  const good = await from('https://play.example');
  expect(good.status).toBe(201);
  expect(good.headers.get('access-control-allow-origin')).toBe('https://play.example');
  const preflight = await server.api('OPTIONS', '/api/guests', {
    headers: { origin: 'https://play.example' },
  });
  expect(preflight.status).toBe(204);
  for (const origin of ['http://play.example', 'https://play.example.evil', 'https://evil-play.example'])
    expect((await from(origin)).status).toBe(403);
  expect(good.headers.get('strict-transport-security')).toContain('max-age');
  expect(good.headers.get('content-security-policy')).toContain('wss://play.example');
});

test('an address that makes too many guests or guesses too many codes is slowed down, and let in again later', async () => {
  const limited = await startServer({ ADDRESS_LIMIT: '12' });
  const statuses = async (ask: () => Promise<{ status: number }>, times: number): Promise<number[]> => {
    const all: number[] = [];
    for (let i = 0; i < times; i++) all.push((await ask()).status);
    return all;
  };
  const enter = () => limited.api('POST', '/api/guests', { body: { name: 'Ann' } });
  const guess = () => limited.api('GET', '/api/tables/ZZZZZZ');
  expect(await statuses(enter, 13)).toEqual([...Array(12).fill(201), 429]);
  expect(await statuses(guess, 3)).toEqual([404, 404, 429]);
  await limited.clock.advance(30_000);
  expect(await statuses(enter, 7)).toEqual([...Array(6).fill(201), 429]);
  expect(await statuses(guess, 2)).toEqual([404, 429]);
  await limited.close();
});
