import { Command, InvalidArgumentError, Option } from 'commander';
import { BOT_NAMES, isBot } from '../../shared/bots/index.ts';
import { type Accuracy, accuracies, type Reviewed } from '../../shared/debrief/accuracy.ts';
import { SCENARIOS } from '../../shared/scenarios/index.ts';
import { SEATS, type Seat } from '../../shared/seats.ts';
import type { Estimate } from '../../shared/simulation/bootstrap.ts';
import type { GameRow } from '../../shared/simulation/gameRow.ts';
import { type LineUp, lineUpsOf, mixedLineUpsOf } from '../../shared/simulation/lineUps.ts';
import {
  compareNeighbours,
  type Neighbours,
  type Played,
  type TournamentFigures,
  tournamentFigures,
} from '../../shared/simulation/tournament.ts';
import { bookFrom } from '../workers/bookFrom.ts';
import { type GamesTask, job } from '../workers/playGames.ts';
import { job as reviewJob } from '../workers/reviewGames.ts';
import { runJob } from '../workers/runJob.ts';
import {
  progressOption,
  runBatch,
  scenarioOption,
  showProgress,
  wholeNumber,
  workersOption,
} from './batch.ts';
import { complain, fail, runTool } from './commandLine.ts';

type Options = {
  readonly bots: readonly string[];
  readonly games?: number;
  readonly seed: string;
  readonly scenario: string;
  readonly neighbours?: boolean;
  readonly accuracy?: boolean;
  readonly workers: number;
  readonly progress?: boolean;
  readonly json?: boolean;
};

const DRAWS = 100;
const GAMES_OF_NEIGHBOURS = 2_000;

const botNames = (text: string): readonly string[] => {
  const names = text.split(',');
  const unknown = names.find((name) => !isBot(name));
  if (unknown !== undefined) throw new InvalidArgumentError(`No bot "${unknown}". Known bots: ${BOT_NAMES}.`);
  if (new Set(names).size < names.length) throw new InvalidArgumentError('A bot is named twice.');
  return names;
};

// Few, so that an interrupted tournament loses little: only draws that every line-up has played count.
const DRAWS_AT_ONCE = 4;

function* tasksOf(lineUps: readonly LineUp[], draws: number, seed: string): Generator<GamesTask> {
  for (let from = 0; from < draws; from += DRAWS_AT_ONCE)
    for (const bots of lineUps) yield { bots, seed, from, to: Math.min(draws, from + DRAWS_AT_ONCE) };
}

const nameOf = (lineUp: LineUp): string => SEATS.map((seat) => lineUp[seat]).join('/');

/** Plays every line-up on the same draws; after an interruption, what all line-ups have played. */
const playAll = async (
  options: Options,
  lineUps: readonly LineUp[],
  draws: number,
  signal: AbortSignal,
): Promise<readonly Played[]> => {
  const { scenario, seed, workers, progress: lines } = options;
  const rows = new Map(lineUps.map((lineUp) => [nameOf(lineUp), [] as GameRow[]]));
  const progress = showProgress(draws * lineUps.length, { lines });
  await runJob(job, {
    setup: { scenario, press: 'full', logs: null, distances: true },
    tasks: tasksOf(lineUps, draws, seed),
    workers,
    signal,
    onDone: (played, { bots }) => {
      const known = rows.get(nameOf(bots)) ?? [];
      for (const row of played) known[row.index] = row;
      progress.add(played.length);
    },
  });
  progress.stop();
  const all = [...rows.values()];
  const whole = Array.from({ length: draws }, (_, draw) => draw).filter((draw) =>
    all.every((games) => games[draw] !== undefined),
  );
  return lineUps.map((lineUp) => {
    const games = rows.get(nameOf(lineUp)) ?? [];
    return { lineUp, rows: whole.map((draw) => games[draw]) };
  });
};

const rounded = (_: string, value: unknown): unknown =>
  typeof value === 'number' ? Math.round(value * 1e4) / 1e4 + 0 : value;

const withInterval = ({ mean, low, high }: Estimate, digits = 1): string =>
  `${mean.toFixed(digits)} [${low.toFixed(digits)}, ${high.toFixed(digits)}]`;

