import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { backUp } from '../../server/storage/backUp.ts';
import { databaseFile } from '../../server/storage/sqliteDatabase.ts';
import { bookOf } from '../../shared/scenarios/index.ts';
import { type Classroom, namesIn, openClassroom, type Pupil } from '../helpers/classroom.ts';
import { newGuest, type Player } from '../helpers/players.ts';
import { type ServerUnderTest, startServer, untilAway } from '../helpers/serverUnderTest.ts';

let server: ServerUnderTest;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

let rooms: Classroom[] = [];
const open = async (plan: Parameters<typeof openClassroom>[1] = {}): Promise<Classroom> => {
  const room = await openClassroom(server.url, {
    seating: 'order',
    timeControl: 'class',
    minutes: 4,
    ...plan,
  });
  rooms.push(room);
  return room;
};
// The bots of one test shall not play on through the next one's time.
afterEach(async () => {
  for (const room of rooms) await room.tryAct({ type: 'close' });
  rooms = [];
});
const codeOf = ({ body }: { body: { error?: { code?: string } } }): string | undefined => body.error?.code;
const leaveAll = (players: readonly Player[]): Promise<unknown> =>
  Promise.all(players.map((player) => player.leave()));

describe('who may do what', () => {
  test('only the secret opens the console, and it is never given out again', async () => {
    const room = await open();
    const other = await open();
    const [pupil] = await room.joinAll(1);
    const path = `/api/classes/${room.code}`;
    const wrong = `class-${room.code}=${'A'.repeat(22)}`;
    for (const cookie of ['', wrong, other.cookie, `class-${room.code}=`]) {
      for (const token of [undefined, pupil!.guest.token]) {
        const as = { headers: { cookie }, ...(token && { token }) };
        const look = await server.api('GET', `${path}/console`, as);
        expect([look.status, codeOf(look)]).toEqual([403, 'class.notYours']);
        const tables = await server.api('GET', `${path}/tables`, as);
        expect([tables.status, codeOf(tables)]).toEqual([403, 'class.notYours']);
        const act = await server.api('POST', `${path}/acts`, { ...as, body: { type: 'begin' } });
        expect([act.status, codeOf(act)]).toEqual([403, 'class.notYours']);
      }
    }
    expect((await room.view()).phase).toBe('gathering');

    const enter = (secret: string) => server.api('POST', `${path}/enter`, { body: { secret } });
    expect(codeOf(await enter('A'.repeat(22)))).toBe('class.notYours');
    expect(codeOf(await enter(other.secret))).toBe('class.notYours');
    const entered = await enter(room.secret);
    expect(entered.status).toBe(200);
    const cookie = entered.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/; HttpOnly; SameSite=Strict$/);
    // A page over TLS whose proxy nobody told us to trust: the browser says so.
    const overTls = { headers: { origin: server.url.replace('http:', 'https:') } };
    const secure = await server.api('POST', `${path}/enter`, { body: { secret: room.secret }, ...overTls });
    expect(secure.headers.get('set-cookie')).toMatch(/; HttpOnly; SameSite=Strict; Secure$/);
    const opened = await server.api('GET', `${path}/console`, { headers: { cookie: cookie.split(';')[0]! } });
    expect(opened.status).toBe(200);
    expect(JSON.stringify([entered.body, opened.body])).not.toContain(room.secret);
  });

  test('what people see of a class holds nothing of others, of the seed, of the roster or of the secret', async () => {
    const room = await open({ roster: ['Ann', 'Bo'] });
    const ann = await room.join('x', { line: 0, key: (await room.view()).roster[0]!.key });
    const facts = await server.api('GET', `/api/classes/${room.code}`);
    const texts = JSON.stringify([facts.body, await ann.me()]);
    for (const secret of [room.secret, 'Bo', 'seed', (await room.view()).roster[1]!.key])
      expect(texts).not.toContain(secret);
  });

  test('foreign pages, wrong codes and bad bodies get typed answers', async () => {
    const room = await open();
    const foreign = { headers: { cookie: room.cookie, origin: 'https://evil.example' } };
    const path = `/api/classes/${room.code}`;
    expect(codeOf(await server.api('POST', `${path}/acts`, { ...foreign, body: { type: 'begin' } }))).toBe(
      'origin.foreign',
    );
    expect(codeOf(await server.api('GET', '/api/classes/222222'))).toBe('class.unknown');
    expect(codeOf(await server.api('POST', `${path}/join`, { body: {} }))).toBe('guest.unknown');
    for (const act of [{}, { type: 'explode' }, { type: 'extend', ms: -1 }, { type: 'place', member: 7 }])
      expect(codeOf(await room.tryAct(act))).toBe('request.malformed');
    expect(codeOf(await room.tryAct({ type: 'begin' }))).toBe('class.empty');
    expect(codeOf(await room.tryAct({ type: 'pause' }))).toBe('class.notBegun');
    for (const [plan, code] of [
      [{ people: 0 }, 'request.malformed'],
      [{ people: 101 }, 'request.malformed'],
      [{ scenario: 'nowhere' }, 'scenario.unknown'],
      [{ bot: 'nobody' }, 'bot.unknown'],
      [{ mandates: { US: 'autonomy' } }, 'mandate.unknown'],
      [{ roster: [' '] }, 'name.empty'],
    ] as const)
      expect(codeOf(await server.api('POST', '/api/classes', { body: plan }))).toBe(code);
  });
});

