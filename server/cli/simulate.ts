import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { progress } from '@clack/prompts';
import { Command, InvalidArgumentError, Option } from 'commander';
import { BOTS, isBot } from '../../shared/bots/index.ts';
import { type Book, openBook } from '../../shared/scenarios/book.ts';
import { checkScenario } from '../../shared/scenarios/check.ts';
import { bookOf, SCENARIOS } from '../../shared/scenarios/index.ts';
import { playGame } from '../../shared/simulation/playGame.ts';
import { addGame, emptyTally, type Figures, figuresOf } from '../../shared/simulation/tally.ts';
import type { Table } from '../../shared/table/table.ts';
import { complain, fail, runTool } from './commandLine.ts';

type Options = {
  readonly games: number;
  readonly seed: string;
  readonly us: string;
  readonly kr: string;
  readonly cn: string;
  readonly scenario: string;
  readonly press: 'full' | 'public-only' | 'none';
  readonly logs?: string;
  readonly json?: boolean;
};

const wholeNumber = (text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 10_000_000)
    throw new InvalidArgumentError('Expected a whole number from 1 to 10,000,000.');
  return value;
};

const botName = (text: string): string => {
  if (!isBot(text)) throw new InvalidArgumentError(`Known bots: ${Object.keys(BOTS).join(', ')}.`);
  return text;
};

const bookFrom = (source: string): Book => {
  if (Object.hasOwn(SCENARIOS, source)) return bookOf(source);
  const checked = checkScenario(JSON.parse(readFileSync(source, 'utf8')));
  if ('error' in checked) throw new Error(`${source}: ${JSON.stringify(checked.error)}`);
  const book = openBook(checked.scenario);
  if ('error' in book) throw new Error(`${source}: ${JSON.stringify(book.error)}`);
  return book;
};

const writeLog = (folder: string, index: number, table: Table): void => {
  const lines = table.entries.map((entry) => JSON.stringify(entry)).join('\n');
  writeFileSync(join(folder, `game-${String(index).padStart(6, '0')}.jsonl`), `${lines}\n`);
};

/** A bar on a terminal, nothing elsewhere: standard output belongs to the result. */
const showProgress = (games: number): { step: () => void; stop: () => void } => {
  if (!process.stderr.isTTY) return { step: () => {}, stop: () => {} };
  const bar = progress({ max: games, output: process.stderr });
  bar.start('Playing');
  return { step: () => bar.advance(1), stop: () => bar.stop('Played') };
};

const play = (options: Options): Figures & { gamesPerSecond: number } => {
  const book = bookFrom(options.scenario);
  const bots = { US: options.us, KR: options.kr, CN: options.cn };
  if (options.logs !== undefined) mkdirSync(options.logs, { recursive: true });
  const bar = showProgress(options.games);
  const began = performance.now();
  let tally = emptyTally;
  for (let i = 0; i < options.games; i++) {
    const table = playGame({ book, bots, seed: `${options.seed}/${i}`, press: options.press });
    tally = addGame(tally, table);
    if (options.logs !== undefined) writeLog(options.logs, i, table);
    bar.step();
  }
  bar.stop();
  const seconds = (performance.now() - began) / 1000;
  return { ...figuresOf(tally), gamesPerSecond: Math.round((options.games / seconds) * 10) / 10 };
};

const report = (figures: ReturnType<typeof play>): string =>
  [
    `${figures.games} games, ${figures.gamesPerSecond} a second`,
    `agreement rate  ${(100 * figures.agreementRate).toFixed(1)} %   treaties a game  ${figures.meanTreaties}`,
    'seat   mean score   mean payoff (USD bn)',
    ...(['US', 'KR', 'CN'] as const).map(
      (seat) =>
        `${seat}     ${figures.meanScore[seat].toFixed(2).padStart(10)}   ${figures.meanPayoff[seat].toFixed(3).padStart(10)}`,
    ),
  ].join('\n');

const run = (options: Options): void => {
  try {
    const figures = play(options);
    process.stdout.write(`${options.json === true ? JSON.stringify(figures) : report(figures)}\n`);
  } catch (problem) {
    const message = problem instanceof Error ? problem.message : String(problem);
    complain(fail('simulate.failed', { message }), message);
  }
};

const examples = `
Bots: ${Object.keys(BOTS).join(', ')}. Scenarios: ${Object.keys(SCENARIOS).join(', ')}.

  npm run --silent simulate -- --games 500 --seed 7 --us trader --kr trader --cn random
  npm run --silent simulate -- --games 20 --scenario my-scenario.json --logs logs --json

With --json: {games, agreementRate (share ending with a treaty in force), meanTreaties, meanActions, meanScore and
meanPayoff by seat (points of the ideal, USD bn), gamesPerSecond}. Exit code 1: refused; 2: command line not understood.`;

runTool(
  new Command('simulate')
    .description('Plays whole games of bots without a server and prints what came of them.')
    .option('--games <number>', 'how many games', wholeNumber, 100)
    .option('--seed <text>', 'the same seed gives the same games', '1')
    .option('--us <bot>', 'who plays the United States', botName, 'trader')
    .option('--kr <bot>', 'who plays South Korea', botName, 'trader')
    .option('--cn <bot>', 'who plays China', botName, 'trader')
    .option('--scenario <id or file>', 'a shipped scenario, or a JSON file', 'tariff-pause-2025')
    .addOption(
      new Option('--press <mode>', 'which talk is allowed')
        .choices(['full', 'public-only', 'none'])
        .default('full'),
    )
    .option('--logs <folder>', "write each game's log there, one JSON entry a line")
    .option('--json', 'print exactly one JSON object')
    .addHelpText('after', examples)
    .action(run),
);
