import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { adminDoor } from '../../server/admin/adminDoor.ts';
import { type Config, readConfig } from '../../server/config.ts';
import { NOWHERE_ELSE } from '../../server/http/elsewhere.ts';
import { httpApp } from '../../server/http/httpApp.ts';
import { databaseFile } from '../../server/storage/sqliteDatabase.ts';
import { openClassroom } from '../helpers/classroom.ts';
import { manualClock } from '../helpers/manualClock.ts';
import { newGuest, sit, type TestGuest } from '../helpers/players.ts';
import { type ServerUnderTest, startServer } from '../helpers/serverUnderTest.ts';
import { sqliteBed } from '../helpers/stores.ts';

const SECRET = 'a-secret-of-the-house';
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
let server: ServerUnderTest;
let ann: TestGuest;
beforeAll(async () => {
  server = await startServer({ ADMIN_SECRET: SECRET, TRUST_PROXY: '1' });
  ann = await newGuest(server.api, '<b>Ann</b>');
});
afterAll(() => server.close());

type Page = { readonly status: number; readonly text: string; readonly cookie: string };
/** A page, or a form that is sent, from an address of its own; redirects are not followed. */
const ask = async (
  path: string,
  fields: Record<string, string> | null = null,
  headers: Record<string, string> = {},
): Promise<Page> => {
  const body = fields === null ? null : new URLSearchParams(fields).toString();
  const method = fields === null ? 'GET' : 'POST';
  const response = await fetch(server.url + path, {
    method,
    headers: { connection: 'close', ...(body === null ? {} : FORM), ...headers },
    redirect: 'manual',
    body,
  });
  return {
    status: response.status,
    text: await response.text(),
    cookie: response.headers.get('set-cookie') ?? '',
  };
};
const from = (last: number) => ({ 'x-forwarded-for': `203.0.113.${last}` });
const csrfIn = ({ text }: Page): string => /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';

const enter = async () => {
  const { status, cookie } = await ask('/admin/enter', { secret: SECRET }, from(1));
  expect(status).toBe(303);
  const headers = { cookie: cookie.split(';')[0] ?? '' };
  const page = await ask('/admin', null, headers);
  expect(page.status).toBe(200);
  return { cookie, headers, page, csrf: csrfIn(page) };
};

const openTable = async () => {
  const body = { timeControl: 'untimed', seats: { KR: 'bot:trader', CN: 'bot:trader' } };
  const { code } = (await server.api('POST', '/api/tables', { token: ann.token, body })).body;
  const player = await sit(server.url, ann, code, 'US');
  await player.until(() => player.view().phase === 'negotiation');
  return { code, player };
};