describe('a class from gathering to the end', () => {
  test('looking takes no place, joining twice is joining once, and all are seated at the beginning', async () => {
    const room = await open({ people: 7 });
    const eve = await newGuest(server.api, 'Eve');
    const look = await server.api('GET', `/api/classes/${room.code}/me`, { token: eve.token });
    expect(codeOf(look)).toBe('class.memberUnknown');
    const pupils = await room.joinAll(7);
    await server.api('POST', `/api/classes/${room.code}/join`, { token: pupils[0]!.guest.token, body: {} });
    const before = await room.view();
    expect(before.members).toHaveLength(7);
    expect(before.tables.map(({ phase }) => phase)).toEqual(['planned', 'planned', 'planned']);

    expect(await room.act({ type: 'begin' })).toEqual({ done: [1, 2, 3], refused: [] });
    expect(codeOf(await room.tryAct({ type: 'begin' }))).toBe('class.begun');
    const after = await room.view();
    const seated = (view: typeof after) =>
      view.tables.map(({ seats }) => seats.map(({ members }) => members));
    expect(seated(after)).toEqual(seated(before));
    expect(after.tables.map(({ phase }) => phase)).toEqual(['negotiation', 'negotiation', 'negotiation']);
    expect(after.tables.flatMap(({ seats }) => seats).filter(({ light }) => light === 'bot')).toHaveLength(2);
    expect((await pupils[0]!.me()).place).toMatchObject({ number: 1, seat: 'US', hasEnded: false });
    expect(after.tables[0]!.endsAt).toBe(server.clock.now() + 0.8 * 4 * 60_000);
  });

  test('pause all reaches everybody, with a word; extend, advance and news too; each is in the log as the facilitator’s', async () => {
    const room = await open();
    const pupils = await room.joinAll(6);
    await room.act({ type: 'begin' });
    const players = await Promise.all(pupils.map(room.sitDown));
    expect(await room.act({ type: 'pause', text: 'Look here' })).toEqual({ done: [1, 2], refused: [] });
    for (const player of players) {
      await player.until(() => player.eventsOf('announced').length > 0);
      expect(player.view().pause).toMatchObject({ by: 'facilitator', until: null });
    }
    const left = (await room.row(1)).left;
    await room.act({ type: 'extend', tables: [1], ms: 60_000 });
    expect((await room.row(1)).left).toBe((left ?? 0) + 60_000);
    expect(await room.act({ type: 'advance', tables: [2] })).toEqual({
      done: [],
      refused: [{ table: 2, code: 'game.paused' }],
    });
    await room.act({ type: 'release' });
    await room.act({ type: 'advance', tables: [2] });
    expect((await room.view()).tables.map(({ phase }) => phase)).toEqual(['negotiation', 'closing']);
    const card = bookOf('tariff-pause-2025').scenario.news[0]!.id;
    await room.act({ type: 'inject', tables: [1], card });
    await players[0]!.until(() => players[0]!.view().news.includes(card));
    expect((await room.act({ type: 'inject', card })).refused).toEqual([{ table: 1, code: 'news.shown' }]);
    const { record } = await room.view();
    expect(record.filter(({ kind }) => kind === 'acted').map(({ act }) => act)).toEqual([
      ...['inject', 'inject', 'advance', 'release', 'advance', 'extend', 'pause', 'begin'],
    ]);
    await leaveAll(players);
  });

  test('the console says who holds a table up and since when; a hold-up counts for nobody who waits alike', async () => {
    const room = await open();
    const pupils = await room.joinAll(3);
    await room.act({ type: 'begin' });
    const players = await Promise.all(pupils.map(room.sitDown));
    expect((await room.row(1)).holdUp).toBeNull();
    await players[0]!.act({ type: 'ready', ready: true });
    const since = server.clock.now();
    await server.clock.advance(30_000);
    await players[1]!.act({ type: 'ready', ready: true });
    expect((await room.row(1)).holdUp).toEqual({ seats: ['CN'], since });
    expect((await room.row(1)).seats.map(({ light }) => light)).toEqual([
      'connected',
      'connected',
      'connected',
    ]);
    await server.clock.advance(100_000);
    expect((await room.row(1)).seats.map(({ light }) => light)).toEqual(['idle', 'connected', 'idle']);
    players[2]!.drop();
    await untilAway(server, (await room.row(1)).code!, 'CN');
    expect((await room.row(1)).seats[2]!.light).toBe('gone');
    await leaveAll(players.slice(0, 2));
  });

  test('late people take over bots’ seats, at the table that lacks fewest; then they watch', async () => {
    const room = await open({ tables: 2 });
    await room.joinAll(4);
    await room.act({ type: 'begin' });
    const places = [];
    for (let i = 0; i < 3; i++) places.push((await (await room.join(`Late ${i}`)).me()).place);
    expect(places.map((place) => place!.seat === null)).toEqual([false, false, true]);
    const rows = (await room.view()).tables;
    expect(rows.flatMap(({ seats }) => seats).some(({ light }) => light === 'bot')).toBe(false);
    expect(rows.flatMap(({ observers }) => observers).map(({ name }) => name)).toEqual(['Late 2']);
  });

  test('two delegates share a seat: both see its secrets, both act, and one who leaves is not missed', async () => {
    const room = await open({ remainder: 'delegates' });
    const pupils = await room.joinAll(4);
    await room.act({ type: 'begin' });
    const row = await room.row(1);
    const shared = row.seats.find(({ members }) => members.length === 2)!;
    const pair = pupils.filter(({ guest }) => shared.members.some(({ name }) => name === guest.name));
    const [one, other] = (await Promise.all(pair.map(room.sitDown))) as [Player, Player];
    expect(one.seat).toBe(shared.seat);
    expect(other.view().own).toEqual(one.view().own);
    expect((await other.act({ type: 'ready', ready: true })).ok).toBe(true);
    await one.until(() => one.view().own?.ready === true);
    await other.leave();
    await server.clock.advance(61_000);
    const now = (await room.row(1)).seats.find(({ seat }) => seat === shared.seat)!;
    expect([now.light, now.bot]).toEqual(['connected', null]);
    await one.leave();
  });

  test('people are moved, left to a bot, given back and removed; whoever is at the table sees it at once', async () => {
    const room = await open({ tables: 2 });
    const pupils = await room.joinAll(6);
    await room.act({ type: 'begin' });
    const [ann, bo] = (await Promise.all(pupils.slice(0, 2).map(room.sitDown))) as [Player, Player];
    const idOf = async (pupil: Pupil): Promise<string> =>
      (await room.view()).members.find(({ name }) => name === pupil.guest.name)!.id;
    const annId = await idOf(pupils[0]!);

    await room.act({ type: 'place', member: annId, table: 1, seat: 'KR' });
    await ann.until(() => ann.view().own?.seat === 'KR');
    await bo.until(() => bo.view().own?.seat === 'US');
    expect((await bo.act({ type: 'ready', ready: true })).ok).toBe(true);

    await room.act({ type: 'bot', table: 1, seat: 'KR' });
    await ann.until(() => ann.view().own === null);
    expect(await ann.act({ type: 'ready', ready: true })).toMatchObject({
      refusal: { code: 'action.notYours' },
    });
    expect((await room.row(1)).observers.map(({ id }) => id)).toEqual([annId]);
    await room.act({ type: 'place', member: annId, table: 1, seat: 'KR' });
    await ann.until(() => ann.view().own?.seat === 'KR');

    await room.act({ type: 'remove', member: annId });
    await ann.until(() => ann.view().own === null);
    expect(namesIn(await room.row(1), 'KR')).toEqual([]);
    const again = await server.api('POST', `/api/classes/${room.code}/join`, {
      token: pupils[0]!.guest.token,
      body: {},
    });
    expect(codeOf(again)).toBe('class.removed');
    for (const [act, code] of [
      [{ type: 'place', member: 'nobody', table: 1, seat: 'US' }, 'class.memberUnknown'],
      [{ type: 'place', member: await idOf(pupils[1]!), table: 9, seat: 'US' }, 'class.tableUnknown'],
      [{ type: 'bot', table: 9, seat: 'US' }, 'class.tableUnknown'],
    ] as const)
      expect(codeOf(await room.tryAct(act))).toBe(code);
    await leaveAll([ann, bo]);
  });
});

