import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPostgres } from '../../server/storage/postgres.ts';
import { brokenAt, type Entry } from '../../shared/engine/log.ts';
import { openClassroom } from '../helpers/classroom.ts';
import { type Api, apiOf, newGuest, newId, type Player, sit, type TestGuest } from '../helpers/players.ts';
import { breakingLine, hasPostgres, newDatabase, type TestDatabase } from '../helpers/postgres.ts';
import { emptyRedis, hasRedis, TEST_REDIS } from '../helpers/redis.ts';
import { endProcesses, freePort, type ServerProcess, startProcess } from '../helpers/serverProcess.ts';
import { selfOf } from '../helpers/stores.ts';

const ADMIN_SECRET = 'a-secret-of-the-fleet';
const isPossible = (await hasPostgres()) && (await hasRedis());

describe.skipIf(!isPossible)('two servers on one Postgres and one Redis', () => {
  let database: TestDatabase;
  const ports: number[] = [];
  const servers: ServerProcess[] = [];
  let guests: TestGuest[] = [];

  const start = async (place: number, redis = TEST_REDIS): Promise<void> => {
    const address = `127.0.0.1:${ports[place]}`;
    servers[place] = await startProcess({
      PORT: String(ports[place]),
      DATABASE_URL: database.url,
      REDIS_URL: redis,
      PEER_ADDRESS: address,
      SOCKET_ADDRESS: address,
      GRACE_MS: '3600000',
      LOBBY_GRACE_MS: '3600000',
      QUICK_WAIT_MS: '3600000',
      ADMIN_SECRET,
    });
  };
  const url = (place: number): string => servers[place]!.url;
  const api = (place: number): Api => apiOf(url(place));

  beforeAll(async () => {
    database = await newDatabase();
    ports.push(await freePort(), await freePort(), await freePort());
    await Promise.all([start(0), start(1)]);
    guests = await Promise.all(['Ann', 'Bo', 'Cy'].map((name, i) => newGuest(api(i % 2), name)));
  });
  afterAll(async () => {
    endProcesses();
    await database.drop();
    await emptyRedis();
  });

  const logOf = async (id: string): Promise<readonly Entry[]> => {
    const { store } = await openPostgres(database.url, selfOf('reader'), () => {});
    const entries = await store.entriesOf(id);
    await store.close();
    return entries;
  };

  /** As the client does: asks for the place again until there is an answer. */
  const sitSoon = async (place: number, guest: TestGuest, code: string): Promise<Player> => {
    for (;;) {
      try {
        const player = await sit(url(place), guest, code);
        player.room.reconnection.enabled = false;
        return player;
      } catch (error) {
        if (!/503|ECONN|fetch failed|no seat: 5/.test(String(error))) throw error;
      }
    }
  };
  const openTable = async (place: number, body: object = {}): Promise<{ code: string; id: string }> =>
    (await api(place)('POST', '/api/tables', { token: guests[0]!.token, body: { listed: true, ...body } }))
      .body;
  const openClassroomAt = async (place: number, code: string) =>
    (await api(place)('GET', `/api/classes/${code}`)).body;
  const speech = (text: string) => ({ type: 'speak', to: 'all', text, pledge: null, id: newId() });

  test('people meet at one table whichever server they ask; it is killed, and they go on at the other: nothing answered is lost', async () => {
    const { code, id } = await openTable(0);
    let players = await Promise.all([0, 1, 1].map((place, i) => sitSoon(place, guests[i]!, code)));
    for (const player of players) await player.until(() => player.view().round === 1);
    expect(players.map(({ seat }) => seat).sort()).toEqual(['CN', 'KR', 'US']);
    for (const place of [0, 1]) {
      const { tables } = (await api(place)('GET', '/api/tables')).body;
      expect(tables.map((table: { code: string }) => table.code)).toEqual([code]);
      expect((await api(place)('GET', `/api/tables/${code}`)).body).toMatchObject({ round: 1 });
    }

    const sent = players.flatMap(({ seat }) =>
      [1, 2, 3, 4, 5].map((i) => ({ seat, action: speech(`${seat} ${i}`) })),
    );
    const answered: string[] = [];
    await new Promise<void>((enough) => {
      for (const player of players) {
        player.room.onMessage('reply', (reply: { id: string; ok: boolean }) => {
          if (reply.ok) answered.push(reply.id);
          if (answered.length === 6) enough();
        });
        for (const { seat, action } of sent) if (seat === player.seat) player.post(action);
      }
    });
    const left = players[0]!.view().clock.endsAt! - Date.now();
    const killed = performance.now();
    await servers[0]!.stop('SIGKILL');
    const seats = players.map(({ seat }) => seat);
    players = await Promise.all(guests.map((guest) => sitSoon(1, guest, code)));
    process.stdout.write(
      `All three sit again ${Math.round(performance.now() - killed)} ms after the kill.\n`,
    );
    expect(players.map(({ seat }) => seat)).toEqual(seats);
    const before = await logOf(id);
    for (const one of answered) expect(before.filter((entry) => entry.id === one)).toHaveLength(1);
    // The clock gives back the time since the killed server was last heard of.
    expect(players[0]!.view().clock.endsAt! - Date.now()).toBeGreaterThan(left - 1000);
    for (const { seat, action } of sent) {
      const speaker = players.find((player) => player.seat === seat)!;
      expect(await speaker.act(action)).toEqual({ id: action.id, ok: true });
    }

    // The killed one comes back, serves everybody, and leaves the table where it is.
    await start(0);
    const watcher = await sitSoon(0, await newGuest(api(0), 'Di'), code);
    expect(watcher.seat).toBe('spectator');
    expect(watcher.eventsOf('messageSpoken')).toHaveLength(sent.length);

    // An orderly stop moves it, too.
    expect(await servers[1]!.stop('SIGTERM')).toEqual({ code: 0, signal: null });
    players = await Promise.all(guests.map((guest) => sitSoon(0, guest, code)));
    expect(players.map(({ seat }) => seat)).toEqual(seats);
    expect((await players[0]!.act(speech('at home again'))).ok).toBe(true);
    const entries = await logOf(id);
    expect(brokenAt(entries)).toBeNull();
    for (const { action } of sent) expect(entries.filter((entry) => entry.id === action.id)).toHaveLength(1);
    await start(1);
  });

  test('a table that another process has taken is refused, its people are sent to where it is', async () => {
    const { code, id } = await openTable(0, {
      seats: { KR: 'bot:trader', CN: 'bot:trader' },
      timeControl: 'untimed',
    });
    const player = await sitSoon(1, guests[0]!, code);
    await player.until(() => player.view().round === 1);
    const [other] = await database.run(
      `SELECT id FROM processes WHERE stopped = 0 AND address = '127.0.0.1:${ports[1]}'`,
    );
    await database.run(`UPDATE tables SET owner = '${other!.id}', epoch = epoch + 1 WHERE id = '${id}'`);
    await player.until(() => player.closed() !== null);
    expect(player.closed()).toBe(4012);
    const again = await sitSoon(0, guests[0]!, code);
    expect(again.seat).toBe(player.seat);
    expect((await again.act(speech('over here'))).ok).toBe(true);
    expect(brokenAt(await logOf(id))).toBeNull();
  });

  test('two who want a quick match at different servers meet', async () => {
    const [one, other] = await Promise.all(
      [0, 1].map((place) => api(place)('POST', '/api/quick', { token: guests[place]!.token, body: {} })),
    );
    expect([one!.status, other!.status]).toEqual([200, 200]);
    expect(one!.body.code).toBe(other!.body.code);
  });

  test('a class is one class whichever server its people ask, and its tables are where it is', async () => {
    const room = await openClassroom(url(1), {});
    const [here, there] = [await openClassroomAt(1, room.code), await openClassroomAt(0, room.code)];
    expect(here).toEqual(there);
    const pupil = await room.join('Eve');
    expect((await room.act({ type: 'begin' })).done).toEqual([1]);
    const { table } = (await pupil.me()).place!;
    const player = await sitSoon(0, pupil.guest, table);
    expect(player.seat).not.toBe('spectator');
    await room.act({ type: 'pause', tables: 'all' });
    await player.until(() => player.view().pause !== null);
  });

  test('whoever claims to be a server is led to where a class is all the same', async () => {
    const room = await openClassroom(url(1), {});
    const headers = { 'x-between-giants-hop': '1' };
    for (const [i, guest] of guests.entries()) {
      const path = `/api/classes/${room.code}/join`;
      const joined = await api(i % 2)('POST', path, { token: guest.token, body: {}, headers });
      expect(joined.status).toBe(200);
    }
    expect((await room.view()).members).toHaveLength(3);
    expect((await room.act({ type: 'begin' })).done).toEqual([1]);
  });

  test('a class goes on from what another server has written of it, also where that is in the way', async () => {
    const room = await openClassroom(url(1), {});
    await room.join('Jo');
    // As by a server that had taken itself for the one to write.
    const write = async (name: string): Promise<void> => {
      const member = { id: `m-${name}`, guest: `g-${name}`, name, line: null, isFacilitator: false };
      await database.run(`INSERT INTO class_facts (class_id, seq, at, fact)
        SELECT class_id, max(seq) + 1, ${Date.now()}, '${JSON.stringify({ kind: 'joined', ...member, member: member.id })}'
        FROM class_facts WHERE class_id = (SELECT id FROM classes WHERE code = '${room.code}') GROUP BY class_id`);
    };
    await write('Kay');
    await room.join('Lee');
    expect((await room.view()).members.map(({ name }) => name)).toEqual(['Jo', 'Kay', 'Lee']);
  });

  const admin = (place: number, path: string, cookie = '', fields: Record<string, string> | null = null) =>
    fetch(`${url(place)}/admin${path}`, {
      method: fields === null ? 'GET' : 'POST',
      headers: { cookie, connection: 'close' },
      body: fields === null ? null : new URLSearchParams(fields),
      redirect: 'manual',
    });

  test('S11: who has entered at one server administers at the other, until they leave at either', async () => {
    const { code } = await openTable(0);
    expect((await admin(1, '')).status).toBe(401);
    const entered = await admin(0, '/enter', '', { secret: ADMIN_SECRET });
    const cookie = entered.headers.get('set-cookie')!.split(';')[0]!;
    const page = await admin(1, '', cookie);
    const csrf = /name="csrf" value="([^"]+)"/.exec(await page.text())![1]!;
    expect((await admin(1, `/tables/${code}/delete`, cookie, { csrf: 'another' })).status).toBe(403);
    expect((await api(0)('GET', `/api/tables/${code}`)).status).toBe(200);
    expect((await admin(1, `/tables/${code}/delete`, cookie, { csrf })).status).toBe(303);
    expect((await api(0)('GET', `/api/tables/${code}`)).status).toBe(404);
    expect((await admin(1, '/leave', cookie, { csrf })).status).toBe(303);
    for (const place of [0, 1]) expect((await admin(place, '', cookie)).status).toBe(401);
  });

  test.each([0, 1])('S19: a class whose tables are played is deleted by asking server %i', async (place) => {
    const room = await openClassroom(url(1), {});
    const pupils = await Promise.all(['Flo', 'Gus', 'Hal', 'Ida'].map((name) => room.join(name)));
    const { done } = await room.act({ type: 'begin' });
    expect(done.length).toBeGreaterThan(1);
    const seated = await Promise.all(
      pupils.map(async (pupil, i) => sitSoon(i % 2, pupil.guest, (await pupil.me()).place!.table)),
    );
    const key = { headers: { cookie: room.cookie } };
    expect((await api(place)('DELETE', `/api/classes/${room.code}`, key)).status).toBe(200);
    for (const player of seated) await player.until(() => player.closed() !== null);
    for (const asked of [0, 1])
      expect((await api(asked)('GET', `/api/classes/${room.code}`)).status).toBe(404);
    expect(await database.run(`SELECT id FROM classes WHERE code = '${room.code}'`)).toEqual([]);
    for (const table of ['class_facts', 'class_tables', 'class_answers'])
      expect(
        await database.run(`SELECT 1 FROM ${table} WHERE class_id NOT IN (SELECT id FROM classes)`),
      ).toEqual([]);
    const orphans = 'SELECT 1 FROM entries WHERE table_id NOT IN (SELECT id FROM tables)';
    expect(await database.run(orphans)).toEqual([]);
  });

  test.each([0, 1])(
    'S19: an administrator deletes a class at server %i, and no server knows it any more',
    async (place) => {
      const room = await openClassroom(url(1 - place), {});
      await room.join('Flo');
      const entered = await admin(place, '/enter', '', { secret: ADMIN_SECRET });
      const cookie = entered.headers.get('set-cookie')!.split(';')[0]!;
      const csrf = /name="csrf" value="([^"]+)"/.exec(await (await admin(place, '', cookie)).text())![1]!;
      expect((await admin(place, `/classes/${room.code}/delete`, cookie, { csrf })).status).toBe(303);
      for (const asked of [0, 1])
        expect((await api(asked)('GET', `/api/classes/${room.code}`)).status).toBe(404);
    },
  );

  test.each([0, 1])(
    'S19: who deletes themselves at server %i is gone from a class, which goes on',
    async (place) => {
      const room = await openClassroom(url(0), {});
      const [flo] = [await room.join('Flo-canary'), await room.join('Gus')];
      expect((await api(place)('DELETE', '/api/me', { token: flo.guest.token })).status).toBe(200);
      await room.join('Hal');
      const { members } = await room.view();
      expect(members.map(({ name }) => name)).toEqual(['Gus', 'Hal']);
      const told = await database.run('SELECT fact FROM class_facts');
      expect(JSON.stringify(told)).not.toContain('Flo-canary');
    },
  );

  test('while Redis is away games go on and new tables are unavailable; when it is back, all is well', async () => {
    const line = await breakingLine(TEST_REDIS);
    await start(2, line.url);
    const solo = { seats: { KR: 'bot:trader', CN: 'bot:trader' }, timeControl: 'untimed' };
    const known = await openTable(2, solo);
    const player = await sitSoon(2, guests[0]!, known.code);
    line.cut();
    expect((await player.act(speech('still here'))).ok).toBe(true);
    const { code } = await openTable(2, solo);
    const refused = await api(2)('POST', `/api/tables/${code}/seat`, { token: guests[0]!.token, body: {} });
    expect(refused).toMatchObject({ status: 503, body: { error: { code: 'unavailable' } } });
    line.mend();
    expect((await sitSoon(2, guests[0]!, code)).seat).toBe('US');
    expect((await player.act(speech('all the time'))).ok).toBe(true);
    expect(await servers[2]!.stop('SIGTERM')).toEqual({ code: 0, signal: null });
    await line.close();
  });

  test('what passes between servers is for servers only', async () => {
    const refused = await api(0)('POST', '/peers/tables/any/hand-over/me', {
      headers: { authorization: 'Peer wrong' },
    });
    expect(refused.status).toBe(404);
  });
});
