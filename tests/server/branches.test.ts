import { afterAll, beforeAll, expect, test } from 'vitest';
import { discreetLog } from '../../shared/debrief/discreet.ts';
import { brokenAt, type Entry } from '../../shared/engine/log.ts';
import { newGuest, sit, type TestGuest } from '../helpers/players.ts';
import { type ServerUnderTest, startServer } from '../helpers/serverUnderTest.ts';

let server: ServerUnderTest;
let ann: TestGuest;
let eve: TestGuest;

beforeAll(async () => {
  server = await startServer();
  ann = await newGuest(server.api, 'Ann of the canary');
  eve = await newGuest(server.api, 'Eve');
});
afterAll(() => server.close());

const get = (path: string, { token }: TestGuest) => server.api('GET', path, { token });
const branch = (code: string, { token }: TestGuest, body: object, key?: string) =>
  server.api('POST', `/api/tables/${code}/branch`, {
    token,
    body,
    ...(key === undefined ? {} : { headers: { 'x-share-key': key } }),
  });

/** A person and two bots about the chip council, to the end by the clock. */
const finished = async (): Promise<string> => {
  const seats = { KR: 'bot:random', CN: 'bot:random' };
  const body = { scenario: 'chip-council', timeControl: 'blitz', seats };
  const { code } = (await server.api('POST', '/api/tables', { token: ann.token, body })).body;
  const us = await sit(server.url, ann, code, 'US');
  await us.until(() => us.view().round === 1);
  await us.act({ type: 'speak', to: 'all', text: 'canary words', pledge: null });
  while (us.view().phase !== 'ended') {
    server.clock.advance(30_000);
    await us.until(() => us.view().phase === 'ended' || (us.view().clock.endsAt ?? 0) > server.clock.now());
  }
  await us.leave();
  return code;
};

test('a finished table is played on from a moment of it, as a table of its own', async () => {
  const code = await finished();
  const { body: log } = await get(`/api/tables/${code}/log`, ann);
  const entries: readonly Entry[] = log.entries;
  const at = entries.find(({ events }) => events.some(({ kind }) => kind === 'messageSpoken'))!.seq;

  expect((await branch(code, eve, { at, seat: 'KR' })).body.error.code).toBe('table.notTheirs');
  expect((await branch(code, ann, { at: entries.length, seat: 'KR' })).body.error.code).toBe(
    'branch.notInPlay',
  );
  expect((await branch(code, ann, { at: 1, seat: 'KR' })).body.error.code).toBe('branch.notInPlay');
  expect((await branch(code, ann, { at, seat: 'KR', bot: 'nobody' })).body.error.code).toBe('bot.unknown');
  expect((await branch(code, ann, { at: 0, seat: 'KR' })).body.error.code).toBe('request.malformed');

  const { status, body: opened } = await branch(code, ann, { at, seat: 'KR', bot: 'conceder' });
  expect(status).toBe(201);
  expect((await get(`/api/tables/${opened.code}`, ann)).body).toMatchObject({
    branch: { of: code, at },
    listed: false,
    timeControl: 'untimed',
    phase: 'negotiation',
  });
  // Everybody may know of it who has its code, and nobody finds it in the lobby.
  expect(JSON.stringify((await get('/api/tables', ann)).body)).not.toContain(opened.code);

  const kr = await sit(server.url, ann, opened.code, 'KR');
  expect(kr.view()).toMatchObject({ own: { seat: 'KR' }, clock: { endsAt: null, left: null } });
  expect(kr.view().occupants).toMatchObject({ US: { kind: 'bot', bot: 'conceder' }, KR: { kind: 'person' } });
  for (;;) {
    const { phase, own } = kr.view();
    if (phase === 'ended') break;
    if (phase === 'negotiation' && !own!.ready) await kr.act({ type: 'ready', ready: true });
    server.clock.advance(10_000);
    // A round trip, in which the bots get on with it.
    await get(`/api/tables/${opened.code}`, ann);
  }
  await kr.leave();

  // The branch begins with the entries of its table, but for the names in them, and its chain goes through.
  const { body: branched } = await get(`/api/tables/${opened.code}/log`, ann);
  const nameless = discreetLog(entries.slice(0, at), { names: (seat) => seat, words: 'kept' });
  expect(branched.entries.slice(0, at)).toEqual(nameless);
  expect(JSON.stringify(branched.entries.slice(0, at))).not.toContain(ann.name);
  expect(brokenAt(branched.entries)).toBe(null);
  expect(branched.entries[at].events[0]).toMatchObject({
    kind: 'branched',
    setup: { branch: { of: code, at } },
  });
  expect((await get(`/api/tables/${code}/log`, ann)).body).toEqual(log);

  // By link: without names and words, and as safe in the branch.
  const shared = await branch(code, eve, { at, seat: 'US' }, log.share);
  expect(shared.status).toBe(201);
  const us = await sit(server.url, eve, shared.body.code, 'US');
  expect(JSON.stringify(us.events())).not.toContain('canary');
  await us.leave();

  // Whoever has the link of the branch doesn't learn who played it either.
  const passedOn = await server.api('GET', `/api/tables/${opened.code}/log`, {
    token: eve.token,
    headers: { 'x-share-key': branched.share },
  });
  expect(passedOn.body.reader).toBe('link');
  expect(JSON.stringify(passedOn.body)).not.toMatch(/canary/);
});
