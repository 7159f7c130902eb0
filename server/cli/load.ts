import { Command, InvalidArgumentError } from 'commander';
import type { Update } from '../../shared/protocol.ts';
import { randomStream } from '../../shared/simulation/randomStream.ts';
import { runBatch, wholeNumber } from './batch.ts';
import { runTool } from './commandLine.ts';
import { type Capacity, findCapacity } from './load/capacity.ts';
import { type ChildServer, startFloor, startOurs } from './load/children.ts';
import { type LoadPlan, quantile } from './load/drive.ts';
import { openColyseusTable, openSocketTable } from './load/echoTables.ts';
import { openGameTable } from './load/gameTables.ts';
import { describeCapacity, describeLoad } from './load/loadText.ts';
import { type Figures, type LoadFigures, measure } from './load/measure.ts';
import { ratiosOf } from './load/ratios.ts';
import { type Meter, metricsMeter, noMeter } from './load/usage.ts';

type Options = LoadPlan & {
  readonly url?: string;
  readonly metrics?: string;
  readonly spectators: number;
  readonly capacity?: number;
  readonly seed: string;
  readonly json?: boolean;
};

const positive = (text: string): number => {
  const value = Number(text);
  if (!(value > 0 && value <= 1000))
    throw new InvalidArgumentError('Expected a number above 0, at most 1000.');
  return value;
};

const address = (text: string): string => {
  if (!/^(ws|http)s?:$/.test(URL.parse(text)?.protocol ?? ''))
    throw new InvalidArgumentError('Expected an address such as ws://127.0.0.1:2567.');
  return text;
};

const originOf = (url: string): string => new URL(url.replace(/^ws/, 'http')).origin;

/** One run against our game; remembers an update of median size, for the floors to echo. */
const gameUnderLoad = (options: Options, signal: AbortSignal) => {
  const chance = randomStream(options.seed);
  const sizes: number[] = [];
  const samples = new Map<number, Update>();
  const hear = (update: Update, bytes: number): void => {
    // Whole stories, which go out once to whoever comes, are not the price of an action.
    if (update.events.length === update.seq) return;
    sizes.push(bytes);
    samples.set(bytes, update);
  };
  const run = async (origin: string, meter: Meter, plan: LoadPlan): Promise<LoadFigures> => {
    const { spectators } = options;
    const open = () => openGameTable({ origin, chance, hear, spectators });
    const figures = await measure({ open, meter }, plan, { chance, signal });
    return { ...figures, bytesPerAction: quantile(sizes, 0.5) };
  };
  return { run, typical: () => samples.get(quantile(sizes, 0.5) ?? 0) ?? null };
};

type Kind = 'colyseus' | 'ws';
const OPEN = { colyseus: openColyseusTable, ws: openSocketTable };

const withServer = async <T>(start: Promise<ChildServer>, use: (server: ChildServer) => Promise<T>) => {
  const server = await start;
  try {
    return await use(server);
  } finally {
    await server.stop();
  }
};

const runFloor = (
  kind: Kind,
  update: unknown,
  options: Options,
  signal: AbortSignal,
  plan: LoadPlan = options,
) =>
  withServer(startFloor(kind, update), ({ url, meter }) => {
    const open = () => OPEN[kind](url);
    const { tables, seconds, rate } = plan;
    return measure(
      { open, meter },
      { tables, seconds, rate },
      { chance: randomStream(options.seed), signal },
    );
  });

const say = (options: Options, object: object, text: () => string): void => {
  process.stdout.write(options.json === true ? `${JSON.stringify(object)}\n` : text());
};

/** Where the metrics of the server at an address are, as far as anybody has said. */
const metricsOf = (url: string, { metrics }: Options): string | null => {
  const port = process.env.METRICS_PORT ?? '';
  if (metrics !== undefined || port === '') return metrics ?? null;
  return `http://${new URL(url).hostname}:${port}/metrics`;
};

const loadFarServer = async (url: string, options: Options, signal: AbortSignal): Promise<void> => {
  const metrics = metricsOf(url, options);
  const meter = metrics === null ? noMeter : metricsMeter(metrics);
  const ours = await gameUnderLoad(options, signal).run(originOf(url), meter, options);
  say(options, ours, () => describeLoad(ours, null));
};

const loadOwnServer = async (options: Options, signal: AbortSignal): Promise<void> => {
  const game = gameUnderLoad(options, signal);
  const ours = await withServer(startOurs(), ({ url, meter }) => game.run(url, meter, options));
  const colyseus = await runFloor('colyseus', game.typical(), options, signal);
  const floors = { colyseus, ws: await runFloor('ws', game.typical(), options, signal) };
  const ratios = ratiosOf(ours, floors);
  say(options, { ...ours, floors, ratios }, () => describeLoad(ours, { floors, ratios }));
};

/** How many tables each carries; our own first, for the floors echo an update of it. */
const compareCapacity = async (most: number, options: Options, signal: AbortSignal): Promise<void> => {
  const game = gameUnderLoad(options, signal);
  const { tables, seconds, rate } = options;
  const find = (run: (plan: LoadPlan) => Promise<Figures>): Promise<Capacity> =>
    findCapacity(run, { tables, seconds, rate }, most);
  const ours = await find((plan) => withServer(startOurs(), ({ url, meter }) => game.run(url, meter, plan)));
  const floorOf = (kind: Kind) => find((plan) => runFloor(kind, game.typical(), options, signal, plan));
  const colyseus = await floorOf('colyseus');
  const found = { most, ours, colyseus, ws: await floorOf('ws') };
  const ratio = Math.round((100 * ours.tables) / Math.max(1, colyseus.tables)) / 100;
  say(options, { ...found, ratio }, () => describeCapacity({ ...found, ratio }));
};

// The SDK tells of its reconnections on standard output.
console.info = () => {};

runTool(
  new Command('load')
    .description(
      'Drives tables of three players, who act legally over the real connection, and measures how their actions are answered. Without --url it starts this server on a temporary folder and beside it, on the same work, two floors: a bare Colyseus room that sends every action to three clients, and raw sockets. A server at --url must not limit addresses (ADDRESS_LIMIT=0).',
    )
    .option('--tables <number>', 'tables of three', wholeNumber(), 10)
    .option('--seconds <number>', 'how long to play', wholeNumber(), 10)
    .option('--rate <number>', 'actions per seat and second', positive, 1)
    .option('--spectators <number>', 'who watch each table', wholeNumber(0), 0)
    .option('--url <address>', 'a server that runs already', address)
    .option(
      '--metrics <address>',
      'the metrics page of the server at --url, for its CPU and memory (otherwise that at METRICS_PORT, if set)',
      address,
    )
    .option(
      '--capacity <ms>',
      'find the most tables at which p99 stays below this, from --tables upward',
      positive,
    )
    .option('--seed <text>', 'what the players do follows from it', 'load')
    .option('--json', 'print exactly one JSON object')
    .action((options: Options) =>
      runBatch('load.failed', (signal) => {
        if (options.url !== undefined) return loadFarServer(options.url, options, signal);
        if (options.capacity !== undefined) return compareCapacity(options.capacity, options, signal);
        return loadOwnServer(options, signal);
      }),
    ),
);
