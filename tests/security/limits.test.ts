import { connect as connectTcp } from 'node:net';
import type { Request } from 'express';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Clock } from '../../server/clock.ts';
import { networkBehind, networkOf } from '../../server/http/address.ts';
import { requestLimits } from '../../server/http/limits.ts';
import { connectionOf, type TableClient } from '../../server/rooms/connectionOf.ts';
import type { Reply } from '../../shared/protocol.ts';
import { openClassroom, type Pupil } from '../helpers/classroom.ts';
import { newGuest, newId, type Player, sit, type TestGuest } from '../helpers/players.ts';
import { type ServerUnderTest, startServer } from '../helpers/serverUnderTest.ts';

const SOCKETS = 40;
let server: ServerUnderTest;
beforeAll(async () => {
  server = await startServer({ ADDRESS_LIMIT: '120', SOCKETS_PER_ADDRESS: String(SOCKETS) });
});
afterAll(() => server.close());

/** Between tests a minute passes, so that no limit is used up by the test before. */
const minute = (): Promise<void> => server.clock.advance(60_000);

const openTable = async (guest: TestGuest): Promise<string> =>
  (await server.api('POST', '/api/tables', { token: guest.token, body: { timeControl: 'untimed' } })).body
    .code;

/** A game of three people without clocks, so that nothing happens by itself. */
const three = async (): Promise<readonly Player[]> => (await threeAt()).players;

const threeAt = async (): Promise<{ readonly code: string; readonly players: readonly Player[] }> => {
  const guests = await Promise.all(['Ann', 'Bo', 'Cy'].map((name) => newGuest(server.api, name)));
  const code = await openTable(guests[0]!);
  const players = await Promise.all(
    guests.map((guest, i) => sit(server.url, guest, code, ['US', 'KR', 'CN'][i])),
  );
  for (const player of players) await player.until(() => player.view().phase === 'negotiation');
  return { code, players };
};
const leaveAll = async (players: readonly Player[]): Promise<void> => {
  for (const player of players) await player.leave();
  await minute();
};

const codeOf = (reply: Reply): string => (reply.ok ? 'ok' : reply.refusal.code);
const expectTooFast = (answer: { status: number; body: unknown; headers: Headers }): void => {
  expect(answer).toMatchObject({
    status: 429,
    body: { error: { code: 'request.tooFast', params: { ms: expect.any(Number) } } },
  });
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
};

/** Opens a socket for a place and answers nothing on it. */
const rawSocket = async (guest: TestGuest, code: string): Promise<WebSocket> => {
  const { body } = await server.api('POST', `/api/tables/${code}/seat`, { token: guest.token, body: {} });
  const { sessionId, roomId, processId } = body.reservation;
  const socket = new WebSocket(
    `${server.url.replace('http', 'ws')}/${processId}/${roomId}?sessionId=${sessionId}`,
  );
  await new Promise((resolve) => socket.once('message', resolve));
  return socket;
};