const columns = (rows: readonly (readonly string[])[]): string => {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i]))
        .join('   ')
        .trimEnd(),
    )
    .join('\n');
};

const report = (
  { draws, games, ratings, regrets, lineUps }: TournamentFigures,
  seats: readonly Seat[],
): string => {
  const rating = ratings.map(({ bot, score, bySeat }) => {
    const regret = regrets.find((candidate) => candidate.bot === bot);
    const best = regret === undefined || regret.best === bot ? '-' : regret.best;
    return [
      bot,
      withInterval(score),
      ...seats.map((seat) => bySeat[seat].mean.toFixed(1)),
      withInterval(regret?.regret ?? { mean: 0, low: 0, high: 0 }),
      best,
    ];
  });
  const ends = lineUps.map((line) => [
    nameOf(line.bots),
    ...seats.map((seat) => line.score[seat].mean.toFixed(1)),
    `${(100 * line.agreementRate.mean).toFixed(0)} %`,
    `${(100 * line.fullAgreementRate.mean).toFixed(0)} %`,
    withInterval(line.welfare),
    line.nashProduct.mean.toFixed(3),
    line.minimum.mean.toFixed(1),
    line.paretoDistance.mean.toFixed(3),
    seats.map((seat) => line.harm[seat].mean.toFixed(1)).join('/'),
  ]);
  return [
    `${lineUps.length} line-ups on ${draws} common draws: ${games} games. Points of the ideal, 95 % intervals over draws.`,
    '',
    columns([['bot', 'mean score', ...seats, 'regret', 'best deviation'], ...rating]),
    '',
    columns([
      [
        `line-up (${SEATS.join('/')})`,
        ...seats,
        'agree',
        'all agree',
        'welfare',
        'Nash',
        'minimum',
        'to Pareto',
        'harm, bn',
      ],
      ...ends,
    ]),
  ].join('\n');
};

const gateReport = (pairs: readonly Neighbours[]): string =>
  columns([
    ['lower', 'upper', 'games', 'lower score', 'upper score', 'difference', 'p', ''],
    ...pairs.map((pair) => [
      pair.lower,
      pair.upper,
      String(pair.games),
      withInterval(pair.lowerScore),
      withInterval(pair.upperScore),
      withInterval(pair.difference, 2),
      pair.p.toFixed(4),
      pair.beats ? 'beats it' : 'does NOT beat it',
    ]),
  ]);

const say = (options: Options, figures: object, text: string): void => {
  process.stdout.write(`${options.json === true ? JSON.stringify(figures, rounded) : text}\n`);
};

const NOTHING_WHOLE = 'interrupted before every line-up had played one draw';

const compare = async (options: Options, seats: readonly Seat[], signal: AbortSignal): Promise<void> => {
  const pairs: Neighbours[] = [];
  for (let i = 1; i < options.bots.length && !signal.aborted; i++) {
    const pair = [options.bots[i - 1], options.bots[i]] as const;
    const lineUps = mixedLineUpsOf(pair, seats);
    const draws = Math.ceil((options.games ?? GAMES_OF_NEIGHBOURS) / lineUps.length);
    const played = await playAll(options, lineUps, draws, signal);
    if (played[0].rows.length > 0) pairs.push(compareNeighbours(pair, seats, played));
  }
  if (pairs.length === 0) process.stderr.write(`${NOTHING_WHOLE}\n`);
  else say(options, { neighbours: pairs }, gateReport(pairs));
};

const compete = async (options: Options, seats: readonly Seat[], signal: AbortSignal): Promise<void> => {
  const played = await playAll(options, lineUpsOf(options.bots, seats), options.games ?? DRAWS, signal);
  if (played[0].rows.length === 0) {
    process.stderr.write(`${NOTHING_WHOLE}\n`);
    return;
  }
  const figures = tournamentFigures(options.bots, seats, played);
  say(options, figures, report(figures, seats));
};