test('after a restart the console, the seats and the acts go on as if nothing had happened', async () => {
  const room = await open();
  const pupils = await room.joinAll(4);
  await room.act({ type: 'begin' });
  await room.act({ type: 'pause' });
  const before = await room.view();
  await server.restart(60_000);
  const after = await room.view();
  const still = ({ now: _, members, ...rest }: typeof after) => ({
    ...rest,
    members: members.map(({ id, place }) => [id, place]),
  });
  expect(still(after)).toEqual(still(before));
  const player = await room.sitDown(pupils[0]!);
  expect(player.view().own?.seat).toBe((await pupils[0]!.me()).place!.seat);
  await room.act({ type: 'release' });
  await player.until(() => player.view().pause === null);
  const late = await room.join('Late');
  expect((await late.me()).place!.seat).not.toBeNull();
  await player.leave();
});

test('a roster: only its links come in, each under its own name; another device takes over the seat', async () => {
  const room = await open({ roster: ['Ann', '보라', '小明'] });
  const { roster } = await room.view();
  const line = (number: number) => ({ line: number, key: roster[number]!.key });
  const tried = async (body: object) => {
    const guest = await newGuest(server.api, 'x');
    return server.api('POST', `/api/classes/${room.code}/join`, { token: guest.token, body });
  };
  for (const body of [{}, { roster: { line: 1, key: roster[0]!.key } }, { roster: { line: 9, key: 'x' } }])
    expect(codeOf(await tried(body))).toBe('class.rosterOnly');
  const bora = await room.join('anything', line(1));
  expect((await bora.me()).name).toBe('보라');
  await room.act({ type: 'begin' });
  const first = await room.sitDown(bora);
  const device = await room.join('anything', line(1));
  await first.until(() => first.view().own === null);
  const second = await room.sitDown(device);
  expect([second.seat, second.view().own?.seat]).toEqual([first.seat, first.seat]);
  expect((await room.view()).members).toHaveLength(1);
  await leaveAll([first, second]);
});

