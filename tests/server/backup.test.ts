import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSqliteStore } from '../../server/storage/sqlite.ts';
import { brokenAt } from '../../shared/engine/log.ts';
import { newGuest, newId, type Player, sit, type TestGuest } from '../helpers/players.ts';
import { type ServerUnderTest, startServer } from '../helpers/serverUnderTest.ts';

let server: ServerUnderTest;
let ann: TestGuest;

beforeAll(async () => {
  server = await startServer();
  ann = await newGuest(server.api, 'Ann');
});
afterAll(() => server.close());

const runBackup = (to: string) =>
  promisify(execFile)(process.execPath, ['server/cli/backup.ts', '--to', to, '--json'], {
    env: { ...process.env, DATA_DIR: server.folder },
  });

const speak = async (player: Player): Promise<string> => {
  const id = newId();
  const reply = await player.act({ type: 'speak', to: 'all', text: id, pledge: null, id });
  return reply.ok ? id : speak(player);
};

test('a copy made while people play holds every action that was answered before it', async () => {
  const { code } = (
    await server.api('POST', '/api/tables', {
      token: ann.token,
      body: { seats: { KR: 'bot:trader', CN: 'bot:trader' } },
    })
  ).body;
  const player = await sit(server.url, ann, code);
  await player.until(() => player.view().round === 1);
  const answered = await speak(player);

  const file = `${server.folder}/copy.db`;
  const copying = runBackup(file);
  const during = player.act({ type: 'speak', to: 'all', text: 'meanwhile', pledge: null });
  expect(JSON.parse((await copying).stdout)).toEqual({ file });
  expect((await during).ok).toBe(true);

  const restored = `${server.folder}/restored`;
  mkdirSync(restored);
  renameSync(file, `${restored}/between-giants.db`);
  const store = await openSqliteStore(restored);
  const table = await store.tableByCode(code);
  const entries = await store.entriesOf(table!.id);
  await store.close();
  expect(entries.map((entry) => entry.id)).toContain(answered);
  expect(brokenAt(entries)).toBeNull();
  await player.leave();
});

test('a file that exists is never written over', async () => {
  const file = `${server.folder}/mine.txt`;
  writeFileSync(file, 'mine');
  const refused = await runBackup(file).catch((error) => error);
  expect(refused.code).toBe(1);
  expect(JSON.parse(refused.stdout).error.code).toBe('backup.exists');
  expect(readFileSync(file, 'utf8')).toBe('mine');
});
