import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { NOWHERE_ELSE } from '../../server/http/elsewhere.ts';
import { httpApp } from '../../server/http/httpApp.ts';
import { openClassroom } from '../helpers/classroom.ts';
import { manualClock } from '../helpers/manualClock.ts';
import { newGuest } from '../helpers/players.ts';
import { type ServerUnderTest, startServer } from '../helpers/serverUnderTest.ts';

const SECRET = 'a-secret-of-the-house';
const ROLES = ['nobody', 'guest', 'seat', 'otherFacilitator', 'facilitator', 'admin'] as const;
type Role = (typeof ROLES)[number];
/** Who may call a route, and how it is called. `at`: where it is mounted. */
type Rule = {
  readonly at: '' | '/api' | '/admin';
  readonly may: readonly Role[];
  readonly body?: Readonly<Record<string, unknown>>;
};

const all: readonly Role[] = ROLES;
const guests: readonly Role[] = ['guest', 'seat'];
const seat: readonly Role[] = ['seat'];
const facilitator: readonly Role[] = ['facilitator'];
const admin: readonly Role[] = ['admin'];

/** Every route and who may call it, written down a second time: whoever adds one says here, too, whom it is for. */
const RULES: Readonly<Record<string, Rule>> = {
  'GET /healthz': { at: '', may: all },
  'POST /guests': { at: '/api', may: all, body: { name: 'Somebody' } },
  'GET /me': { at: '/api', may: guests },
  'POST /me': { at: '/api', may: guests, body: { name: 'Another' } },
  'DELETE /me': { at: '/api', may: guests },
  'GET /scenarios': { at: '/api', may: all },
  'POST /tables': { at: '/api', may: guests },
  'GET /tables': { at: '/api', may: all },
  'GET /tables/:code': { at: '/api', may: all },
  'POST /tables/:code/seat': { at: '/api', may: guests },
  'POST /tables/:code/start': { at: '/api', may: seat },
  'GET /tables/:code/log': { at: '/api', may: ['seat'] },
  'POST /tables/:code/rematch': { at: '/api', may: ['seat'], body: { seats: 'kept' } },
  'POST /tables/:code/branch': { at: '/api', may: ['seat'], body: { at: 1, seat: 'KR', bot: 'trader' } },
  'GET /tables/:code/export': { at: '/api', may: ['seat'] },
  'POST /quick': { at: '/api', may: guests },
  'GET /daily': { at: '/api', may: all },
  'POST /daily': { at: '/api', may: guests },
  'POST /classes': { at: '/api', may: all },
  'GET /classes/:code': { at: '/api', may: all },
  'POST /classes/:code/enter': { at: '/api', may: [], body: { secret: 'A'.repeat(22) } },
  'GET /classes/:code/console': { at: '/api', may: facilitator },
  'GET /classes/:code/export': { at: '/api', may: facilitator },
  'GET /classes/:code/tables': { at: '/api', may: facilitator },
  'GET /classes/:code/debrief': { at: '/api', may: ['seat', 'facilitator'] },
  'POST /classes/:code/acts': { at: '/api', may: facilitator, body: { type: 'begin' } },
  'DELETE /classes/:code': { at: '/api', may: facilitator },
  'POST /classes/:code/join': { at: '/api', may: guests },
  'GET /classes/:code/me': { at: '/api', may: seat },
  'POST /classes/:code/answers': { at: '/api', may: seat, body: { form: 'before', answers: {} } },
  'POST /classes/:code/consent': { at: '/api', may: seat, body: { agrees: true } },
  'GET /admin.css': { at: '/admin', may: all },
  'GET /': { at: '/admin', may: admin },
  'GET /tables/:code/close': { at: '/admin', may: admin },
  'POST /tables/:code/close': { at: '/admin', may: admin },
  'GET /tables/:code/delete': { at: '/admin', may: admin },
  'POST /tables/:code/delete': { at: '/admin', may: admin },
  'GET /classes/:code/delete': { at: '/admin', may: admin },
  'POST /classes/:code/delete': { at: '/admin', may: admin },
  'POST /enter': { at: '/admin', may: [], body: { secret: 'a-wrong-secret-of-the-house' } },
  // Whoever leaves is shown the door, like those who never came in.
  'POST /leave': { at: '/admin', may: [] },
};
/** The built client: any path without an extension. */
const CLIENT = 'GET /.*/';

