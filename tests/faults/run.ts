import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import type { Reading } from './figure.ts';
import { describeReadings } from './readings.ts';

/** `npm run test:faults`: the figures of tier P at their full size, every value that was measured beside its target. */
type Options = { readonly seed: string; readonly only?: string; readonly json?: boolean };

const run = ({ seed, only, json = false }: Options): void => {
  const folder = mkdtempSync(join(tmpdir(), 'between-giants-faults-'));
  const report = join(folder, 'readings.jsonl');
  writeFileSync(report, '');
  const env = {
    ...process.env,
    FAULTS_FULL: process.env.FAULTS_SIZE === 'ci' ? '0' : '1',
    FAULTS_SEED: seed,
  };
  const { status } = spawnSync(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--project=core',
      'tests/faults',
      'tests/golden',
      ...(only === undefined ? [] : ['-t', `^${only} `]),
    ],
    { stdio: ['inherit', json ? 2 : 'inherit', 'inherit'], env: { ...env, FAULTS_REPORT: report } },
  );
  const readings = readFileSync(report, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Reading);
  rmSync(folder, { recursive: true });
  const passed = status === 0;
  process.stdout.write(
    json ? `${JSON.stringify({ seed: Number(seed), passed, readings })}\n` : describeReadings(readings, seed),
  );
  process.exitCode = passed ? 0 : 1;
};

new Command('test:faults')
  .description('Tries the figures of reliability that run with every change, at their full size.')
  .option('--seed <number>', 'what goes wrong follows from it', String(Math.floor(Math.random() * 1e6)))
  .option('--only <figure>', 'one figure, such as R6')
  .option('--json', 'print exactly one JSON object')
  .action(run)
  .parse();