test('questionnaires: before at once, after when the game is over; kept, counted and replaced', async () => {
  const room = await open({
    before: { ready: ['trust'], own: [{ text: 'What do you expect? …', kind: 'text' }] },
    after: { ready: ['value'], own: [] },
  });
  const [pupil, slow] = await room.joinAll(2);
  const send = (form: string, answers: object, as = pupil) =>
    server.api('POST', `/api/classes/${room.code}/answers`, {
      token: as!.guest.token,
      body: { form, answers },
    });
  const states = async (of = pupil) => (await of!.me()).forms.map(({ name, state }) => `${name} ${state}`);
  expect(await states()).toEqual(['before open', 'after closed']);
  expect(codeOf(await send('before', { 'trust.1': 9 }))).toBe('request.malformed');
  expect(codeOf(await send('after', { 'value.1': 3 }))).toBe('class.notBegun');
  await send('before', { 'trust.1': 2 });
  await send('before', { 'trust.1': 6, 'own.1': '잘 모르겠다' });
  expect(await states()).toEqual(['before done', 'after closed']);
  const { handedIn, items } = (await room.view()).forms.before;
  expect([handedIn, items[0]!.mean, items[4]!.mean]).toEqual([1, 6, null]);
  await room.act({ type: 'begin' });
  for (let i = 0; i < 12; i++) await room.act({ type: 'advance' });
  expect((await room.row(1)).phase).toBe('ended');
  expect(await states()).toEqual(['before done', 'after open']);
  expect((await send('after', { 'value.1': 5 })).status).toBe(200);
  // Who knows how it ended is not asked any more what they expected.
  expect(await states(slow)).toEqual(['before closed', 'after open']);
  expect(codeOf(await send('before', { 'trust.1': 2 }, slow))).toBe('table.ended');
});