describe('S11: administration', () => {
  test('S11: there is none by default, no default secret, and no short one', async () => {
    expect((readConfig({}) as Config).ADMIN_SECRET).toBeUndefined();
    const refused = readConfig({ ADMIN_SECRET: 'short' });
    expect(JSON.stringify(refused)).toContain('ADMIN_SECRET');
    expect(JSON.stringify(refused)).not.toContain('short');
    const parts = {
      config: readConfig({}),
      clock: server.clock,
      isAllowed: () => true,
      clientFolder: '/nowhere',
      store: {},
      elsewhere: NOWHERE_ELSE,
      fleet: null,
    };
    const http = httpApp({ ...parts, health: () => 'ready' } as never).listen(0, '127.0.0.1');
    await new Promise((resolve) => http.once('listening', resolve));
    const { port } = http.address() as { port: number };
    for (const path of ['/admin', '/admin/enter', '/admin/admin.css'])
      for (const method of ['GET', 'POST']) {
        const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
          method,
          headers: { connection: 'close' },
        });
        // What any path gets that is nothing: the client's page, or here, where none is built, its absence.
        expect([404, 503]).toContain(answer.status);
        expect(answer.headers.get('set-cookie')).toBeNull();
        expect(await answer.text()).not.toMatch(/<form|secret/);
      }
    http.close();
  });

  test('S11: the cookie is HttpOnly, SameSite=Strict, for /admin alone, and a session; no page is kept or framed', async () => {
    const { cookie } = await enter();
    expect(cookie).toMatch(/^admin=[A-Za-z0-9_-]{22}; Path=\/admin; HttpOnly; SameSite=Strict$/);
    const secure = await ask(
      '/admin/enter',
      { secret: SECRET },
      { ...from(1), 'x-forwarded-proto': 'https' },
    );
    expect(secure.cookie).toMatch(/; Secure$/);
    const { headers } = await fetch(`${server.url}/admin`);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });

  test('S11: without a visit everything shows the door and does nothing', async () => {
    const { code, player } = await openTable();
    const bad = [
      {},
      { cookie: `admin=${'A'.repeat(22)}` },
      { cookie: `admin=${SECRET}` },
      { authorization: SECRET },
    ];
    for (const headers of bad) {
      for (const path of ['/admin', `/admin/tables/${code}/close`, `/admin/tables/${code}/delete`]) {
        const page = await ask(path, null, headers as Record<string, string>);
        expect(page.status).toBe(401);
        expect(page.text).not.toContain(code);
      }
      for (const what of ['close', 'delete'])
        expect((await ask(`/admin/tables/${code}/${what}`, { csrf: '' }, headers as never)).status).toBe(401);
    }
    expect((await player.act({ type: 'speak', to: 'all', text: 'still here', pledge: null })).ok).toBe(true);
    await player.leave();
  });

  test('S11: a form needs the token of its own visit, and comes from our own pages only', async () => {
    const { code, player } = await openTable();
    const [one, other] = [await enter(), await enter()];
    expect(one.csrf).not.toBe(other.csrf);
    for (const csrf of ['', 'x', other.csrf])
      expect((await ask(`/admin/tables/${code}/delete`, { csrf }, one.headers)).status).toBe(403);
    const foreign = { ...one.headers, origin: 'https://evil.example' };
    expect((await ask(`/admin/tables/${code}/delete`, { csrf: one.csrf }, foreign)).status).toBe(403);
    expect((await server.facts(code)).code).toBe(code);
    // Looking at the question does nothing either.
    expect((await ask(`/admin/tables/${code}/delete`, null, one.headers)).status).toBe(200);
    expect((await server.facts(code)).code).toBe(code);
    await player.leave();
  });

  test('S11: five wrong secrets from a network shut it out for minutes, even with the right one; others are not', async () => {
    for (let i = 0; i < 5; i++)
      expect((await ask('/admin/enter', { secret: `${SECRET}${i}` }, from(9))).status).toBe(403);
    expect((await ask('/admin/enter', { secret: SECRET }, from(9))).status).toBe(403);
    expect((await ask('/admin/enter', { secret: SECRET }, from(10))).status).toBe(303);
    await server.clock.advance(180_000);
    expect((await ask('/admin/enter', { secret: SECRET }, from(9))).status).toBe(303);
  });

  test('S11: a visit ends by leaving, by itself after eight hours, and with its secret', async () => {
    const left = await enter();
    expect((await ask('/admin/leave', { csrf: left.csrf }, left.headers)).cookie).toContain('Max-Age=0');
    expect((await ask('/admin', null, left.headers)).status).toBe(401);
    const clock = manualClock();
    const bed = await sqliteBed();
    const { store } = await bed.open('one');
    const door = adminDoor(SECRET, store.visits, clock);
    const token = await door.enter(SECRET, 'here');
    await clock.advance(8 * 3_600_000 - 1);
    expect(await door.visitOf(token)).not.toBeNull();
    expect(await adminDoor(`${SECRET}2`, store.visits, clock).visitOf(token)).toBeNull();
    // What the store knows is no token.
    const [row] = await bed.run('SELECT key FROM admin_visits');
    expect(await door.visitOf(String(row?.key))).toBeNull();
    await clock.advance(1);
    expect(await door.visitOf(token)).toBeNull();
    // The next one sweeps.
    await door.enter(SECRET, 'here');
    expect(await bed.run('SELECT key FROM admin_visits')).toHaveLength(1);
    await store.close();
    await bed.remove();
  });

  test('S11: tables with their state, names as text, damaged ones marked; closing keeps, deleting deletes', async () => {
    const { code, player } = await openTable();
    const damaged = await openTable();
    await damaged.player.leave();
    const room = await openClassroom(server.url, { title: '<i>Monday</i>', people: 3 });
    const { headers, page, csrf } = await enter();
    expect(page.text).toContain(code);
    expect(page.text).toContain('&lt;b&gt;Ann&lt;/b&gt;');
    expect(page.text).toContain('&lt;i&gt;Monday&lt;/i&gt;');
    expect(page.text).not.toMatch(/<b>|<i>|<script|style=/);
    const mandate = player.view().own?.mandate ?? 'none';
    expect(page.text).not.toContain(mandate);

    await ask(`/admin/tables/${code}/close`, { csrf }, headers);
    await player.until(() => player.updates.length > 1 || player.closed() !== null);
    const back = await sit(server.url, ann, code);
    expect(back.view().phase).toBe('negotiation');
    await back.leave();
    await ask(`/admin/tables/${code}/delete`, { csrf }, headers);
    expect((await server.api('GET', `/api/tables/${code}`)).status).toBe(404);
    await ask(`/admin/classes/${room.code}/delete`, { csrf }, headers);
    expect((await server.api('GET', `/api/classes/${room.code}`)).status).toBe(404);

    await ask(`/admin/tables/${damaged.code}/close`, { csrf }, headers);
    const database = new DatabaseSync(databaseFile(server.folder), { timeout: 5000 });
    database.exec(
      `UPDATE entries SET events = '[' WHERE seq = 2 AND table_id = (SELECT id FROM tables WHERE code = '${damaged.code}')`,
    );
    database.close();
    const path = `/api/tables/${damaged.code}/seat`;
    expect((await server.api('POST', path, { token: ann.token, body: {} })).body.error.code).toBe(
      'table.broken',
    );
    const row = (await ask('/admin', null, headers)).text
      .split('<tr>')
      .find((part) => part.includes(damaged.code));
    expect(row).toContain('state broken');
  });

  test('S11: it speaks the language of the browser', async () => {
    expect((await ask('/admin', null, { 'accept-language': 'ko-KR,ko' })).text).toContain('서버 관리');
    expect((await ask('/admin', null, { 'accept-language': 'zh-CN' })).text).toContain('服务器管理');
    expect((await ask('/admin', null, { 'accept-language': 'fr' })).text).toContain('Administration');
  });
});
