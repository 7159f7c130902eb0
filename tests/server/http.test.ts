import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ERROR_STATUS } from '../../server/http/errorCodes.ts';
import { newTableCode } from '../../server/http/tableCode.ts';
import { en } from '../../shared/text/en.ts';
import { newGuest, sit, type TestGuest } from '../helpers/players.ts';
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

const post = (path: string, body: unknown, token = ann.token) => server.api('POST', path, { body, token });
const newTable = async (body: object = {}): Promise<{ code: string; id: string }> =>
  (await post('/api/tables', body)).body;

/** Every refusal is `{error: {code, params}}` with the status that goes with its code. */
const expectProblem = (answer: { status: number; body: unknown }, code: keyof typeof ERROR_STATUS): void => {
  expect(answer.body).toMatchObject({ error: { code, params: expect.any(Object) } });
  expect(answer.status).toBe(ERROR_STATUS[code]);
};

describe('guests', () => {
  test('a guest may take another name and stays the same guest, with the same seats', async () => {
    const guest = await newGuest(server.api, 'Ann');
    const table = (await server.api('POST', '/api/tables', { token: guest.token, body: {} })).body;
    const seat = { token: guest.token, body: { seat: 'KR' } };
    await server.api('POST', `/api/tables/${table.code}/seat`, seat);
    const renamed = await server.api('POST', '/api/me', { token: guest.token, body: { name: ' Anna ' } });
    expect(renamed).toMatchObject({ status: 200, body: { id: guest.id, name: 'Anna' } });
    expect(
      (await server.api('POST', `/api/tables/${table.code}/seat`, { token: guest.token, body: {} })).body
        .seat,
    ).toBe('KR');
    expectProblem(
      await server.api('POST', '/api/me', { token: guest.token, body: { name: ' ' } }),
      'name.empty',
    );
    expectProblem(await server.api('POST', '/api/me', { body: { name: 'Eve' } }), 'guest.unknown');
  });

  test('a name becomes a guest with a token of 128 bits, and the token says who it is', async () => {
    const { status, body } = await server.api('POST', '/api/guests', { body: { name: 'Cho' } });
    expect(status).toBe(201);
    expect(Buffer.from(body.token, 'base64url')).toHaveLength(16);
    expect(await server.api('GET', '/api/me', { token: body.token })).toMatchObject({
      status: 200,
      body: { id: body.id, name: 'Cho' },
    });
  });

  test.each([
    ['with spaces around', '  Ann  ', 'Ann'],
    ['with unseen characters', 'A\u0000n\u202en\u2066', 'Ann'],
    ['that is a tower of accents', `e${'\u0301'.repeat(500)}`, `\u00e9${'\u0301'.repeat(8)}`],
    ['in Korean', '한국  사람', '한국 사람'],
    ['of 24 letters', 'x'.repeat(24), 'x'.repeat(24)],
    ['of ten families', '👩‍👩‍👧‍👦'.repeat(10), '👩‍👩‍👧‍👦'.repeat(10)],
  ])('a name %s is good', async (_, name, shown) => {
    const answer = await server.api('POST', '/api/guests', { body: { name } });
    expect(answer).toMatchObject({ status: 201, body: { name: shown } });
  });

  test.each([
    ['nothing', '', 'name.empty'],
    ['only unseen characters', ' \u200b\u202e\t', 'name.empty'],
    ['25 letters', 'x'.repeat(25), 'name.tooLong'],
    ['a number', 7, 'request.malformed'],
    ['null', null, 'request.malformed'],
  ] as const)('%s is no name', async (_, name, code) => {
    expectProblem(await server.api('POST', '/api/guests', { body: { name } }), code);
  });

  test.each([
    ['no token', undefined],
    ['an unknown one', 'A'.repeat(22)],
    ['rubbish', 'x y'],
  ])('without a good token (%s) nobody gets in', async (_, token) => {
    const withToken = token === undefined ? {} : { token };
    expectProblem(await server.api('GET', '/api/me', withToken), 'guest.unknown');
    for (const path of ['/api/tables', '/api/tables/ABCDEF/seat', '/api/tables/ABCDEF/start', '/api/quick'])
      expectProblem(await server.api('POST', path, { body: {}, ...withToken }), 'guest.unknown');
  });
});