test('mandates and scores of an ended table open when the facilitator says; a closed class changes no more', async () => {
  const room = await open();
  const [pupil] = await room.joinAll(1);
  await room.act({ type: 'begin' });
  const player = await room.sitDown(pupil!);
  for (let i = 0; i < 12; i++) await room.act({ type: 'advance' });
  await player.until(() => player.view().phase === 'ended');
  expect([player.view().mandates, player.view().results]).toEqual([null, null]);
  const row = await room.row(1);
  expect(row.seats.every(({ mandate, score }) => mandate !== null && score !== null)).toBe(true);
  expect(await room.act({ type: 'close' })).toEqual({ done: [], refused: [] });
  expect(codeOf(await room.tryAct({ type: 'announce', text: 'x' }))).toBe('class.closed');
  await room.act({ type: 'openMandates' });
  await player.until(() => player.view().mandates !== null);
  const late = await newGuest(server.api, 'Late');
  const join = await server.api('POST', `/api/classes/${room.code}/join`, { token: late.token, body: {} });
  expect(codeOf(join)).toBe('class.closed');
  await player.leave();
});

test('opened mandates of one table are not for those who still play with the same ones at another', async () => {
  const room = await open();
  const pupils = await room.joinAll(6);
  await room.act({ type: 'begin' });
  const end = async (table: number): Promise<void> => {
    for (let i = 0; i < 12; i++) await room.act({ type: 'advance', tables: [table] });
    await room.act({ type: 'openMandates', tables: [table] });
  };
  await end(1);
  const { code } = await room.row(1);
  const places = await Promise.all(pupils.map(async (pupil) => (await pupil.me()).place!.number));
  const read = async (at: number) =>
    server.api('GET', `/api/tables/${code}/log`, { token: pupils[places.indexOf(at)]!.guest.token });
  const own = await read(1);
  expect(own.status).toBe(200);
  // Nor by the link that is passed on: nobody knows who opens it.
  const byLink = () =>
    server.api('GET', `/api/tables/${code}/log`, { headers: { 'x-share-key': own.body.share } });
  for (const answer of [await read(2), await byLink()]) expect(codeOf(answer)).toBe('table.mandatesSealed');
  await end(2);
  expect(await read(2)).toMatchObject({ status: 200, body: { reader: 'classmate' } });
  expect(await byLink()).toMatchObject({ status: 200, body: { reader: 'link' } });
});

