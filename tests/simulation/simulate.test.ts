import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Entry } from '../../shared/engine/log.ts';
import { SEATS } from '../../shared/seats.ts';
import { playGame } from '../../shared/simulation/playGame.ts';
import { addGame, emptyTally, figuresOf } from '../../shared/simulation/tally.ts';
import { restoreTable } from '../../shared/table/table.ts';
import { pause2025 } from '../helpers/game.ts';
import { twoSeats } from '../helpers/tinyScenario.ts';

const folder = mkdtempSync(join(tmpdir(), 'between-giants-simulate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const simulate = (...words: readonly string[]) =>
  spawnSync(process.execPath, ['server/cli/simulate.ts', ...words], { encoding: 'utf8' });

const figures = (...words: readonly string[]) => {
  const { stdout, stderr, status } = simulate(...words, '--json');
  if (status !== 0) throw new Error(stderr);
  const { gamesPerSecond, ...rest } = JSON.parse(stdout);
  expect(gamesPerSecond).toBeGreaterThan(0);
  return rest;
};

describe('simulate', () => {
  test('the same seed gives the same figures, another seed others, and all that is promised is there', () => {
    const line = ['--games', '6', '--us', 'trader', '--kr', 'random', '--cn', 'trader', '--seed'];
    const first = figures(...line, 'one');
    expect(figures(...line, 'one')).toEqual(first);
    expect(figures(...line, 'two')).not.toEqual(first);
    expect(first).toMatchObject({ games: 6, agreementRate: expect.any(Number) });
    for (const seat of SEATS) {
      expect(first.meanScore[seat]).toEqual(expect.any(Number));
      expect(first.meanPayoff[seat]).toEqual(expect.any(Number));
    }
  });

  test('the figures follow from the logs that it writes', () => {
    const logs = join(folder, 'logs');
    const said = figures(
      '--games',
      '4',
      '--seed',
      'logged',
      '--us',
      'random',
      '--kr',
      'random',
      '--cn',
      'random',
      '--logs',
      logs,
    );
    const tally = readdirSync(logs)
      .map((name) => readFileSync(join(logs, name), 'utf8').trim().split('\n'))
      .map((lines) => lines.map((line) => JSON.parse(line) as Entry))
      .map((entries) => restoreTable({ book: pause2025(), entries, commit: () => {} }))
      .reduce((sum, table) => ('brokenAt' in table ? sum : addGame(sum, table)), emptyTally);
    expect(figuresOf(tally)).toEqual(said);
  });

  test('a scenario from a file plays, with two seats and points only', () => {
    const file = join(folder, 'two-seats.json');
    writeFileSync(file, JSON.stringify(twoSeats()));
    expect(figures('--games', '5', '--scenario', file, '--us', 'trader', '--kr', 'trader').games).toBe(5);
  });

  test.each([
    [2, ['--games', '0']],
    [2, ['--us', 'napoleon']],
    [2, ['--press', 'loud']],
    [1, ['--scenario', 'no-such-file.json']],
  ])('wrong input ends with exit code %d: %j', (status, words) => {
    const ended = simulate(...words, '--json');
    expect(ended.status).toBe(status);
    expect(ended.stderr.trim()).not.toBe('');
  });
});

describe('many games', () => {
  test('a thousand random games end without an error, and every news card comes up in some', () => {
    const seen = new Set<string>();
    const bots = { US: 'random', KR: 'random', CN: 'random' };
    for (let i = 0; i < 1_000; i++) {
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
