import { expect, test } from 'vitest';
import { openClassroom } from '../helpers/classroom.ts';
import { newGuest } from '../helpers/players.ts';
import { startServer } from '../helpers/serverUnderTest.ts';

test('S7: as many new tables a minute for one address as guests, whoever opens them: rehearsals and classes too', async () => {
  const server = await startServer({ ADDRESS_LIMIT: '24' });
  const { api } = server;
  const tooFast = { status: 429, body: { error: { code: 'request.tooFast' } } };
  const room = await openClassroom(server.url, { scenario: 'chip-council', tables: 4 });
  await room.join('Ann');
  const body = { scenario: 'chip-council', demo: 'slow', people: 3, tables: 21 };
  expect((await api('POST', '/api/classes', { body })).status).toBe(201);
  expect(await room.tryAct({ type: 'begin' })).toMatchObject(tooFast);
  const open = async () => {
    const { token } = await newGuest(api, 'Bo');
    return api('POST', '/api/tables', { token, body: { timeControl: 'untimed' } });
  };
  for (let i = 0; i < 3; i++) expect((await open()).status).toBe(201);
  expect(await open()).toMatchObject(tooFast);
  await server.clock.advance(10_000);
  await room.act({ type: 'begin' });
  expect(await open()).toMatchObject(tooFast);
  await server.close();
});