type Layer = {
  readonly route?: { readonly path: string | RegExp; readonly methods: Readonly<Record<string, boolean>> };
  readonly handle?: { readonly stack?: readonly Layer[] };
};
/** All routes of an app, those of routers inside it, too. */
const routesIn = (stack: readonly Layer[]): readonly string[] =>
  stack.flatMap(({ route, handle }) =>
    route === undefined
      ? routesIn(handle?.stack ?? [])
      : Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${route.path}`),
  );

let server: ServerUnderTest;
let visit: { readonly cookie: string; readonly csrf: string };
let shared: Awaited<ReturnType<typeof setUp>>;
beforeAll(async () => {
  server = await startServer({ ADMIN_SECRET: SECRET });
  visit = await adminVisit();
  shared = await setUp();
});
afterAll(() => server.close());

const adminVisit = async () => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', connection: 'close' };
  const url = `${server.url}/admin`;
  const entered = await fetch(`${url}/enter`, {
    method: 'POST',
    headers,
    redirect: 'manual',
    body: `secret=${SECRET}`,
  });
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  const page = await (await fetch(url, { headers: { cookie, connection: 'close' } })).text();
  return { cookie, csrf: /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? '' };
};

/** A table and a class, and what each role has to show. */
const setUp = async () => {
  const [ann, stranger] = await Promise.all(['Ann', 'Stranger'].map((name) => newGuest(server.api, name)));
  const { code } = (await server.api('POST', '/api/tables', { token: ann!.token, body: {} })).body;
  await server.api('POST', `/api/tables/${code}/seat`, { token: ann!.token, body: { seat: 'US' } });
  const [room, other] = [await openClassroom(server.url), await openClassroom(server.url)];
  await server.api('POST', `/api/classes/${room.code}/join`, { token: ann!.token, body: {} });
  const shows: Readonly<Record<Role, { token?: string; cookie?: string }>> = {
    nobody: {},
    guest: { token: stranger!.token },
    seat: { token: ann!.token },
    facilitator: { cookie: room.cookie },
    // Its own secret under the other's name as well.
    otherFacilitator: { cookie: `${other.cookie}; ${other.cookie.replace(other.code, room.code)}` },
    admin: { cookie: visit.cookie },
  };
  return { code, room, shows };
};

const DENIED = [401, 403, 404];

describe('S4: every route has its rule', () => {
  test('S4: the routes of the server and the written rules agree', () => {
    const config = readConfig({ ADMIN_SECRET: SECRET });
    const parts = {
      config,
      clock: manualClock(),
      store: {},
      isAllowed: () => true,
      removals: {},
      clientFolder: '/nowhere',
    };
    const app = httpApp({ ...parts, health: () => 'ready', elsewhere: NOWHERE_ELSE, fleet: null } as never);
    const found = routesIn((app as unknown as { router: { stack: readonly Layer[] } }).router.stack);
    expect([...found].sort()).toEqual([...Object.keys(RULES), CLIENT].sort());
  });

  test.each(Object.entries(RULES))('S4: %s', async (name, { at, may, body }) => {
    const [method = '', pattern = ''] = name.split(' ');
    const changes = method !== 'GET' && (at === '/api' || pattern.endsWith('/delete'));
    const { code, room, shows } = changes ? await setUp() : shared;
    const path = at + pattern.replace(':code', pattern.startsWith('/classes') ? room.code : code);
    // Those who may not go first: what is deleted is there for nobody.
    for (const role of ROLES.toSorted((a, b) => Number(may.includes(a)) - Number(may.includes(b)))) {
      const { token, cookie } = shows[role];
      const isForm = at === '/admin' && method === 'POST';
      const sent = isForm
        ? { body: new URLSearchParams({ csrf: visit.csrf, ...body } as Record<string, string>).toString() }
        : method === 'POST'
          ? { body: body ?? {} }
          : {};
      const headers = {
        ...(cookie === undefined ? {} : { cookie }),
        ...(isForm ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      };
      const answer = await server.api(method, path, {
        ...sent,
        ...(token === undefined ? {} : { token }),
        headers,
      });
      if (may.includes(role)) expect(DENIED, `${role} may`).not.toContain(answer.status);
      else expect(DENIED, `${role} may not: ${JSON.stringify(answer.body)}`).toContain(answer.status);
    }
  });
});