test('a rehearsal: ten tables of bots that play at once, marked, and nobody can join', async () => {
  const room = await open({ demo: 'fast', tables: 10, timeControl: 'untimed' });
  const before = await room.view();
  expect([before.plan.demo, before.phase, before.tables.length]).toEqual(['fast', 'running', 10]);
  await server.clock.advance(3000);
  expect((await room.view()).tables.every(({ offers }) => offers > 0)).toBe(true);
  const guest = await newGuest(server.api, 'Eve');
  const join = await server.api('POST', `/api/classes/${room.code}/join`, { token: guest.token, body: {} });
  expect(codeOf(join)).toBe('class.demo');
  await room.act({ type: 'close' });
});

test('tables with the same dealing draw the same mandates; those dealt one by one need not', async () => {
  const mandates = async (plan: object): Promise<readonly string[]> => {
    const room = await open({ tables: 8, ...plan });
    await room.joinAll(1);
    await room.act({ type: 'begin' });
    const dealt = (await room.view()).tables.map(({ seats }) => seats.map(({ mandate }) => mandate).join());
    await room.act({ type: 'close' });
    return dealt;
  };
  expect(new Set(await mandates({ dealing: 'same' })).size).toBe(1);
  expect(new Set(await mandates({ dealing: 'each' })).size).toBeGreaterThan(1);
  const chosen = { US: 'tech-hawk', KR: 'autonomy', CN: 'growth' };
  expect(new Set(await mandates({ dealing: 'chosen', mandates: chosen }))).toEqual(
    new Set(['tech-hawk,autonomy,growth']),
  );
});

