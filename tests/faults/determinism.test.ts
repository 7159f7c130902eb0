import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { jsonOf } from '../simulation/commandLine.ts';
import { figure } from './figure.ts';

const folder = mkdtempSync(join(tmpdir(), 'between-giants-determinism-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Plays a batch in a process of its own and gives one hash of all its logs, entry by entry. */
const hashOf = (
  name: string,
  games: number,
  seed: number,
  environment: Readonly<Record<string, string>>,
): string => {
  const logs = join(folder, name);
  const line = ['--games', games, '--seed', seed, '--us', 'random', '--kr', 'random', '--cn', 'boulware'];
  jsonOf('simulate', [...line.map(String), '--workers', '1', '--logs', logs], environment);
  const files = readdirSync(logs).sort();
  expect(files.length).toBe(games);
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(readFileSync(join(logs, file)));
  rmSync(logs, { recursive: true });
  return hash.digest('hex');
};

figure(
  'R15',
  'the same seed gives the same logs, byte for byte, in another process, time zone and language',
  { ci: 10, full: 1000 },
  ({ size, seed, show }) => {
    const home = hashOf('home', size, seed, { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' });
    const away = {
      TZ: 'Asia/Kolkata',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
      LC_NUMERIC: 'de_DE.UTF-8',
    };
    expect(hashOf('away', size, seed, away)).toBe(home);
    show({ what: 'games played twice', value: size, unit: '', target: 1000, least: true });
  },
);
