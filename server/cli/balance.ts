import { Command } from 'commander';
import { BOTS } from '../../shared/bots/index.ts';
import type { Book } from '../../shared/scenarios/book.ts';
import { SCENARIOS } from '../../shared/scenarios/index.ts';
import { bySeat, type Seat } from '../../shared/seats.ts';
import { profilesOf } from '../../shared/simulation/balance/appraiser.ts';
import { type Findings, judgeBalance } from '../../shared/simulation/balance/balanceReport.ts';
import { judgeSkill, sumUpPlay } from '../../shared/simulation/balance/play.ts';
import type { Effort } from '../../shared/simulation/balance/search.ts';
import { mergeZones } from '../../shared/simulation/balance/zones.ts';
import type { GameRow } from '../../shared/simulation/gameRow.ts';
import { bookFrom } from '../workers/bookFrom.ts';
import { type BalancePiece, type BalanceTask, job as measuring } from '../workers/measureBalance.ts';
import { type GamesTask, job as playing } from '../workers/playGames.ts';
import { runJob } from '../workers/runJob.ts';
import { balanceText } from './balanceText.ts';
import { botName, progressOption, runBatch, scenarioOption, showProgress, workersOption } from './batch.ts';
import { runTool } from './commandLine.ts';

type Options = {
  readonly scenario: string;
  readonly bot: string;
  readonly quick?: boolean;
  readonly workers: number;
  readonly progress?: boolean;
  readonly json?: boolean;
};

/** How much is measured. `three`, `pair`: random packages; `steps`: of the efficient sets; `strong`, `chance`: games. */
type Size = {
  readonly three: number;
  readonly pair: number;
  readonly bargain: Effort;
  readonly stance: Effort;
  readonly bests: Effort;
  readonly steps: number;
  readonly strong: number;
  readonly chance: number;
};

const FULL: Size = {
  three: 60_000,
  pair: 20_000,
  bargain: { anneals: 8, changes: 6_000 },
  stance: { anneals: 8, changes: 6_000 },
  bests: { anneals: 8, changes: 8_000 },
  steps: 24,
  strong: 324,
  chance: 540,
};

const QUICK: Size = {
  three: 8_000,
  pair: 2_500,
  bargain: { anneals: 2, changes: 3_000 },
  stance: { anneals: 4, changes: 4_000 },
  bests: { anneals: 2, changes: 4_000 },
  steps: 12,
  strong: 27,
  chance: 108,
};

const CHANCE = 'random';
// The ladder's top.
const STRONG = Object.keys(BOTS).at(-1) ?? CHANCE;
const SAMPLES_IN_A_TASK = 1_000;

/** Who can sign with whom: pairs and all, but only all where a treaty must cover everything. */
const groupsOf = ({ scenario: { seats, rules } }: Book): readonly (readonly Seat[])[] => {
  const pairs = seats.flatMap((one, i) => seats.slice(i + 1).map((other) => [one, other]));
  return seats.length === 2 ? pairs : rules.complete ? [seats] : [seats, ...pairs];
};

const tasksOf = (book: Book, size: Size): readonly BalanceTask[] => {
  const profiles = profilesOf(book);
  const zones = groupsOf(book).flatMap((parties) => {
    const samples = parties.length > 2 ? size.three : size.pair;
    return Array.from(
      { length: Math.ceil(samples / SAMPLES_IN_A_TASK) },
      (_, part): BalanceTask => ({
        kind: 'zone',
        parties,
        samples: Math.min(SAMPLES_IN_A_TASK, samples - part * SAMPLES_IN_A_TASK),
        seed: String(part),
      }),
    );
  });
  return [
    // The longest first, so that no thread ends much later than the others.
    ...profiles.map((profile) => ({ kind: 'bests' as const, profile, effort: size.bests })),
    ...profiles.map((profile) => ({ kind: 'stance' as const, profile, effort: size.stance })),
    ...profiles.map((profile) => ({ kind: 'bargain' as const, profile, effort: size.bargain })),
    ...profiles.map((profile) => ({ kind: 'efficient' as const, profile, steps: size.steps })),
    ...zones,
  ];
};

type Pieces = Omit<Findings, 'skill' | 'games'>;

const gather = (pieces: readonly BalancePiece[], book: Book): Pieces => {
  const zones = pieces.flatMap((piece) => (piece.kind === 'zone' ? [piece.zone] : []));
  return {
    zones: groupsOf(book).map((group) =>
      mergeZones(zones.filter(({ parties }) => parties.join() === group.join())),
    ),
    bargains: pieces.flatMap((piece) => (piece.kind === 'bargain' ? [piece.bargain] : [])),
    stances: pieces.flatMap((piece) =>
      piece.kind === 'stance' && piece.choice !== null ? [piece.choice] : [],
    ),
    levelCounts: pieces.flatMap((piece) => (piece.kind === 'efficient' ? [piece.levelCounts] : [])),
    bests: pieces.flatMap((piece) => (piece.kind === 'bests' ? [piece.bests] : [])),
  };
};