describe('a facilitator who plays along', () => {
  const joinAs = async (room: Classroom, name: string, cookie: string): Promise<Pupil> => {
    const guest = await newGuest(server.api, name);
    const path = `/api/classes/${room.code}`;
    await server.api('POST', `${path}/join`, { token: guest.token, body: {}, headers: { cookie } });
    return { guest, me: async () => (await server.api('GET', `${path}/me`, { token: guest.token })).body };
  };

  test('sees no more of the table than the own seat does, nor mandates that are the same there, until it has ended', async () => {
    const room = await open({ tables: 2, dealing: 'same', roster: ['Kim'] });
    const lead = await joinAs(room, 'Lead', room.cookie);
    expect((await lead.me()).isFacilitator).toBe(true);
    await room.act({ type: 'begin' });
    const { number, seat } = (await lead.me()).place!;
    const player = await room.sitDown(lead);
    const rival = number === 1 ? 2 : 1;
    const own = await room.row(number);
    expect([own.isOwn, (await room.row(rival)).isOwn]).toEqual([true, false]);
    expect(own.seats.map(({ mandate, score }) => [mandate, score])).toEqual([
      [null, null],
      [null, null],
      [null, null],
    ]);
    const other = await room.row(rival);
    expect(other.seats.every(({ mandate, score }) => mandate === null && score !== null)).toBe(true);
    // Sealed offers among bots count only where the facilitator is a party to them.
    expect(own.offers).toBe(player.view().offers.length);
    expect(seat).not.toBeNull();
    await server.clock.advance(60_000);
    const readyAt = async (table: number) =>
      (await room.row(table)).seats.filter((cell) => cell.isReady && cell.seat !== seat).length;
    expect([await readyAt(rival), await readyAt(number), (await room.row(number)).holdUp]).toEqual([
      2,
      0,
      null,
    ]);
    // What is written of the other table stays shut as well, once it has ended: it would name the same mandates.
    for (let i = 0; i < 12; i++) await room.act({ type: 'advance', tables: [rival] });
    const { code } = await room.row(rival);
    expect((await room.row(rival)).phase).toBe('ended');
    const headers = { cookie: room.cookie };
    const files = [
      `/api/tables/${code}/log`,
      `/api/tables/${code}/export`,
      `/api/classes/${room.code}/export`,
    ];
    for (const path of files)
      expect(codeOf(await server.api('GET', path, { headers }))).toBe('table.mandatesSealed');
    for (let i = 0; i < 12; i++) await room.act({ type: 'advance', tables: [number] });
    for (const path of files) expect((await fetch(`${server.url}${path}`, { headers })).status).toBe(200);
    const row = await room.row(number);
    expect([row.isOwn, row.seats.every(({ mandate }) => mandate !== null)]).toEqual([false, true]);
    await player.leave();
  });

  test('mandates dealt one by one elsewhere are no secret; a pupil is no facilitator', async () => {
    const room = await open({ tables: 2, dealing: 'each' });
    const lead = await joinAs(room, 'Lead', room.cookie);
    const pupil = await joinAs(room, 'Eve', `class-${room.code}=${'A'.repeat(22)}`);
    expect((await pupil.me()).isFacilitator).toBe(false);
    await room.act({ type: 'begin' });
    const { number } = (await lead.me()).place!;
    const other = await room.row(number === 1 ? 2 : 1);
    expect(other.seats.every(({ mandate }) => mandate !== null)).toBe(true);
  });

  /** The numbers of the tables of which the console tells no more than the facilitator's own seat sees. */
  const ownTables = async (room: Classroom): Promise<readonly number[]> =>
    (await room.view()).tables.filter(({ isOwn }) => isOwn).map(({ number }) => number);

  test('has one seat: it goes along to another browser that opens the own link, and hides as much from there', async () => {
    const room = await open({ tables: 2, dealing: 'each' });
    const [pupil] = await room.joinAll(1);
    const first = await joinAs(room, 'Lead', room.cookie);
    await room.act({ type: 'begin' });
    const { number, table, seat } = (await first.me()).place!;
    const before = await room.sitDown(first);
    const entered = await server.api('POST', `/api/classes/${room.code}/enter`, {
      body: { secret: room.secret },
    });
    const cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0]!;
    const second = await joinAs(room, 'Lead on a phone', cookie);
    expect((await second.me()).place).toMatchObject({ number, table, seat });
    expect((await second.me()).isFacilitator).toBe(true);
    expect((await room.view()).members.map(({ name }) => name)).toEqual(['Pupil 1', 'Lead']);
    const after = await room.sitDown(second);
    expect(after.view().viewer).toBe(seat);
    expect(await ownTables(room)).toEqual([number]);
    expect((await pupil!.me()).isFacilitator).toBe(false);
    await leaveAll([before, after]);
    // The browser that had the seat learns where it went, and may have it back.
    const whyNot = async ({ guest: { token } }: Pupil) =>
      codeOf(await server.api('GET', `/api/classes/${room.code}/me`, { token }));
    expect(await whyNot(first)).toBe('class.moved');
    await server.restart(0);
    expect(await whyNot(first)).toBe('class.moved');
    const headers = { cookie: room.cookie };
    const { token } = first.guest;
    await server.api('POST', `/api/classes/${room.code}/join`, { token, body: {}, headers });
    expect((await first.me()).place).toMatchObject({ number, table, seat });
    expect(await whyNot(second)).toBe('class.moved');
  });

  test('is one who came as a pupil, too, as soon as the same browser shows the secret, by whichever way', async () => {
    const room = await open({ tables: 3, dealing: 'each' });
    const path = `/api/classes/${room.code}`;
    const [byLink, byJoining, pupil] = await room.joinAll(3);
    await room.act({ type: 'begin' });
    expect(await ownTables(room)).toEqual([]);
    const numberOf = async (one: Pupil) => (await one.me()).place!.number;
    const { token } = byLink!.guest;
    await server.api('POST', `${path}/enter`, { token, body: { secret: room.secret } });
    expect(await ownTables(room)).toEqual([await numberOf(byLink!)]);
    const headers = { cookie: room.cookie };
    await server.api('POST', `${path}/join`, { token: byJoining!.guest.token, body: {}, headers });
    const wrong = { secret: 'A'.repeat(22) };
    await server.api('POST', `${path}/enter`, { token: pupil!.guest.token, body: wrong });
    expect(await ownTables(room)).toEqual(
      [await numberOf(byLink!), await numberOf(byJoining!)].toSorted((a, b) => a - b),
    );
    await server.restart(0);
    expect((await ownTables(room)).length).toBe(2);
  });

  test('sits in a seat of the roster by its link; whoever that link is for takes it back, and is no facilitator', async () => {
    const room = await open({ tables: 1, roster: ['Kim'] });
    const { key } = (await room.view()).roster[0]!;
    const body = { roster: { line: 0, key } };
    const lead = await newGuest(server.api, 'Lead');
    const headers = { cookie: room.cookie };
    await server.api('POST', `/api/classes/${room.code}/join`, { token: lead.token, body, headers });
    await room.act({ type: 'begin' });
    expect(await ownTables(room)).toEqual([1]);
    const kim = await room.join('x', body.roster);
    expect((await kim.me()).isFacilitator).toBe(false);
    expect(await ownTables(room)).toEqual([]);
  });
});

