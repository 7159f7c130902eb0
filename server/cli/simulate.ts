import { mkdirSync } from 'node:fs';
import { Command, InvalidArgumentError, Option } from 'commander';
import { BOT_NAMES } from '../../shared/bots/index.ts';
import { SCENARIOS } from '../../shared/scenarios/index.ts';
import { SEATS } from '../../shared/seats.ts';
import type { GameRow } from '../../shared/simulation/gameRow.ts';
import { addRow, emptyTally, type Figures, figuresOf } from '../../shared/simulation/tally.ts';
import { bookFrom } from '../workers/bookFrom.ts';
import { job, rangesOf } from '../workers/playGames.ts';
import {
  type BatchPlan,
  fingerprintOf,
  mergeProgress,
  type OpenProgress,
  openProgress,
  PLAN_VERSIONS,
  type ProgressFault,
} from '../workers/progressFile.ts';
import { runJob } from '../workers/runJob.ts';
import {
  botName,
  progressOption,
  runBatch,
  scenarioOption,
  showProgress,
  wholeNumber,
  workersOption,
} from './batch.ts';
import { complain, fail, runTool } from './commandLine.ts';
import { openCsv } from './csvFile.ts';

type Shard = { readonly part: number; readonly parts: number };

type Options = {
  readonly games: number;
  readonly seed: string;
  readonly us: string;
  readonly kr: string;
  readonly cn: string;
  readonly scenario: string;
  readonly press: BatchPlan['press'];
  readonly workers: number;
  readonly shard: Shard;
  readonly pareto?: boolean;
  readonly resume?: string;
  readonly merge?: readonly string[];
  readonly csv?: string;
  readonly logs?: string;
  readonly progress?: boolean;
  readonly json?: boolean;
};

const shardOf = (text: string): Shard => {
  const [, part = 0, parts = 0] = (/^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? []).map(Number);
  if (part < 1 || part > parts) throw new InvalidArgumentError('Expected a part of the whole, like 3/8.');
  return { part, parts };
};

const sentenceOf = ({ code, params }: ProgressFault): string => {
  const { file } = params;
  if (code === 'simulate.otherBatch') return `${file} belongs to another batch: its ${params.field} differs`;
  if (code === 'simulate.incomplete')
    return `the files up to ${file} lack ${params.missing} games; the first is game ${params.first}`;
  return `${file} is not a progress file of this version: line ${params.line} can't be read`;
};

const report = (figures: Figures, gamesPerSecond: number | null): string =>
  [
    `${figures.games} games${gamesPerSecond === null ? '' : `, ${gamesPerSecond} a second`}`,
    `agreement rate  ${(100 * figures.agreementRate).toFixed(1)} %   of all seats ${(100 * figures.fullAgreementRate).toFixed(1)} %   treaties a game  ${figures.meanTreaties}`,
    `welfare ${figures.welfare.toFixed(2)}   minimum ${figures.minimum.toFixed(2)}   Nash product ${figures.nashProduct.toFixed(4)}` +
      (figures.paretoDistance === null ? '' : `   Pareto distance ${figures.paretoDistance.toFixed(3)}`),
    'seat   mean score   mean payoff (USD bn)   harm by treaties of others',
    ...SEATS.map(
      (seat) =>
        `${seat}     ${figures.meanScore[seat].toFixed(2).padStart(10)}   ${figures.meanPayoff[seat].toFixed(3).padStart(20)}   ${figures.meanHarm[seat].toFixed(3).padStart(26)}`,
    ),
  ].join('\n');

/** Adds rows up, and writes them to a table when asked. */
const collect = (plan: BatchPlan, csv: string | undefined, first: number) => {
  const table = csv === undefined ? null : openCsv(csv, plan, first);
  let tally = emptyTally;
  return {
    add: (rows: readonly GameRow[]): void => {
      for (const row of rows) tally = addRow(tally, row, plan.seats);
      table?.add(rows);
    },
    figures: (): Figures => {
      table?.close();
      return figuresOf(tally);
    },
  };
};

const say = (options: Options, figures: Figures, gamesPerSecond: number | null): void => {
  const text =
    options.json === true ? JSON.stringify({ ...figures, gamesPerSecond }) : report(figures, gamesPerSecond);
  process.stdout.write(`${text}\n`);
};

const refuse = (fault: ProgressFault): void => complain(fail(fault.code, fault.params), sentenceOf(fault));

const merge = (options: Options, files: readonly string[]): void => {
  const merged = mergeProgress(files);
  if ('code' in merged) {
    refuse(merged);
    return;
  }
  const collected = collect(merged.plan, options.csv, 0);
  collected.add(merged.rows);
  say(options, collected.figures(), null);
};

const planOf = (options: Options): BatchPlan => {
  const { scenario } = bookFrom(options.scenario);
  return {
    ...PLAN_VERSIONS,
    scenario: `${scenario.id} ${fingerprintOf(scenario)}`,
    seats: scenario.seats,
    bots: { US: options.us, KR: options.kr, CN: options.cn },
    seed: options.seed,
    press: options.press,
    games: options.games,
    distances: options.pareto === true,
  };
};

