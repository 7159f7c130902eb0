import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSqliteStore } from '../../server/storage/sqlite.ts';
import type { Entry } from '../../shared/engine/log.ts';
import { bookOf } from '../../shared/scenarios/index.ts';
import { SEATS } from '../../shared/seats.ts';
import { restoreTable } from '../../shared/table/table.ts';
import { apiOf, newGuest, newId, type Player, sit, type TestGuest } from '../helpers/players.ts';
import {
  endProcesses,
  freePort,
  runProcess,
  type ServerProcess,
  startProcess,
} from '../helpers/serverProcess.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'between-giants-process-'));
});
afterAll(() => {
  endProcesses();
  rmSync(folder, { recursive: true, force: true });
});

const logOf = async (dataDir: string, id: string): Promise<readonly Entry[]> => {
  const store = await openSqliteStore(dataDir);
  const entries = await store.entriesOf(id);
  await store.close();
  return entries;
};

const speech = (text: string) => ({ type: 'speak', to: 'all', text, pledge: null, id: newId() });
type Speech = ReturnType<typeof speech>;

/** All three talk until so many answers have come; then the server is killed, whatever else is under way. */
const talkUntilKilled = async (server: ServerProcess, players: readonly Player[], answers: number) => {
  const acknowledged: Speech[] = [];
  const open: Speech[] = [];
  let answered = 0;
  await new Promise<void>((kill) => {
    for (const player of players) {
      player.room.reconnection.enabled = false;
      player.room.onMessage('reply', ({ id, ok }: { id: string; ok: boolean }) => {
        const said = open.find((action) => action.id === id);
        if (said === undefined || !ok) return;
        acknowledged.push(said);
        answered += 1;
        if (answered === answers) kill();
      });
      for (let i = 0; i < 5; i++) {
        const action = speech(`${player.seat} ${i} of ${answers}`);
        open.push(action);
        player.post(action);
      }
    }
  });
  await server.stop('SIGKILL');
  return { acknowledged, open };
};

test('killed in mid-game three times: no acknowledged action is lost, none is done twice, all sit where they sat', async () => {
  const dataDir = join(folder, 'killed');
  const environment = { PORT: String(await freePort()), DATA_DIR: dataDir, GRACE_MS: '3600000' };
  let server = await startProcess(environment);
  const api = apiOf(server.url);
  const guests: TestGuest[] = [];
  for (const name of ['Ann', 'Bo', 'Cy']) guests.push(await newGuest(api, name));
  const { code, id } = (await api('POST', '/api/tables', { token: guests[0]!.token, body: {} })).body;
  const said: Speech[] = [];

  let players: Player[] = [];
  const sitDown = async (): Promise<void> => {
    players = [];
    for (const guest of guests) players.push(await sit(server.url, guest, code));
    for (const player of players) await player.until(() => player.view().round === 1);
  };
  await sitDown();
  for (const answers of [1, 4, 9]) {
    const { acknowledged, open } = await talkUntilKilled(server, players, answers);
    const before = await logOf(dataDir, id);
    server = await startProcess(environment);
    await sitDown();
    expect(players.map(({ seat }) => seat)).toEqual(['US', 'KR', 'CN']);
    // What was there is there, entry by entry with its chained hash.
    const after = await logOf(dataDir, id);
    expect(after.slice(0, before.length)).toEqual(before);
    for (const { id: action } of acknowledged)
      expect(after.filter((entry) => entry.id === action)).toHaveLength(1);
    // Everything is sent again, answered or not: each is done once in the end.
    for (const action of open) {
      const speaker = players.find(({ seat }) => action.text.startsWith(seat))!;
      expect(await speaker.act(action)).toEqual({ id: action.id, ok: true });
    }
    said.push(...open);
  }

  await players[0]!.until(() => players[0]!.eventsOf('messageSpoken').length === said.length);
  const texts = players[0]!.eventsOf('messageSpoken').map(({ text }) => text);
  expect([...texts].sort()).toEqual(said.map(({ text }) => text).sort());
  const views = players.map((player) => player.view());
  expect(await server.stop('SIGTERM')).toEqual({ code: 0, signal: null });

  const entries = await logOf(dataDir, id);
  const table = restoreTable({ book: bookOf(views[0]!.setup.scenario), entries });
  if ('brokenAt' in table) throw new Error(`broken at ${table.brokenAt}`);
  expect(SEATS.map((seat) => table.viewOf(seat))).toEqual(views);
});

test('S18: its log names no token, no address and nothing that was said', async () => {
  const server = await startProcess({ PORT: '0', DATA_DIR: join(folder, 'logged'), LOG_LEVEL: 'debug' });
  const api = apiOf(server.url);
  const ann = await newGuest(api, 'Canary Ann');
  const body = { seats: { KR: 'bot:trader', CN: 'bot:trader' } };
  const { code } = (await api('POST', '/api/tables', { token: ann.token, body })).body;
  const player = await sit(server.url, ann, code);
  await player.act(speech('canary-words'));
  await api('POST', '/api/tables', { token: ann.token, body: '{"broken' });
  await player.leave();
  expect(await server.stop('SIGINT')).toEqual({ code: 0, signal: null });
  const output = server.output.filter((line) => !line.includes('"listening"')).join('\n');
  expect(output).toContain('stopping');
  for (const secret of [ann.token, 'canary', 'Canary', '127.0.0.1']) expect(output).not.toContain(secret);
  for (const line of server.output) expect(() => JSON.parse(line)).not.toThrow();
});

test.each([
  ['PORT', 'eighty'],
  ['PORT', '70000'],
  ['PUBLIC_URL', 'example.org'],
  ['LOG_LEVEL', 'loud'],
  ['BOT_DELAY_MS', '9-1'],
])('%s=%s stops the start with a sentence that names it', async (name, value) => {
  const { code, output } = await runProcess({ DATA_DIR: join(folder, 'never'), [name]: value });
  expect(code).toBe(1);
  expect(output).toContain(`${name}=${value}`);
});

test('a folder that cannot be made, or a port that is taken, stops the start, too', async () => {
  writeFileSync(join(folder, 'file'), '');
  const noFolder = await runProcess({ PORT: '0', DATA_DIR: join(folder, 'file/below') });
  expect(noFolder).toMatchObject({ code: 1, output: expect.stringContaining('could not start') });
  const port = String(await freePort());
  const first = await startProcess({ PORT: port, DATA_DIR: join(folder, 'first') });
  const second = await runProcess({ PORT: port, DATA_DIR: join(folder, 'second') });
  expect(second).toMatchObject({ code: 1, output: expect.stringContaining('EADDRINUSE') });
  await first.stop('SIGTERM');
});