test('words go along for those who agreed, and the console tells how many did, not who', async () => {
  const room = await open();
  const pupils = await room.joinAll(3);
  const say = (pupil: Pupil, agrees: unknown) =>
    server.api('POST', `/api/classes/${room.code}/consent`, { token: pupil.guest.token, body: { agrees } });
  expect((await say(pupils[0]!, true)).body.agrees).toBe(true);
  await say(pupils[1]!, true);
  expect((await say(pupils[1]!, false)).body.agrees).toBe(false);
  expect(codeOf(await say(pupils[2]!, 'yes'))).toBe('request.malformed');
  const view = await room.view();
  expect(view.agreed).toBe(1);
  expect(JSON.stringify(view.record)).not.toContain('agree');
  await room.act({ type: 'begin' });
  const players = await Promise.all(pupils.map((pupil) => room.sitDown(pupil)));
  for (const [i, player] of players.entries())
    await player.act({ type: 'speak', to: 'all', text: `canary ${i}`, pledge: null });
  for (let i = 0; i < 12; i++) await room.act({ type: 'advance' });
  const wordsIn = async (query: string): Promise<readonly string[]> => {
    const path = `${server.url}/api/classes/${room.code}/export${query}`;
    const zip = await (await fetch(path, { headers: { cookie: room.cookie } })).arrayBuffer();
    const text = strFromU8(unzipSync(new Uint8Array(zip))['messages.csv']!);
    return [...new Set(text.match(/canary \d/g) ?? [])];
  };
  expect(await wordsIn('?words=yes')).toEqual(['canary 0']);
  expect(await wordsIn('')).toEqual([]);
  await leaveAll(players);
});

test('a table whose record is damaged stays on the console, as such, and a backup copies it as it is', async () => {
  const room = await open();
  await room.joinAll(6);
  await room.act({ type: 'begin' });
  const { id } = await room.row(2);
  const file = new DatabaseSync(databaseFile(server.folder), { timeout: 5000 });
  file.prepare("UPDATE entries SET events = '[' WHERE seq = 2 AND table_id = ?").run(id);
  await server.restart(0);
  const rows = (await room.view()).tables;
  expect(rows.map(({ number, phase }) => [number, phase])).toEqual([
    [1, 'negotiation'],
    [2, 'broken'],
  ]);
  expect(rows[1]!.seats.map(({ light }) => light)).toEqual(['gone', 'gone', 'gone']);
  expect((await room.act({ type: 'pause', tables: [1] })).done).toEqual([1]);
  file.close();
  expect(backUp(server.folder, join(server.folder, 'copy.db'))).toBeNull();
});
