import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { wholeNumber } from '../../server/cli/batch.ts';
import type { Reading } from '../faults/figure.ts';
import type { Figure } from '../faults/figures.ts';
import { chanceOf } from '../faults/nemesis/chance.ts';
import { endSupervised } from '../faults/nemesis/supervised.ts';
import { describeReadings } from '../faults/readings.ts';
import { endProcesses } from '../helpers/serverProcess.ts';
import { boots } from './boot.ts';
import { capacity } from './capacity.ts';
import { exportsOfMany } from './exports.ts';
import { hours } from './hours.ts';
import { kills } from './kills.ts';
import { leak } from './leak.ts';
import { lesson } from './lesson.ts';
import { pages } from './pages.ts';
import type { Soak, SoakPlan } from './soak.ts';
import { storm } from './storm.ts';

/** `npm run test:soak`: the figures that take a night, every value that was measured beside its target. */
const SOAKS = {
  R1: kills,
  R3: boots,
  R7: storm,
  R9: capacity,
  R13: leak,
  R14: hours,
  R25: lesson,
  R26: exportsOfMany,
  AXE: pages,
} satisfies Partial<Record<Figure, Soak>>;

type Name = keyof typeof SOAKS;
type Options = SoakPlan & { readonly seed: number; readonly only?: readonly Name[]; readonly json?: boolean };

const isName = (name: string): name is Name => Object.hasOwn(SOAKS, name);

const names = (text: string): readonly Name[] => {
  const wanted = text.split(',');
  const known = wanted.filter(isName);
  if (known.length === wanted.length) return known;
  throw new Error(`--only takes some of ${Object.keys(SOAKS).join(',')}`);
};

const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

/** The command that repeats one figure. */
const repeat = (name: Name, { seed }: Options): string => {
  const parameters = process.argv
    .slice(2)
    .join(' ')
    .replace(/--(seed|only)[ =]\S+/g, '');
  return `npm run test:soak -- --seed ${seed} --only ${name} ${parameters}`.trim();
};

const run = async (options: Options): Promise<void> => {
  const wanted = options.only ?? (Object.keys(SOAKS) as Name[]);
  const readings: Reading[] = [];
  const failed: Name[] = [];
  const top = mkdtempSync(join(tmpdir(), 'between-giants-soak-'));
  for (const name of wanted) {
    const folder = join(top, name);
    mkdirSync(folder);
    const began = performance.now();
    try {
      await SOAKS[name]({
        folder,
        chance: chanceOf(options.seed, name),
        plan: options,
        show: (measured) => readings.push({ figure: name, ...measured }),
        progress: (text) => say(`${name} ${text}`),
      });
      say(`${name} took ${Math.round((performance.now() - began) / 1000)} s`);
    } catch (error) {
      failed.push(name);
      say(
        `${name} failed: ${error instanceof Error ? error.message : error}. Repeat: ${repeat(name, options)}`,
      );
    }
  }
  endSupervised();
  endProcesses();
  rmSync(top, { recursive: true, force: true });
  const passed = failed.length === 0;
  const { seed } = options;
  process.stdout.write(
    options.json === true
      ? `${JSON.stringify({ seed, passed, failed, readings })}\n`
      : describeReadings(readings, seed),
  );
  process.exit(passed ? 0 : 1);
};

const program = new Command('test:soak')
  .description('Tries the figures that take long. Without --only: all of them, some two hours.')
  .option(
    '--seed <number>',
    'what goes wrong follows from it',
    wholeNumber(0),
    Math.floor(Math.random() * 1e6),
  )
  .option('--only <figures>', `some of ${Object.keys(SOAKS).join(',')}`, names)
  .option('--kills <number>', 'R1: how often the server is killed', wholeNumber(), 200)
  .option('--rooms <number>', 'R1: tables of three', wholeNumber(), 50)
  .option('--finished <number>', 'R3: games that have ended', wholeNumber(), 10_000)
  .option('--clients <number>', 'R7: how many lose their line at once', wholeNumber(), 1000)
  .option('--tables <number>', 'R9: tables of three', wholeNumber(), 300)
  .option('--seconds <number>', 'R9: how long they play', wholeNumber(), 60)
  .option('--games <number>', 'R13: games in one process', wholeNumber(), 1000)
  .option('--minutes <number>', 'R14: how long', wholeNumber(), 60)
  .option('--json', 'print exactly one JSON object')
  .action(run);

// Leaks are looked for with the garbage collected.
if (globalThis.gc === undefined) {
  const { status } = spawnSync(
    process.execPath,
    [...process.execArgv, '--expose-gc', ...process.argv.slice(1)],
    {
      stdio: 'inherit',
    },
  );
  process.exitCode = status ?? 1;
} else program.parse();