describe('tables', () => {
  test('a new table is waiting with the seats as asked for', async () => {
    const { code, id } = await newTable({ seats: { KR: 'bot:trader' }, timeControl: 'blitz', press: 'none' });
    expect(code).toMatch(/^[2-9A-HJ-KM-NP-Z]{6}$/);
    expect(id).toMatch(/^[\w-]+$/);
    expect(await server.facts(code)).toMatchObject({
      code,
      phase: 'waiting',
      round: 0,
      timeControl: 'blitz',
      roundMs: 60_000,
      press: 'none',
      mandates: 'drawn',
      seats: { US: { kind: 'vacant' }, KR: { kind: 'bot', bot: 'trader' }, CN: { kind: 'vacant' } },
    });
  });

  test.each([
    [{ scenario: 'no-such' }, 'scenario.unknown'],
    [{ scenario: '__proto__' }, 'scenario.unknown'],
    [{ timeControl: 'forever' }, 'request.malformed'],
    [{ press: 'loud' }, 'request.malformed'],
    [{ seats: { US: 'bot:no-such' } }, 'bot.unknown'],
    [{ seats: { US: 'bot:constructor' } }, 'bot.unknown'],
    [{ seats: { RU: 'human' } }, 'request.malformed'],
    [{ seats: { US: 'cat' } }, 'request.malformed'],
    [{ mandates: { US: 'no-such' } }, 'mandate.unknown'],
    [{ explain: 'yes' }, 'request.malformed'],
    [{ seed: 'known' }, 'seed.notSolo'],
    [{ surprise: 1 }, 'request.malformed'],
    [[], 'request.malformed'],
    ['"text"', 'request.malformed'],
    ['{"a":', 'request.malformed'],
  ] as const)('the wish %j is refused with %s', async (body, code) => {
    expectProblem(await post('/api/tables', body), code);
  });

  test('a body of more than 64 kB is refused', async () => {
    expectProblem(await post('/api/tables', { seed: 'x'.repeat(70_000) }), 'request.tooLarge');
  });

  test('the list shows listed tables at which somebody is, and no others', async () => {
    const listed = await newTable({ listed: true });
    const hidden = await newTable({});
    const empty = await newTable({ listed: true });
    const players = [await sit(server.url, ann, listed.code), await sit(server.url, bo, hidden.code)];
    const codes = (await server.api('GET', '/api/tables')).body.tables.map(
      (facts: { code: string }) => facts.code,
    );
    expect(codes).toContain(listed.code);
    expect(codes).not.toContain(hidden.code);
    expect(codes).not.toContain(empty.code);
    expect(JSON.stringify(await server.facts(listed.code))).not.toContain(ann.id);
    for (const player of players) await player.leave();
  });

  test('a code is read in any case, with spaces and dashes, and spells no word; an unknown one is refused everywhere', async () => {
    const { code } = await newTable();
    const typed = `${code.slice(0, 3).toLowerCase()}-${code.slice(3)} `;
    expect((await server.facts(encodeURIComponent(typed))).code).toBe(code);
    // A thousand of them spell nothing: no vowels.
    for (let i = 0; i < 1000; i++) expect(newTableCode()).toMatch(/^[2-9BCDFGHJKMNPQRSTVWXYZ]{6}$/);
    for (const unknown of ['ZZZZZZ', 'O0O0O0', 'x', '__proto__', '%00']) {
      expectProblem(await server.api('GET', `/api/tables/${unknown}`), 'table.unknown');
      expectProblem(await post(`/api/tables/${unknown}/seat`, {}), 'table.unknown');
      expectProblem(await post(`/api/tables/${unknown}/start`, {}), 'table.unknown');
    }
  });
});

