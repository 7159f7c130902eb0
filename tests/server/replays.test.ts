import { afterAll, beforeAll, expect, test } from 'vitest';
import { debriefOf } from '../../shared/debrief/report.ts';
import type { Entry } from '../../shared/engine/log.ts';
import { bookOf } from '../../shared/scenarios/index.ts';
import { newGuest, sit, type TestGuest } from '../helpers/players.ts';
import { type ServerUnderTest, startServer } from '../helpers/serverUnderTest.ts';

let server: ServerUnderTest;
let ann: TestGuest;
let bo: TestGuest;
let eve: TestGuest;

beforeAll(async () => {
  server = await startServer();
  ann = await newGuest(server.api, 'Ann of the canary');
  bo = await newGuest(server.api, 'Bo');
  eve = await newGuest(server.api, 'Eve');
});
afterAll(() => server.close());

const logOf = (code: string, guest: TestGuest | null, key?: string) =>
  server.api('GET', `/api/tables/${code}/log`, {
    ...(guest === null ? {} : { token: guest.token }),
    ...(key === undefined ? {} : { headers: { 'x-share-key': key } }),
  });

/** Two people and a bot about the chip council, played to its end by the clock. */
const finished = async (): Promise<string> => {
  const body = { scenario: 'chip-council', timeControl: 'blitz', seats: { CN: 'bot:random' } };
  const { code } = (await server.api('POST', '/api/tables', { token: ann.token, body })).body;
  const us = await sit(server.url, ann, code, 'US');
  const kr = await sit(server.url, bo, code, 'KR');
  await us.until(() => us.view().round === 1);
  expect((await us.act({ type: 'speak', to: 'all', text: 'canary words', pledge: null })).ok).toBe(true);
  for (const guest of [ann, eve]) expect((await logOf(code, guest)).status).toBe(guest === ann ? 409 : 403);
  while (us.view().phase !== 'ended') {
    server.clock.advance(30_000);
    await us.until(() => us.view().phase === 'ended' || (us.view().clock.endsAt ?? 0) > server.clock.now());
  }
  await Promise.all([us.leave(), kr.leave()]);
  return code;
};

test('a finished table opens to its people, to nobody else, and by link without names and words', async () => {
  const code = await finished();
  const own = await logOf(code, ann);
  expect(own).toMatchObject({ status: 200, body: { code, reader: 'person' } });
  expect((await logOf(code, bo)).body.entries).toEqual(own.body.entries);
  expect(JSON.stringify(own.body)).toContain('canary words');
  for (const guest of [ann, bo]) expect(JSON.stringify(own.body)).not.toContain(guest.id);

  // A table without reasons kept them all the same: its debrief can tell what the bot was after.
  const told = own.body.entries.flatMap(({ events }: Entry) => events);
  expect(told[0]).toMatchObject({ kind: 'tableOpened', setup: { explain: false } });
  expect(told).toContainEqual(expect.objectContaining({ kind: 'moveExplained', seat: 'CN' }));

  expect((await logOf(code, eve)).body.error.code).toBe('table.notTheirs');
  expect((await logOf(code, null)).body.error.code).toBe('table.notTheirs');
  expect((await logOf(code, eve, 'x'.repeat(22))).body.error.code).toBe('table.notTheirs');
  expect((await logOf('222222', ann)).body.error.code).toBe('table.unknown');

  const shared = await logOf(code, eve, own.body.share);
  expect(shared).toMatchObject({ status: 200, body: { reader: 'link' } });
  expect(JSON.stringify(shared.body)).not.toContain('canary');

  // Both copies are whole logs of their own, and say the same of the game.
  const book = bookOf('chip-council');
  const [one, other] = [own, shared].map(({ body }) => debriefOf(book, body.entries));
  if (one === undefined || other === undefined || 'code' in one || 'code' in other)
    throw new Error('no debrief');
  expect(other.possible).toEqual(one.possible);
  expect(other.value).toEqual(one.value);

  // The same after a restart, when the table is no longer open.
  await server.restart(1000);
  expect((await logOf(code, ann)).body).toEqual(own.body);
});

test('whoever opened a table and sat elsewhere reads no more of its people than by link', async () => {
  const body = { scenario: 'chip-council', timeControl: 'blitz', seats: { CN: 'bot:random' } };
  const { code } = (await server.api('POST', '/api/tables', { token: eve.token, body })).body;
  const left = await sit(server.url, eve, code, 'US');
  await left.leave();
  await server.api('POST', `/api/tables/${code}/seat`, { token: eve.token, body: { seat: 'spectator' } });
  const us = await sit(server.url, ann, code, 'US');
  const kr = await sit(server.url, bo, code, 'KR');
  await us.until(() => us.view().round === 1);
  const words = { type: 'speak', to: 'KR', text: 'canary between two', pledge: null };
  expect((await us.act(words)).ok).toBe(true);
  while (us.view().phase !== 'ended') {
    server.clock.advance(30_000);
    await us.until(() => us.view().phase === 'ended' || (us.view().clock.endsAt ?? 0) > server.clock.now());
  }
  await Promise.all([us.leave(), kr.leave()]);

  const opened = await logOf(code, eve);
  expect(opened).toMatchObject({ status: 200, body: { reader: 'person', seat: null } });
  for (const secret of ['canary between two', 'Ann of the canary'])
    expect(JSON.stringify(opened.body)).not.toContain(secret);
  expect(opened.body.entries).toEqual((await logOf(code, null, opened.body.share)).body.entries);
  expect(JSON.stringify((await logOf(code, bo)).body)).toContain('canary between two');
});