const NOTHING_KEPT: OpenProgress = { rows: [], append: () => {} };

type Share = { readonly from: number; readonly to: number };

/** The games of a part of the batch: parts are equal but for one game, and leave none out. */
const shareOf = ({ part, parts }: Shard, games: number): Share => ({
  from: Math.floor(((part - 1) * games) / parts),
  to: Math.floor((part * games) / parts),
});

const playShare = async (
  options: Options,
  plan: BatchPlan,
  { from, to }: Share,
  known: OpenProgress,
  signal: AbortSignal,
): Promise<void> => {
  const before = known.rows.filter(({ index }) => index >= from && index < to);
  const left = to - from - before.length;
  const collected = collect(plan, options.csv, from);
  collected.add(before);
  const progress = showProgress(to - from, { done: before.length, lines: options.progress });
  const began = performance.now();
  let played = 0;
  const { scenario, workers, logs = null } = options;
  const done = new Set(before.map(({ index }) => index));
  await runJob(job, {
    setup: { scenario, press: plan.press, logs, distances: plan.distances },
    tasks: rangesOf({ from, to, done, workers }, { bots: plan.bots, seed: plan.seed }),
    workers: Math.max(1, Math.min(workers, left)),
    signal,
    onDone: (rows) => {
      known.append(rows);
      collected.add(rows);
      progress.add(rows.length);
      played += rows.length;
    },
  });
  progress.stop();
  if (played < left) process.stderr.write(`interrupted: ${left - played} games are left\n`);
  const seconds = (performance.now() - began) / 1000;
  say(options, collected.figures(), Math.round((10 * played) / seconds) / 10);
};

const play = async (options: Options, signal: AbortSignal): Promise<void> => {
  const plan = planOf(options);
  const known = options.resume === undefined ? NOTHING_KEPT : openProgress(options.resume, plan);
  if ('code' in known) {
    refuse(known);
    return;
  }
  if (options.logs !== undefined) mkdirSync(options.logs, { recursive: true });
  await playShare(options, plan, shareOf(options.shard, plan.games), known, signal);
};

const run = (options: Options): Promise<void> =>
  runBatch('simulate.failed', async (signal) =>
    options.merge === undefined ? play(options, signal) : merge(options, options.merge),
  );

const examples = `
Bots: ${BOT_NAMES}. Scenarios: ${Object.keys(SCENARIOS).join(', ')}.
Game i has the seed "<seed>/<i>": the figures do not depend on how the games are shared out among threads or machines.

  npm run --silent simulate -- --games 500 --seed 7 --us trader --kr trader --cn random
  npm run --silent simulate -- --games 20 --scenario my-scenario.json --logs logs --csv games.csv --json
  npm run --silent simulate -- --games 100000 --resume run.jsonl       the same line again goes on where it ended
  npm run --silent simulate -- --games 100000 --shard 1/2 --resume part1.jsonl       on one machine,
  npm run --silent simulate -- --games 100000 --shard 2/2 --resume part2.jsonl       on another; then
  npm run --silent simulate -- --merge part1.jsonl part2.jsonl --json

With --json: {games, agreementRate (share ending with a treaty in force), fullAgreementRate (with one of all seats), meanTreaties, meanActions, meanScore and
meanPayoff by seat (points of the ideal, USD bn), welfare (sum of the scores), nashProduct (of the shares of the ideals),
minimum (of the scores), meanHarm by seat (what others' treaties cost it, USD bn), paretoDistance (with --pareto: of the
settlement from the frontier in shares of the ideals, else null), gamesPerSecond (null for --merge)}.
Exit code 0: done; 1: refused; 2: command line not understood; 130: interrupted, the figures are those of the games so far.`;

runTool(
  new Command('simulate')
    .description('Plays whole games of bots without a server and prints what came of them.')
    .option('--games <number>', 'how many games', wholeNumber(), 100)
    .option('--seed <text>', 'the same seed gives the same games', '1')
    .option('--us <bot>', 'who plays the United States', botName, 'trader')
    .option('--kr <bot>', 'who plays South Korea', botName, 'trader')
    .option('--cn <bot>', 'who plays China', botName, 'trader')
    .addOption(scenarioOption())
    .addOption(
      new Option('--press <mode>', 'which talk is allowed')
        .choices(['full', 'public-only', 'none'])
        .default('full'),
    )
    .option('--pareto', 'measure how far each end is from the Pareto frontier')
    .addOption(workersOption())
    .addOption(
      new Option('--shard <part/parts>', 'play one part of the games, like 3/8')
        .argParser(shardOf)
        .default({ part: 1, parts: 1 }, '1/1'),
    )
    .option('--resume <file>', 'keep a line for each game there, and go on where the file ends')
    .option('--merge <files...>', 'play nothing: the figures of the games in these files')
    .option('--csv <file>', 'write a table there, one row a game')
    .option('--logs <folder>', "write each game's log there, one JSON entry a line")
    .addOption(progressOption())
    .option('--json', 'print exactly one JSON object')
    .addHelpText('after', examples)
    .action(run),
);