describe('seats', () => {
  test('a seat is taken once, kept by its holder, and changed only before the start', async () => {
    const { code } = await newTable();
    const seat = (wish?: string, token = ann.token) =>
      post(`/api/tables/${code}/seat`, wish ? { seat: wish } : {}, token);
    expect(await seat('KR')).toMatchObject({ status: 200, body: { seat: 'KR', code } });
    expectProblem(await seat('KR', bo.token), 'seat.taken');
    expect((await seat(undefined)).body.seat).toBe('KR');
    expect((await seat('CN')).body.seat).toBe('CN');
    expect((await server.facts(code)).seats).toMatchObject({ KR: { kind: 'vacant' }, CN: { name: 'Ann' } });
    expect((await seat('spectator')).body.seat).toBe('spectator');
    expect((await server.facts(code)).seats.CN).toEqual({ kind: 'vacant' });
    expect((await seat('US')).body.seat).toBe('US');
    expect((await post(`/api/tables/${code}/start`, {})).body.phase).toBe('negotiation');
    expect((await seat('KR')).body.seat).toBe('US');
    expectProblem(await seat('KR', bo.token), 'table.started');
    expect((await seat(undefined, bo.token)).body.seat).toBe('spectator');
    for (const wrong of [{ seat: 'RU' }, { seat: null }, { other: 1 }])
      expectProblem(await post(`/api/tables/${code}/seat`, wrong), 'request.malformed');
  });

  test('only the creator may start, and only once', async () => {
    const { code } = await newTable();
    expectProblem(await post(`/api/tables/${code}/start`, {}, bo.token), 'table.notYours');
    expectProblem(await post(`/api/tables/${code}/start`, { now: true }), 'request.malformed');
    const { body } = await post(`/api/tables/${code}/start`, {});
    expect(Object.values(body.seats)).toEqual(Array(3).fill({ kind: 'bot', bot: 'trader' }));
    expectProblem(await post(`/api/tables/${code}/start`, {}), 'table.started');
  });

  test('looking never takes a seat', async () => {
    const { code } = await newTable();
    const before = await server.facts(code);
    for (const path of ['', '/seat', '/start'])
      await server.api('GET', `/api/tables/${code}${path}`, { token: ann.token });
    expect(await server.facts(code)).toEqual(before);
  });
});

describe('quick match', () => {
  test('people who ask meet at one table; after a while bots fill in', async () => {
    const first = await post('/api/quick', {});
    const [second, again] = await Promise.all([post('/api/quick', {}, bo.token), post('/api/quick', {})]);
    expect(second.body.code).toBe(first.body.code);
    expect(second.body.seat).not.toBe(first.body.seat);
    expect(again.body).toMatchObject({ code: first.body.code, seat: first.body.seat });
    const player = await sit(server.url, ann, first.body.code);
    await server.clock.advance(20_000);
    await player.until(() => player.view().phase === 'negotiation');
    expect(
      Object.values(player.view().occupants)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['bot', 'person', 'person']);
    expect((await post('/api/quick', {})).body.code).not.toBe(first.body.code);
    expectProblem(await post('/api/quick', { timeControl: 'correspondence' }), 'request.malformed');
    await player.leave();
  });

  test('two who ask at the same instant meet, too', async () => {
    const [one, other] = await Promise.all([
      post('/api/quick', { timeControl: 'blitz' }),
      post('/api/quick', { timeControl: 'blitz' }, bo.token),
    ]);
    expect(other.body.code).toBe(one.body.code);
  });
});

test('every refusal has a sentence', () => {
  for (const code of Object.keys(ERROR_STATUS)) expect(en).toHaveProperty([`error.${code}`]);
});

describe('the front door', () => {
  test('scenarios, health, unknown paths', async () => {
    const { body } = await server.api('GET', '/api/scenarios');
    expect(body.scenarios[0]).toMatchObject({ id: expect.any(String), title: { en: expect.any(String) } });
    expect(body.bots).toContain('trader');
    expect(await server.api('GET', '/healthz')).toMatchObject({ status: 200, body: { status: 'ready' } });
    for (const [method, path] of [
      ['GET', '/api/nothing'],
      ['DELETE', '/api/tables'],
      ['PUT', '/api/me'],
    ] as const)
      expectProblem(await server.api(method, path), 'request.unknown');
  });

  test("Colyseus's own matchmaking is not served: nobody creates or joins rooms but through our routes", async () => {
    const { code, id } = await newTable();
    await sit(server.url, ann, code);
    for (const method of ['create', 'joinOrCreate', 'join', 'joinById', 'reconnect'])
      for (const name of ['table', id])
        expectProblem(await post(`/matchmake/${method}/${name}`, {}), 'request.unknown');
  });

  test.each(['https://evil.example', 'null', 'http://127.0.0.1:1', 'http://127.0.0.1'])(
    'a page of %s may not speak to the server',
    async (origin) => {
      const foreign = await server.api('POST', '/api/guests', { body: { name: 'Eve' }, headers: { origin } });
      expectProblem(foreign, 'origin.foreign');
      expect(foreign.headers.get('access-control-allow-origin')).toBeNull();
    },
  );

  test('its own pages may', async () => {
    const headers = { origin: server.url };
    expect((await server.api('POST', '/api/guests', { body: { name: 'Ann' }, headers })).status).toBe(201);
  });

  test('security headers are set and the software is not named', async () => {
    const { headers } = await server.api('GET', '/healthz');
    expect(headers.get('content-security-policy')).toMatch(/script-src 'self';.*frame-ancestors 'none'/);
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-powered-by')).toBeNull();
  });
});
