import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLog } from '../../server/log.ts';
import { anyTabling } from '../helpers/packages.ts';
import { newGuest, sit, type TestGuest } from '../helpers/players.ts';
import { type ServerUnderTest, startServer } from '../helpers/serverUnderTest.ts';

const lines: string[] = [];
const log = openLog('debug', { write: (line) => lines.push(line) });
let server: ServerUnderTest;
let guests: readonly TestGuest[];

beforeAll(async () => {
  server = await startServer({}, undefined, log);
  guests = await Promise.all(
    ['Canary-Ann', 'Canary-Bo', 'Canary-Cy'].map((name) => newGuest(server.api, name)),
  );
});
afterAll(() => server.close());

/** All that must never be in a log, of everybody who was there. */
const secrets = (): readonly string[] => [
  ...guests.flatMap(({ token, id, name }) => [token, id, name]),
  'canary',
  'Canary',
  '127.0.0.1',
  'Bearer',
];

test('S18: a run with talk, offers, notes, wrong input and failures leaves no token, address or word in the log', async () => {
  const { code } = (await server.api('POST', '/api/tables', { token: guests[0]!.token, body: {} })).body;
  const [us, kr, cn] = [
    await sit(server.url, guests[0]!, code, 'US'),
    await sit(server.url, guests[1]!, code, 'KR'),
    await sit(server.url, guests[2]!, code, 'CN'),
  ];
  await us.until(() => us.view().round === 1);
  const text = 'canary\n{"level":60,"msg":"forged"}\r\n';
  await us.act({ type: 'speak', to: 'KR', text, pledge: null });
  await us.act(anyTabling(us, 'KR', true, 'canary-note'));
  await cn.act({ type: 'canary-type', text: 'canary' });
  cn.room.send('canary-message', { text: 'canary' });
  for (const body of ['{"canary', '"canary"', '{"name":"canary","name":"canary"}', { canary: 'canary' }])
    await server.api('POST', '/api/tables', { token: guests[0]!.token, body });
  for (const path of ['/api/tables/canary', '/canary\n', '/api/me?canary=1', '/%zz-canary'])
    await server.api('GET', path, { headers: { 'x-canary': 'canary', authorization: 'Bearer canary' } });
  // A flood, a bot or a store that fails: whatever happens is told without whom or what.
  log.error(
    { err: Object.assign(new Error('the store failed'), { row: 'canary', request: { token: 'canary' } }) },
    'failed',
  );
  log.error({ err: 'canary' }, 'failed');
  log.warn(
    { token: 'canary', name: 'canary', text: 'canary', guest: { name: 'canary', token: 'canary' } },
    'redacted',
  );
  kr.drop();
  await server.clock.advance(600_000);
  for (const player of [us, cn]) await player.leave();

  expect(lines.length).toBeGreaterThanOrEqual(3);
  const output = lines.join('');
  for (const secret of secrets()) expect(output).not.toContain(secret);
  for (const line of lines) {
    expect(line.endsWith('\n')).toBe(true);
    expect(line.slice(0, -1)).not.toContain('\n');
    expect(JSON.parse(line).msg).not.toBe('forged');
  }
});
