import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { job } from '../../server/workers/playGames.ts';
import { runJob } from '../../server/workers/runJob.ts';
import type { Entry } from '../../shared/engine/log.ts';
import { bySeat, SEATS } from '../../shared/seats.ts';
import { type GameRow, rowOf } from '../../shared/simulation/gameRow.ts';
import { gamesCsvHead, gamesCsvLine } from '../../shared/simulation/gamesCsv.ts';
import { playGame } from '../../shared/simulation/playGame.ts';
import { addGame, addRow, emptyTally, figuresOf } from '../../shared/simulation/tally.ts';
import { restoreTable } from '../../shared/table/table.ts';
import { pause2025 } from '../helpers/game.ts';
import { tinyBook, twoSeats } from '../helpers/tinyScenario.ts';
import { cutOff, jsonOf, runTool } from './commandLine.ts';

const folder = mkdtempSync(join(tmpdir(), 'between-giants-simulate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const path = (name: string): string => join(folder, name);

const RANDOM = ['--us', 'random', '--kr', 'random', '--cn', 'random'];

/** The figures without the one that depends on the machine. */
const figures = (...words: readonly string[]) => {
  const { gamesPerSecond, ...rest } = jsonOf('simulate', words);
  expect(gamesPerSecond).toSatisfy((rate) => rate === null || rate > 0);
  return rest;
};

const rowsIn = (name: string): readonly GameRow[] =>
  readFileSync(path(name), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => JSON.parse(line));

describe('simulate', () => {
  test('the same seed gives the same figures, another seed others, and all that is promised is there', () => {
    const line = ['--games', '6', '--us', 'trader', '--kr', 'random', '--cn', 'trader', '--seed'];
    const first = figures(...line, 'one');
    expect(figures(...line, 'one')).toEqual(first);
    expect(figures(...line, 'two')).not.toEqual(first);
    expect(first).toMatchObject({ games: 6, paretoDistance: null });
    for (const name of [
      'agreementRate',
      'fullAgreementRate',
      'meanTreaties',
      'meanActions',
      'welfare',
      'nashProduct',
      'minimum',
    ])
      expect(first[name]).toEqual(expect.any(Number));
    for (const seat of SEATS)
      for (const name of ['meanScore', 'meanPayoff', 'meanHarm'])
        expect(first[name][seat]).toEqual(expect.any(Number));
  });

  test('the figures follow from the logs that it writes, whichever thread wrote them', () => {
    const logs = path('logs');
    const said = figures('--games', '9', '--seed', 'logged', ...RANDOM, '--logs', logs, '--workers', '2');
    const names = readdirSync(logs);
    expect(names).toHaveLength(9);
    const tally = names
      .map((name) => readFileSync(join(logs, name), 'utf8').trim().split('\n'))
      .map((lines) => lines.map((line) => JSON.parse(line) as Entry))
      .map((entries) => restoreTable({ book: pause2025(), entries }))
      .reduce((sum, table) => ('brokenAt' in table ? sum : addGame(sum, table)), emptyTally);
    expect(figuresOf(tally)).toEqual(said);
  });

  test('a scenario from a file plays, with two seats and points only', () => {
    writeFileSync(path('two-seats.json'), JSON.stringify(twoSeats()));
    const said = figures('--games', '5', '--scenario', path('two-seats.json'), '--pareto');
    expect(said.games).toBe(5);
    expect(said.meanScore.CN).toBe(0);
    expect(said.paretoDistance).toBeGreaterThanOrEqual(0);
  });

  test('games are the same whatever the time zone and the language of the machine', () => {
    const play = (name: string, environment: Readonly<Record<string, string>>) => {
      jsonOf('simulate', ['--games', '12', ...RANDOM, '--csv', path(name)], environment);
      return readFileSync(path(name), 'utf8');
    };
    const home = play('utc.csv', { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' });
    expect(play('seoul.csv', { TZ: 'Asia/Seoul', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' })).toBe(home);
  });

  test.each([
    [2, ['--games', '0']],
    [2, ['--games', '1e3']],
    [2, ['--workers', '0']],
    [2, ['--us', 'napoleon']],
    [2, ['--press', 'loud']],
    [2, ['--shard', '3/2']],
    [2, ['--shard', '0/2']],
    [1, ['--scenario', 'no-such-file.json']],
    [1, ['--merge', 'no-such-file.jsonl']],
  ])('wrong input ends with exit code %d: %j', (status, words) => {
    const ended = runTool('simulate', [...words, '--json']);
    expect(ended.status).toBe(status);
    expect(ended.stderr.trim()).not.toBe('');
    expect(JSON.parse(ended.stdout).error.code).toEqual(expect.any(String));
  });
});

describe('a batch in parts', () => {
  const batch = ['--games', '20', '--seed', 'parts', ...RANDOM];
  const whole = () => {
    const said = figures(...batch, '--workers', '1', '--csv', path('whole.csv'));
    return { said, csv: readFileSync(path('whole.csv'), 'utf8') };
  };

  test('one thread, three threads and merged shards give the same figures and the same table', () => {
    const { said, csv } = whole();
    expect(figures(...batch, '--workers', '3', '--csv', path('threads.csv'))).toEqual(said);
    expect(readFileSync(path('threads.csv'), 'utf8')).toBe(csv);

    const parts = [1, 2, 3].map((part) => path(`part${part}.jsonl`));
    const games = parts.map(
      (file, i) => figures(...batch, '--shard', `${i + 1}/3`, '--resume', file, '--workers', '2').games,
    );
    expect(games).toEqual([6, 7, 7]);
    expect(figures('--merge', ...parts.toReversed(), '--csv', path('merged.csv'))).toEqual(said);
    expect(readFileSync(path('merged.csv'), 'utf8')).toBe(csv);

    const incomplete = runTool('simulate', ['--merge', ...parts.slice(0, 2), '--json']);
    expect(incomplete.status).toBe(1);
    expect(JSON.parse(incomplete.stdout).error).toMatchObject({
      code: 'simulate.incomplete',
      params: { missing: 7, first: 13 },
    });
  });

  test('a run that was killed and goes on comes to what an undisturbed one comes to', async () => {
    const long = ['--games', '150', '--seed', 'killed', ...RANDOM, '--workers', '2'];
    const killed = await cutOff('simulate', [...long, '--resume', path('killed.jsonl')], 'SIGKILL');
    expect(killed.signal).toBe('SIGKILL');
    const before = rowsIn('killed.jsonl').map(({ index }) => index);
    expect(before.length).toBeGreaterThan(0);
    expect(before.length).toBeLessThan(150);
    appendFileSync(path('killed.jsonl'), '{"index":149,"mandates":{"US":"ru');

    const resumed = figures(...long, '--resume', path('killed.jsonl'), '--csv', path('resumed.csv'));
    expect(resumed).toEqual(figures(...long, '--csv', path('undisturbed.csv')));
    expect(readFileSync(path('resumed.csv'), 'utf8')).toBe(readFileSync(path('undisturbed.csv'), 'utf8'));
    const after = rowsIn('killed.jsonl').map(({ index }) => index);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.toSorted((one, other) => one - other)).toEqual(Array.from({ length: 150 }, (_, i) => i));
  });

  test('an interrupted run says what it has and ends with 130', async () => {
    const words = ['--games', '150', ...RANDOM, '--workers', '2', '--json'];
    const ended = await cutOff('simulate', [...words, '--resume', path('stopped.jsonl')], 'SIGINT');
    expect(ended.status).toBe(130);
    const said = JSON.parse(ended.stdout);
    const rows = rowsIn('stopped.jsonl');
    expect(said.games).toBe(rows.length);
    expect(said.games).toBeLessThan(150);
    const { gamesPerSecond: _, ...rest } = said;
    expect(rest).toEqual(figuresOf(rows.reduce((sum, row) => addRow(sum, row, [...SEATS]), emptyTally)));
  });

  test('a file of another batch, or a line that no run wrote, is refused and left as it is', () => {
    figures('--games', '3', ...RANDOM, '--resume', path('three.jsonl'));
    const kept = readFileSync(path('three.jsonl'), 'utf8');
    const other = runTool('simulate', ['--games', '4', ...RANDOM, '--resume', path('three.jsonl'), '--json']);
    expect(other.status).toBe(1);
    expect(JSON.parse(other.stdout).error.code).toBe('simulate.otherBatch');
    expect(readFileSync(path('three.jsonl'), 'utf8')).toBe(kept);

    const lines = kept.split('\n');
    writeFileSync(path('three.jsonl'), [lines[0], '{"index":0}', ...lines.slice(2)].join('\n'));
    const broken = runTool('simulate', [
      '--games',
      '3',
      ...RANDOM,
      '--resume',
      path('three.jsonl'),
      '--json',
    ]);
    expect(broken.status).toBe(1);
    expect(JSON.parse(broken.stdout).error).toMatchObject({
      code: 'simulate.brokenFile',
      params: { line: 2 },
    });
  });

  test('what goes wrong in a thread ends the run with its reason', async () => {
    const order = {
      setup: { scenario: 'no-such-scenario', press: 'full', logs: null, distances: false },
      tasks: [{ bots: bySeat(() => 'random'), seed: 's', from: 0, to: 1 }],
      onDone: () => {},
      signal: new AbortController().signal,
    } as const;
    for (const workers of [1, 2])
      await expect(runJob(job, { ...order, workers })).rejects.toThrow('no-such-scenario');
  });
});

describe('rows and their table', () => {
  test('a table is RFC 4180, and no cell of text is a formula', () => {
    const table = playGame({ book: pause2025(), bots: bySeat(() => 'random'), seed: '=1+1/0' });
    const bots = { US: 'a,"b"', KR: '@sum', CN: 'line\nbreak' };
    const row = { ...rowOf(table, 0), distance: 125 };
    const line = gamesCsvLine(row, { seed: '=1+1', bots });
    expect(line.startsWith(`0,'=1+1/0,"a,""b""",'@sum,"line\nbreak",${row.mandates.US},`)).toBe(true);
    expect(line.endsWith(`,0.125,${row.hash}\r\n`)).toBe(true);
    const cells = line
      .replace(/"(?:[^"]|"")*"/g, 'quoted')
      .trimEnd()
      .split(',');
    expect(cells).toHaveLength(gamesCsvHead.trimEnd().split(',').length);
    expect(Number(cells[11])).toBeCloseTo(table.state.results!.US.score, 6);
  });

  test('harm is what treaties of the others cost, and nothing where one is party to all', () => {
    const rows = Array.from({ length: 30 }, (_, i) =>
      playGame({ book: pause2025(), bots: bySeat(() => 'random'), seed: `harm ${i}` }),
    ).map((table) => ({ row: rowOf(table, 0), treaties: table.state.treaties }));
    for (const { row, treaties } of rows)
      for (const seat of SEATS) {
        expect(row.harm[seat]).toBeGreaterThanOrEqual(0);
        const isOutside = treaties.some(
          ({ parties, clauses, fallen }) => !fallen && clauses.length > 0 && !parties.includes(seat),
        );
        if (!isOutside) expect(row.harm[seat]).toBe(0);
      }
    expect(rows.some(({ row }) => SEATS.some((seat) => row.harm[seat] > 0))).toBe(true);
  });

  test('sums do not depend on the order, and a seat that takes no part counts for nothing', () => {
    const seats = ['US', 'KR'] as const;
    const rows = Array.from({ length: 7 }, (_, i) =>
      rowOf(playGame({ book: tinyBook(), bots: bySeat(() => 'random'), seed: `${i}` }), i),
    );
    const add = (list: readonly GameRow[]) =>
      figuresOf(list.reduce((sum, row) => addRow(sum, row, seats), emptyTally));
    expect(add(rows.toReversed())).toEqual(add(rows));
    const { welfare, meanScore, minimum } = add(rows);
    expect(welfare).toBeCloseTo(meanScore.US + meanScore.KR, 3);
    const lower = rows.map(({ score }) => Math.min(score.US, score.KR) / 10);
    expect(minimum).toBeCloseTo(lower.reduce((sum, score) => sum + score, 0) / 7, 3);
  });
});

describe('many games', () => {
  test('four hundred random games end without an error, and every news card comes up in some', () => {
    const seen = new Set<string>();
    const bots = { US: 'random', KR: 'random', CN: 'random' };
    for (let i = 0; i < 400; i++) {
      const { state } = playGame({ book: pause2025(), bots, seed: `many ${i}` });
      expect(state.phase).toBe('ended');
      for (const card of state.news) seen.add(card);
    }
    expect([...seen].sort()).toEqual(
      pause2025()
        .scenario.news.map(({ id }) => id)
        .sort(),
    );
  });

  test('traders reach treaties that leave every seat better off on average; random play does not come near', () => {
    const play = (bot: string) => {
      const bots = { US: bot, KR: bot, CN: bot };
      let tally = emptyTally;
      for (let i = 0; i < 40; i++)
        tally = addGame(tally, playGame({ book: pause2025(), bots, seed: `strength ${i}` }));
      return figuresOf(tally);
    };
    const [traders, chance] = [play('trader'), play('random')];
    for (const seat of SEATS) {
      expect(traders.meanScore[seat]).toBeGreaterThan(5);
      expect(traders.meanScore[seat]).toBeGreaterThan(chance.meanScore[seat]);
    }
  });
});
