import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, expect, test } from 'vitest';
import { reportOn } from '../../server/cli/tableReport.ts';
import { databaseFile } from '../../server/storage/sqliteDatabase.ts';
import { openProgress } from '../../server/workers/progressFile.ts';
import { writeLog } from '../../shared/debrief/readLog.ts';
import type { Event } from '../../shared/engine/events.ts';
import { chainHash, type Entry, stateHash } from '../../shared/engine/log.ts';
import { RULES_VERSION, type Versions } from '../../shared/engine/versions.ts';
import { restoreTable } from '../../shared/table/table.ts';
import { openGame, pause2025 } from '../helpers/game.ts';
import { newGuest } from '../helpers/players.ts';
import { startServer } from '../helpers/serverUnderTest.ts';

const folder = mkdtempSync(join(tmpdir(), 'between-giants-versions-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const book = pause2025();
const NOW: Versions = { rules: RULES_VERSION, scenario: book.scenario.version };

/** The same log as if it had been opened under other versions; null: before they were recorded. */
const asOf = (entries: readonly Entry[], versions: unknown): readonly Entry[] => {
  let before = '';
  return entries.map(({ hash: _, ...bare }, i) => {
    const events = bare.events.map((event, k): Event => {
      if (i > 0 || k > 0 || event.kind !== 'tableOpened') return event;
      const { versions: __, ...rest } = event;
      return (versions === null ? rest : { ...rest, versions }) as Event;
    });
    const hash = chainHash(before, { ...bare, events });
    before = hash;
    return { ...bare, events, hash };
  });
};

const played = () => {
  const game = openGame();
  game.toEnd();
  return game.table;
};

const UNKNOWN: readonly [unknown, object][] = [
  [
    { ...NOW, rules: RULES_VERSION + 1 },
    { of: 'rules', version: String(RULES_VERSION + 1) },
  ],
  [
    { ...NOW, scenario: 99 },
    { of: 'scenario', version: '99', known: NOW.scenario },
  ],
  [
    { ...NOW, rules: 0 },
    { of: 'rules', version: '0' },
  ],
  [
    { ...NOW, scenario: 'later' },
    { of: 'scenario', version: 'later' },
  ],
  [{ scenario: 1 }, { of: 'rules', version: 'undefined' }],
];

test('a log says what it was played under; older ones are read as the first, unknown ones refused by name', () => {
  const { entries, state } = played();
  expect(entries[0]?.events[0]).toMatchObject({ kind: 'tableOpened', versions: NOW });
  const old = restoreTable({ book, entries: asOf(entries, null) });
  if ('brokenAt' in old) throw new Error(`broken at ${old.brokenAt}`);
  expect(stateHash(old.state)).toBe(stateHash(state));
  for (const [versions, foreign] of UNKNOWN)
    expect(restoreTable({ book, entries: asOf(entries, versions) })).toMatchObject({ brokenAt: 1, foreign });
});

test('the report and the batch name the version that they do not know', () => {
  const log = join(folder, 'log.jsonl');
  writeFileSync(log, writeLog(asOf(played().entries, { ...NOW, rules: 7 })));
  expect(reportOn({ log, review: false })).toMatchObject({
    code: 'debrief.version',
    params: { of: 'rules', version: '7', known: RULES_VERSION },
  });
  const file = join(folder, 'batch.jsonl');
  const plan = {
    simulate: 1,
    rules: RULES_VERSION,
    scenario: 'x',
    seats: ['US' as const],
    bots: { US: 'random', KR: 'random', CN: 'random' },
    seed: 's',
    press: 'full',
    games: 1,
    distances: false,
  } as const;
  writeFileSync(file, `${JSON.stringify({ ...plan, rules: 7 })}\n`);
  const differing = { code: 'simulate.otherBatch', params: { field: 'rules' } };
  expect(openProgress(file, { ...plan, seats: ['US'] })).toMatchObject(differing);
  const { rules: _, ...unversioned } = plan;
  writeFileSync(file, `${JSON.stringify(unversioned)}\n`);
  expect(openProgress(file, { ...plan, seats: ['US'] })).toMatchObject({ rows: [] });
});

test('a server refuses a table of an unknown version by name, and serves all others', async () => {
  const server = await startServer();
  const guest = await newGuest(server.api, 'Ann');
  const ask = (path: string) => server.api('POST', path, { token: guest.token, body: {} });
  const [{ body: foreign }, { body: known }] = [await ask('/api/tables'), await ask('/api/tables')];
  // Nobody came: the table is put away, and opened from its log when somebody does.
  await server.clock.advance(300_000);
  const database = new DatabaseSync(databaseFile(server.folder), { timeout: 5000 });
  const row = database.prepare('SELECT * FROM entries WHERE table_id = ?').get(foreign.id)!;
  const entry = { ...row, action: JSON.parse(String(row.action)), events: JSON.parse(String(row.events)) };
  const [written] = asOf([entry as unknown as Entry], { ...NOW, rules: 7 });
  database
    .prepare('UPDATE entries SET events = ?, hash = ? WHERE table_id = ?')
    .run(JSON.stringify(written!.events), written!.hash, foreign.id);
  database.close();
  expect(await ask(`/api/tables/${foreign.code}/seat`)).toMatchObject({
    status: 409,
    body: { error: { code: 'table.foreignRules', params: { version: '7', known: RULES_VERSION } } },
  });
  expect(await ask(`/api/tables/${known.code}/seat`)).toMatchObject({ status: 200 });
  await server.close();
});