const accuracyReport = (figures: readonly Accuracy[]): string =>
  columns([
    ['bot', 'games', 'score', 'accuracy', 'points lost'],
    ...figures.map(({ bot, games, score, accuracy, lost }) => [
      bot,
      String(games),
      ...[score, accuracy, lost].map((figure) => (figure === null ? '-' : withInterval(figure))),
    ]),
  ]);

const reviewAll = async (options: Options, signal: AbortSignal): Promise<void> => {
  const { scenario, bots, seed, workers, progress: lines } = options;
  const count = options.games ?? DRAWS;
  const games = new Map<string, readonly Reviewed[]>();
  const seeds = Array.from({ length: count }, (_, game) => `${seed}/${game}`);
  const progress = showProgress(count, { lines });
  await runJob(reviewJob, {
    setup: { scenario, bots },
    tasks: seeds,
    workers,
    signal,
    onDone: (reviewed, game) => {
      games.set(game, reviewed);
      progress.add(1);
    },
  });
  progress.stop();
  const played = seeds.map((game) => games.get(game)).filter((seats) => seats !== undefined);
  const figures = accuracies(bots, played);
  say(options, { accuracies: figures }, accuracyReport(figures));
};

const run = (options: Options): Promise<void> =>
  runBatch('tournament.failed', async (signal) => {
    const { seats } = bookFrom(options.scenario).scenario;
    if (options.accuracy === true) return reviewAll(options, signal);
    if (options.neighbours !== true) return compete(options, seats, signal);
    if (options.bots.length > 1) return compare(options, seats, signal);
    return complain(fail('tournament.noNeighbour', {}, 2), 'Neighbours are two bots at least.');
  });

const examples = `
Bots: ${BOT_NAMES}. Scenarios: ${Object.keys(SCENARIOS).join(', ')}.

  npm run --silent tournament -- --bots random,trader --games 100 --seed 7
  npm run --silent tournament -- --bots random,trader --neighbours --json

Every line-up, which is every way to seat the bots, plays the same draws: game d of each has the seed "<seed>/<d>", so the
same mandates and news. A rating is the plain mean score of the seats that a bot plays, over all line-ups, with its 95 %
bootstrap interval over draws. A regret is what the best other bot would gain by taking one seat of a table where the bot
plays all seats, less what the bot scores there (mean over the seats).

With --json: {draws, games, ratings: [{bot, score, bySeat}], regrets: [{bot, best, regret}], deviations: [{resident,
deviator, gain, bySeat}], lineUps: [{bots, agreementRate, fullAgreementRate, score, welfare, nashProduct, minimum, harm, paretoDistance}]}; most
figures are {mean, low, high}. With --neighbours: {neighbours: [{lower, upper, draws, games, lowerScore, upperScore,
difference, p, beats}]}: each bot against the one named before it, in the line-ups in which both play.
With --accuracy: {accuracies: [{bot, games, score, accuracy, lost}]}: each game has other bots drawn for its seats, and the
review of a debrief judges every decision of theirs, as it would a person's.
Exit code 0: done; 1: refused; 2: command line not understood; 130: interrupted, the figures are those of the whole draws.`;

runTool(
  new Command('tournament')
    .description(
      'Lets bots play each other in all line-ups on the same draws, and tells who is strong and what came of it.',
    )
    .requiredOption('--bots <names>', 'who plays, in the order of the ladder, the weakest first', botNames)
    .option(
      '--games <number>',
      `games of each line-up (${DRAWS}); with --neighbours: games of each pair, rounded up to whole draws (${GAMES_OF_NEIGHBOURS})`,
      wholeNumber(),
    )
    .option('--seed <text>', 'the same seed gives the same draws', '1')
    .option(
      '--neighbours',
      'only the line-ups that mix two neighbours of the ladder, and whether the upper is better',
    )
    .addOption(
      new Option(
        '--accuracy',
        'games in drawn company, and how well each bot decides by their reviews',
      ).conflicts('neighbours'),
    )
    .addOption(scenarioOption())
    .addOption(workersOption())
    .addOption(progressOption())
    .option('--json', 'print exactly one JSON object')
    .addHelpText('after', examples)
    .action(run),
);