type Run = {
  readonly options: Options;
  readonly book: Book;
  readonly size: Size;
  readonly signal: AbortSignal;
};

const measureAll = async ({ options, book, size, signal }: Run): Promise<Pieces> => {
  const tasks = tasksOf(book, size);
  const progress = showProgress(tasks.length, { lines: options.progress });
  const pieces: BalancePiece[] = [];
  const position = new Map(tasks.map((task, i) => [task, i]));
  await runJob(measuring, {
    setup: { scenario: options.scenario },
    tasks,
    workers: options.workers,
    signal,
    onDone: (piece, task) => {
      pieces[position.get(task) ?? 0] = piece;
      progress.add(1);
    },
  });
  progress.stop();
  return gather(pieces, book);
};

/** One bot in all seats, about as many games in all, as many under each profile. */
const playTasks = (book: Book, bot: string, games: number): readonly GamesTask[] => {
  const { seats } = book.scenario;
  const profiles = profilesOf(book);
  return profiles.map((profile, i) => ({
    bots: bySeat(() => bot),
    mandates: Object.fromEntries(seats.map((seat) => [seat, profile[seat]])),
    seed: `balance ${i}`,
    from: 0,
    to: Math.ceil(games / profiles.length),
  }));
};

const playAll = async ({ options, book, size, signal }: Run): Promise<Pick<Findings, 'skill' | 'games'>> => {
  const { seats } = book.scenario;
  const strong = playTasks(book, options.bot, size.strong);
  const chance = playTasks(book, CHANCE, size.chance);
  const tasks = [...strong, ...chance];
  const rows = new Map<GamesTask, readonly GameRow[]>();
  const progress = showProgress(
    tasks.reduce((sum, { to }) => sum + to, 0),
    { lines: options.progress },
  );
  await runJob(playing, {
    setup: { scenario: options.scenario, press: 'full', logs: null, distances: true },
    tasks,
    workers: options.workers,
    signal,
    onDone: (played, task) => {
      rows.set(task, played);
      progress.add(played.length);
    },
  });
  progress.stop();
  const [games, random] = [strong, chance].map((of) => of.flatMap((task) => rows.get(task) ?? []));
  const skill = judgeSkill(sumUpPlay(options.bot, games, seats), sumUpPlay(CHANCE, random, seats), seats);
  return { skill, games };
};

const rounded = (_: string, value: unknown): unknown =>
  typeof value === 'number' ? Math.round(value * 1e4) / 1e4 + 0 : value;

const run = (options: Options): Promise<void> =>
  runBatch('balance.failed', async (signal) => {
    const book = bookFrom(options.scenario);
    const order = { options, book, size: options.quick === true ? QUICK : FULL, signal };
    const pieces = await measureAll(order);
    if (signal.aborted) return;
    const played = await playAll(order);
    if (signal.aborted) return;
    const report = judgeBalance(book, { ...pieces, ...played });
    const { id } = book.scenario;
    const figures = {
      scenario: id,
      profiles: profilesOf(book).length,
      quick: options.quick === true,
      ...report,
    };
    const text = options.json === true ? JSON.stringify(figures, rounded) : balanceText(book, report);
    process.stdout.write(`${text}\n`);
    if (!report.isHeld) process.exitCode = 1;
  });

const examples = `
Scenarios: ${Object.keys(SCENARIOS).join(', ')}. Seeds are fixed: the same scenario gives the same report, whatever the workers.

  npm run --silent balance
  npm run --silent balance -- --quick --json

With --json: {scenario, profiles, quick, zones, conflict, logrolling, dilemma, skill, relevance, diplomacy, ideals, winnability, sheets,
isHeld}; each with its figures and isHeld (sheets without); null where it does not apply. Money in USD bn a year, scores in points of the ideal.
Exit code 0: all properties hold; 1: one does not, or refused; 2: command line not understood; 130: interrupted, nothing said.`;

runTool(
  new Command('balance')
    .description(
      'Measures whether a scenario is worth playing: zones of agreement, conflict, logrolling, dilemma, skill.',
    )
    .addOption(scenarioOption())
    .option('--bot <bot>', 'who plays well, for property 5', botName, STRONG)
    .option('--quick', 'smaller samples and shorter searches')
    .addOption(workersOption())
    .addOption(progressOption())
    .option('--json', 'print exactly one JSON object')
    .addHelpText('after', examples)
    .action(run),
);
