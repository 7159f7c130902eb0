import { afterAll, beforeAll, expect, test } from 'vitest';
import { openClassroom } from '../helpers/classroom.ts';
import { newGuest, type TestGuest } from '../helpers/players.ts';
import { type ServerUnderTest, startServer } from '../helpers/serverUnderTest.ts';

const PUT_AWAY_MS = 300_000;
const FULL = { error: { code: 'server.full', params: { max: 2 } } };

let server: ServerUnderTest;
let guest: TestGuest;
beforeAll(async () => {
  server = await startServer({ MOST_TABLES: '2' });
  guest = await newGuest(server.api, 'Ann');
});
afterAll(() => server.close());

const open = (path = '/api/tables') => server.api('POST', path, { token: guest.token, body: {} });

test('a server opens no more tables than it carries, however many are asked for at once, and has room again later', async () => {
  const classroom = await openClassroom(server.url, { title: 'Too late' });
  await classroom.joinAll(3);
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => open()));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 503, 503, 503]);
  const refused = answers.filter(({ status }) => status === 503);
  expect(refused.map(({ body }) => body)).toEqual([FULL, FULL, FULL]);
  expect(await open('/api/quick')).toMatchObject({ status: 503, body: FULL });
  expect(await classroom.tryAct({ type: 'begin' })).toMatchObject({ status: 503, body: FULL });
  expect((await classroom.view()).phase).toBe('gathering');

  // Nobody came to the two tables: they are put away, and can still be opened by their codes.
  await server.clock.advance(PUT_AWAY_MS);
  expect(await classroom.tryAct({ type: 'begin' })).toMatchObject({ status: 200 });
  const { code } = answers.find(({ status }) => status === 201)!.body;
  const seat = () => server.api('POST', `/api/tables/${code}/seat`, { token: guest.token, body: {} });
  expect(await seat()).toMatchObject({ status: 200 });
  expect(await open()).toMatchObject({ status: 503, body: FULL });
  expect(await seat()).toMatchObject({ status: 200 });
});