describe('S7: a class behind one address', () => {
  test(`S7, S8: 30 pupils pass with the limits as they come; the socket after the ${SOCKETS}th is turned away`, async () => {
    const names = Array.from({ length: SOCKETS }, (_, i) => `Pupil ${i + 1}`);
    const guests = await Promise.all(names.map((name) => newGuest(server.api, name)));
    const codes = await Promise.all(guests.slice(0, 10).map(openTable));
    const players: Player[] = [];
    for (const [i, guest] of guests.entries()) {
      const code = codes[i % codes.length]!;
      expect((await server.api('GET', `/api/tables/${code}`)).status).toBe(200);
      players.push(await sit(server.url, guest, code));
    }
    for (const player of players.slice(0, 30))
      await player.until(() => player.view().phase === 'negotiation');
    for (const player of players.slice(0, 30))
      expect(await player.act({ type: 'speak', to: 'all', text: 'hello', pledge: null })).toMatchObject({
        ok: true,
      });

    const late = new WebSocket(`${server.url.replace('http', 'ws')}/a/b?sessionId=c`);
    const refusal = await new Promise<Error>((resolve) => late.once('error', resolve));
    expect(refusal.message).toContain('429');
    await players[0]!.leave();
    await leaveAll(players.slice(1));
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/a/b?sessionId=c`);
    await new Promise((resolve) => socket.once('open', resolve));
    socket.terminate();
  });
});

describe('S7: rates', () => {
  test('S7: 20 wrong codes a minute from one address, then "too fast" with the ms to wait; right ones count nothing', async () => {
    const guest = await newGuest(server.api, 'Ann');
    const code = await openTable(guest);
    const look = (which: string) => server.api('GET', `/api/tables/${which}`);
    for (let i = 0; i < 30; i++) expect((await look(code)).status).toBe(200);
    for (let i = 0; i < 20; i++) expect((await look('ZZZZZZ')).status).toBe(404);
    const answer = await look('ZZZZZZ');
    expectTooFast(answer);
    expect(answer.body.error.params.ms).toBe(3000);
    await server.clock.advance(3000);
    expect((await look('ZZZZZZ')).status).toBe(404);
    await minute();
  });

  test('S7: 10 joins and 10 new tables a minute for one guest', async () => {
    const guest = await newGuest(server.api, 'Ann');
    const code = await openTable(guest);
    const join = () =>
      server.api('POST', `/api/tables/${code}/seat`, { token: guest.token, body: { seat: 'spectator' } });
    for (let i = 0; i < 10; i++) expect((await join()).status).toBe(200);
    expectTooFast(await join());
    for (let i = 0; i < 9; i++) expect(await openTable(guest)).toMatch(/^\w{6}$/);
    expectTooFast(await server.api('POST', '/api/tables', { token: guest.token, body: {} }));
    await minute();
  });

  test('S7: 10 new classes a minute from one address', async () => {
    const open = () => server.api('POST', '/api/classes', { body: { scenario: 'chip-council', people: 3 } });
    for (let i = 0; i < 10; i++) expect((await open()).status).toBe(201);
    expectTooFast(await open());
    await minute();
  });

  test('S7: 60 acts a minute upon one class, and as many answers and changes of mind of one of its people', async () => {
    const room = await openClassroom(server.url, {
      scenario: 'chip-council',
      before: { ready: ['trust'], own: [] },
    });
    const [ann, bo] = await room.joinAll(2);
    const agree = ({ guest }: Pupil, i: number) =>
      server.api('POST', `/api/classes/${room.code}/consent`, {
        token: guest.token,
        body: { agrees: i % 2 === 0 },
      });
    for (let i = 0; i < 60; i++) expect((await agree(ann!, i)).status).toBe(200);
    expectTooFast(await agree(ann!, 60));
    const body = { form: 'before', answers: { 'trust.1': 4 } };
    const answers = `/api/classes/${room.code}/answers`;
    expectTooFast(await server.api('POST', answers, { token: ann!.guest.token, body }));
    expect((await server.api('POST', answers, { token: bo!.guest.token, body })).status).toBe(200);

    await room.act({ type: 'begin' });
    for (let i = 0; i < 59; i++) await room.act({ type: 'announce', text: 'again' });
    expectTooFast(await room.tryAct({ type: 'announce', text: 'again' }));
    await minute();
    await room.act({ type: 'announce', text: 'a minute later' });
  });

  test('S7: 240 readings a minute of finished tables, by one guest or by an address without one', async () => {
    const guest = await newGuest(server.api, 'Ann');
    const code = await openTable(guest);
    const read = (token?: string) =>
      server.api('GET', `/api/tables/${code}/log`, token === undefined ? {} : { token });
    for (let i = 0; i < 240; i++) expect((await read(guest.token)).body.error.code).toBe('table.unfinished');
    expectTooFast(await read(guest.token));
    const other = await newGuest(server.api, 'Bo');
    expect((await read(other.token)).body.error.code).toBe('table.notTheirs');
    await minute();
    expect((await read(guest.token)).body.error.code).toBe('table.unfinished');
    await minute();
  });

  test('S7: ten thousand others make nobody forget how fast somebody was', async () => {
    const clock = { now: () => 0 } as Clock;
    const { enter } = requestLimits(2, clock);
    const from = (ip: string) => enter({ ip } as Request)?.code ?? 'ok';
    expect([from('a'), from('a'), from('a')]).toEqual(['ok', 'ok', 'request.tooFast']);
    for (let i = 0; i < 30_000; i++) {
      from(`other ${i}`);
      if (i % 5000 === 0) expect(from('a')).toBe('request.tooFast');
    }
    // Whoever was not there for as long as ten thousand others came may have been forgotten, so that memory has a bound.
    expect(from('other 0')).toBe('ok');
  });

  test('S7: 120 new guests a minute from one address', async () => {
    const answers = await Promise.all(
      Array.from({ length: 130 }, () => server.api('POST', '/api/guests', { body: { name: 'Ann' } })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(120);
    for (const answer of answers.filter(({ status }) => status !== 201)) expectTooFast(answer);
    await minute();
  });

  test('S7: 2 words a second, 5 at once; the answer to the next says how long to wait', async () => {
    const players = await three();
    const say = (player: Player) => player.act({ type: 'speak', to: 'all', text: newId(), pledge: null });
    for (let i = 0; i < 5; i++) expect(codeOf(await say(players[0]!))).toBe('ok');
    expect(await say(players[0]!)).toMatchObject({
      ok: false,
      refusal: { code: 'action.tooFast', params: { ms: 500 } },
    });
    expect(codeOf(await players[0]!.act({ type: 'ready', ready: true }))).toBe('ok');
    expect(codeOf(await say(players[1]!))).toBe('ok');
    await server.clock.advance(500);
    expect(codeOf(await say(players[0]!))).toBe('ok');
    await leaveAll(players);
  });

  test('S7: whoever goes on too fast, over several connections, is cut off all the same; others notice nothing', async () => {
    const { code, players } = await threeAt();
    const second = await sit(server.url, players[0]!.guest, code);
    const flooders = [players[0]!, second];
    for (let i = 0; i < 50; i++) for (const { post } of flooders) post({ type: 'release', id: newId() });
    await second.until(() => second.closed() !== null);
    expect(flooders.map((player) => player.closed())).toContain(4002);
    const answers = flooders.flatMap(({ replies }) => replies.map(codeOf));
    expect(answers.filter((answer) => answer !== 'action.tooFast')).toHaveLength(20);
    expect(answers.filter((answer) => answer === 'action.tooFast').length).toBeLessThanOrEqual(60);
    for (const player of players.slice(1))
      expect(codeOf(await player.act({ type: 'ready', ready: true }))).toBe('ok');
    await leaveAll([...players.slice(1)]);
  });
});

describe('S8: connections', () => {
  test('S8: three tabs of one seat: the newest acts, older ones see everything; a fourth closes the oldest', async () => {
    const { code, players } = await threeAt();
    const guest = players[0]!.guest;
    const tabs: Player[] = [players[0]!];
    for (let i = 0; i < 3; i++) {
      await server.clock.advance(1);
      tabs.push(await sit(server.url, guest, code, 'US'));
    }
    await tabs[0]!.until(() => tabs[0]!.closed() !== null);
    expect(tabs.map((tab) => tab.closed())).toEqual([4011, null, null, null]);
    const open = tabs.slice(1);
    for (const tab of open) await tab.until(() => tab.acts() === (tab === open[2]));
    const answers = await Promise.all(open.map((tab) => tab.act({ type: 'ready', ready: true })));
    expect(answers.map(codeOf)).toEqual(['action.otherTab', 'action.otherTab', 'ok']);
    for (const tab of open) await tab.until(() => tab.view().own!.ready);
    await leaveAll([...open, ...players.slice(1)]);
  });

  test('S8: an old tab that comes back by itself does not take over; it acts when the newer one has gone', async () => {
    const { code, players } = await threeAt();
    const [old, ...others] = players as [Player, Player, Player];
    const opened = server.clock.now();
    await server.clock.advance(1);
    const newer = await sit(server.url, old.guest, code, 'US');
    await server.clock.advance(1);
    const sent = { type: 'speak', to: 'all', text: 'hello', pledge: null, id: newId() };
    expect(codeOf(await newer.act(sent))).toBe('ok');

    // However it comes: over Colyseus's own reconnection, or with a new place after the room has gone.
    const before = old.updates.length;
    old.blink();
    await old.until(() => old.updates.length > before);
    const anew = await sit(server.url, old.guest, code, 'US', opened);
    for (const tab of [old, anew]) {
      await tab.until(() => tab.acts() === false);
      expect(codeOf(await tab.act({ type: 'ready', ready: true }))).toBe('action.otherTab');
      // What the table has done already is answered alike wherever it is asked for.
      expect(codeOf(await tab.act(sent))).toBe('ok');
    }
    const came = newer.updates.length;
    newer.blink();
    await newer.until(() => newer.updates.length > came && newer.acts() === true);
    expect([old.acts(), anew.acts()]).toEqual([false, false]);

    await old.leave();
    await newer.leave();
    await anew.until(() => anew.acts() === true);
    expect(codeOf(await anew.act({ type: 'ready', ready: true }))).toBe('ok');

    // A moment that has not come yet keeps nobody in front.
    const ahead = await sit(server.url, old.guest, code, 'US', server.clock.now() + 1_000_000);
    await ahead.until(() => ahead.acts() === true);
    await server.clock.advance(1);
    const latest = await sit(server.url, old.guest, code, 'US');
    await ahead.until(() => ahead.acts() === false);
    await leaveAll([ahead, latest, anew, ...others]);
  });

  test('S8: a socket that never says it is ready is cut after ten seconds', async () => {
    const guest = await newGuest(server.api, 'Ann');
    const socket = await rawSocket(guest, await openTable(guest));
    const closed = new Promise((resolve) => socket.once('close', resolve));
    await server.clock.advance(9_999);
    expect(socket.readyState).toBe(WebSocket.OPEN);
    await server.clock.advance(1);
    await closed;
    await minute();
  });

  test('S8: one address is an IPv4 address or the /64 of an IPv6 one, seen through the proxies that are trusted', () => {
    expect(networkOf('::ffff:10.0.0.1')).toBe('10.0.0.1');
    expect(networkOf('2001:db8::1')).toBe(networkOf('2001:db8:0:0:ffff::2'));
    expect(networkOf('2001:db8:0:1::1')).not.toBe(networkOf('2001:db8::1'));
    expect(networkOf('::1')).toBe('0:0:0:0::');
    const request = {
      socket: { remoteAddress: '10.0.0.9' },
      headers: { 'x-forwarded-for': '6.6.6.6, 1.2.3.4' },
    };
    const behind = (proxies: number) => networkBehind(request as never, proxies);
    expect([0, 1, 2, 5].map(behind)).toEqual(['10.0.0.9', '1.2.3.4', '6.6.6.6', '6.6.6.6']);
  });
});

/** Resolves when the server has ended a connection of which it heard only this much. */
const endOf = (text: string): Promise<string> =>
  new Promise((resolve) => {
    let answer = '';
    const socket = connectTcp(Number(new URL(server.url).port), '127.0.0.1');
    socket.on('data', (data) => {
      answer += data;
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', () => resolve(answer));
    socket.write(text);
  });

describe('S6, R10: those who keep others waiting', () => {
  test('S6, R10: a silent socket, half a request, a reader that does not read: each is cut, and nobody waits for it', async () => {
    const players = await three();
    const watcher = await newGuest(server.api, 'Di');
    const table = await openTable(watcher);
    const slow = await rawSocket(watcher, table);
    slow.send(Buffer.from([10]));
    (slow as unknown as { _socket: { pause: () => void } })._socket.pause();
    // Real seconds pass here: the server's own patience is what is tried.
    const [silent, half] = await Promise.all([endOf(''), endOf('GET / HTTP/1.1\r\nHost: x\r\n')]);
    for (const answer of [silent, half]) expect(answer).toMatch(/^(HTTP\/1\.1 408|$)/);
    const present = async (): Promise<boolean> => {
      const { US, KR, CN } = (await server.facts(table)).seats;
      return [US, KR, CN].some((seat) => seat.kind === 'person' && seat.present);
    };
    while (await present()) await new Promise((resolve) => setTimeout(resolve, 200));
    for (const player of players) expect(codeOf(await player.act({ type: 'ready', ready: true }))).toBe('ok');
    slow.terminate();
    await leaveAll(players);
  });

  test('R10: what waits for a reader is at most 256 kB, then it is cut', () => {
    const sent: unknown[] = [];
    let cut = 0;
    const socket = { bufferedAmount: 256 * 1024, terminate: () => cut++ };
    const client = { ref: socket, send: (...message: unknown[]) => sent.push(message) };
    const connection = connectionOf(client as unknown as TableClient, { guest: 'guest', since: 0 });
    connection.reply({ id: 'one', ok: true });
    expect([sent.length, cut]).toEqual([1, 0]);
    socket.bufferedAmount++;
    connection.reply({ id: 'two', ok: true });
    expect([sent.length, cut]).toEqual([1, 1]);
  });

  test('S6: headers of more than 8 kB are refused', async () => {
    const answer = await endOf(`GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(9000)}\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 431/);
  });
});
