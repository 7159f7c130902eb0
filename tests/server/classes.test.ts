import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ConsoleView } from '../../server/classes/protocol.ts';
import { newGuest, sit, type TestGuest } from '../helpers/players.ts';
import { type ServerUnderTest, startServer } from '../helpers/serverUnderTest.ts';

let server: ServerUnderTest;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

test('a class of seven', async () => {
  const t0 = performance.now();
  const made = await server.api('POST', '/api/classes', { body: { people: 7 } });
  console.log(made.status, made.body, made.headers.get('set-cookie'));
  const cookie = made.headers.get('set-cookie')!.split(';')[0]!;
  const { code } = made.body;
  const con = async (): Promise<ConsoleView> =>
    (await server.api('GET', `/api/classes/${code}/console`, { headers: { cookie } })).body;
  console.log(JSON.stringify(await con()).slice(0, 1500));
  const guests: TestGuest[] = [];
  for (let i = 0; i < 7; i++) guests.push(await newGuest(server.api, `P${i}`));
  for (const g of guests) {
    const j = await server.api('POST', `/api/classes/${code}/join`, { token: g.token, body: {} });
    expect(j.status).toBe(200);
  }
  const act = (body: object) =>
    server.api('POST', `/api/classes/${code}/acts`, { body, headers: { cookie } });
  console.log((await act({ type: 'begin' })).body);
  const me = await server.api('GET', `/api/classes/${code}/me`, { token: guests[0]!.token });
  console.log(me.body);
  const p = await sit(server.url, guests[0]!, me.body.place.table);
  console.log(p.seat, p.view().phase, p.view().occupants);
  console.log((await act({ type: 'pause', text: 'Look here' })).body);
  await p.until(() => p.view().pause !== null);
  console.log(JSON.stringify((await con()).tables[0]), performance.now() - t0);
  await p.leave();
});
