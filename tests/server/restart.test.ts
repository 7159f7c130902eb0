import { afterAll, beforeAll, expect, test } from 'vitest';
import { newGuest, newId, sit, type TestGuest } from '../helpers/players.ts';
import { type ServerUnderTest, startServer, untilAway } from '../helpers/serverUnderTest.ts';

let server: ServerUnderTest;
let ann: TestGuest;

beforeAll(async () => {
  server = await startServer();
  ann = await newGuest(server.api, 'Ann');
});
afterAll(() => server.close());

const openTable = async (body: object = {}): Promise<string> => {
  const seats = { KR: 'bot:trader', CN: 'bot:trader' };
  return (await server.api('POST', '/api/tables', { token: ann.token, body: { seats, ...body } })).body.code;
};

test('an orderly stop says goodbye with 4001; the table is the same afterwards, and time stood still', async () => {
  const code = await openTable();
  const before = await sit(server.url, ann, code);
  await before.until(() => before.view().round === 1);
  const id = newId();
  await before.act({ type: 'speak', to: 'all', text: 'remember me', pledge: null, id });
  const left = before.view().clock.endsAt! - server.clock.now();
  await server.restart(3_600_000);
  await before.until(() => before.closed() !== null);
  expect(before.closed()).toBe(4001);

  const after = await sit(server.url, ann, code);
  expect(after.seat).toBe('US');
  expect(after.eventsOf('messageSpoken')).toMatchObject([{ text: 'remember me' }]);
  expect(after.view()).toMatchObject({ round: 1, phase: 'negotiation', levels: before.view().levels });
  // The last heartbeat was at most two seconds before the stop.
  const leftNow = after.view().clock.endsAt! - server.clock.now();
  expect(leftNow).toBeGreaterThanOrEqual(left);
  expect(leftNow).toBeLessThanOrEqual(left + 2000);
  const updates = after.updates.length;
  expect(await after.act({ type: 'speak', to: 'all', text: 'remember me', pledge: null, id })).toEqual({
    id,
    ok: true,
  });
  expect(after.updates.length).toBe(updates);
  await server.clock.advance(leftNow);
  await after.until(() => after.view().phase === 'closing');
  await after.leave();
});

test('a phase that was about to end goes on for ten seconds', async () => {
  const code = await openTable();
  const before = await sit(server.url, ann, code);
  await before.until(() => before.view().round === 1);
  await server.clock.advance(before.view().clock.endsAt! - server.clock.now() - 500);
  await server.restart(60_000);
  const after = await sit(server.url, ann, code);
  expect(after.view().phase).toBe('negotiation');
  expect(after.view().clock.endsAt! - server.clock.now()).toBe(10_000);
  await after.leave();
});

test('a table that waits for people still waits, and its code is still good', async () => {
  const code = await openTable({ seats: {} });
  const before = await server.facts(code);
  await server.restart(1000);
  expect(await server.facts(code)).toEqual(before);
  const player = await sit(server.url, ann, code);
  expect(player.view().phase).toBe('waiting');
  await player.leave();
});

test('of many tables the older ones are opened from their logs when somebody comes', async () => {
  const codes: string[] = [];
  for (let i = 0; i < 52; i++) {
    codes.push(await openTable({ seats: {} }));
    await server.clock.advance(1);
  }
  await server.restart(1000);
  for (const code of [codes[0]!, codes[51]!]) {
    const player = await sit(server.url, ann, code);
    expect(player).toMatchObject({ seat: 'US' });
    await player.leave();
  }
});

test('the clock of an old table runs again after a restart, though nobody comes', async () => {
  const old = await openTable();
  const player = await sit(server.url, ann, old);
  await player.until(() => player.view().round === 1);
  for (let i = 0; i < 51; i++) {
    await server.clock.advance(1);
    await openTable({ seats: {} });
  }
  await server.restart(1000);
  const before = await server.facts(old);
  expect(before).toMatchObject({ phase: 'negotiation', round: 1 });
  // Each turn is a request, which gives the server the time to open what it swept up.
  let now = before;
  for (let turn = 0; turn < 200 && now.phase === 'negotiation' && now.round === 1; turn++) {
    await server.clock.advance(10_000);
    now = await server.facts(old);
  }
  expect([now.phase, now.round]).not.toEqual(['negotiation', 1]);
});

test('a table at which nobody is any more is put away, and taken out again as it was', async () => {
  const code = await openTable({ timeControl: 'untimed' });
  const before = await sit(server.url, ann, code);
  await before.until(() => before.view().round === 1);
  await before.act({ type: 'speak', to: 'all', text: 'see you later', pledge: null });
  await before.leave();
  await untilAway(server, code, 'US');
  await server.clock.advance(3_600_000);
  const after = await sit(server.url, ann, code);
  expect(after.seat).toBe('US');
  expect(after.eventsOf('messageSpoken')).toMatchObject([{ text: 'see you later' }]);
  expect((await after.act({ type: 'speak', to: 'all', text: 'back', pledge: null })).ok).toBe(true);
  await after.leave();
});

test('a table whose log was tampered with is refused by name, and the others are served', async () => {
  const [broken, sound] = [await openTable(), await openTable()];
  const { body } = await server.api('POST', `/api/tables/${broken}/seat`, { token: ann.token, body: {} });
  const { DatabaseSync } = await import('node:sqlite');
  const file = new DatabaseSync(`${server.folder}/between-giants.db`, { timeout: 5000 });
  file
    .prepare("UPDATE entries SET events = replace(events, 'US', 'CN') WHERE table_id = ? AND seq = 2")
    .run(body.id);
  file.close();
  await server.restart(1000);
  const refused = await server.api('POST', `/api/tables/${broken}/seat`, { token: ann.token, body: {} });
  expect(refused).toMatchObject({ status: 500, body: { error: { code: 'table.broken' } } });
  const player = await sit(server.url, ann, sound);
  await player.leave();
});

test('when the store can take nothing, actions are refused as unavailable and nothing happens; then it goes on', async () => {
  const code = await openTable();
  const player = await sit(server.url, ann, code);
  await player.until(() => player.view().round === 1);
  const { DatabaseSync } = await import('node:sqlite');
  const lock = new DatabaseSync(`${server.folder}/between-giants.db`, { timeout: 5000 });
  lock.exec('BEGIN IMMEDIATE');
  const updates = player.updates.length;
  const id = newId();
  const speech = { type: 'speak', to: 'all', text: 'now or later', pledge: null, id };
  expect(await player.act(speech)).toMatchObject({ ok: false, refusal: { code: 'unavailable' } });
  expect((await server.api('POST', '/api/guests', { body: { name: 'Bo' } })).body.error.code).toBe(
    'unavailable',
  );
  expect(player.updates.length).toBe(updates);
  lock.exec('ROLLBACK');
  lock.close();
  expect(await player.act(speech)).toEqual({ id, ok: true });
  await player.leave();
});
