import { createInterface } from 'node:readline';
import { Command, InvalidArgumentError, Option } from 'commander';
import * as z from 'zod/mini';
import { BOT_NAMES } from '../../shared/bots/index.ts';
import type { Book } from '../../shared/scenarios/book.ts';
import { SCENARIOS } from '../../shared/scenarios/index.ts';
import { isSeat, SEATS, type Seat } from '../../shared/seats.ts';
import { type Environment, openEnvironment } from '../../shared/simulation/environment.ts';
import { bookFrom } from '../workers/bookFrom.ts';
import { complain, type Failure, fail, runTool } from './commandLine.ts';

type Seats = Readonly<Partial<Record<Seat, string>>>;

type Options = {
  readonly scenario: string;
  readonly seats: Seats;
  readonly press: 'full' | 'public-only' | 'none';
};

/** What a line can be answered with: one JSON object. */
type Answer = Readonly<Record<string, unknown>>;

const SeatName = z.enum(SEATS);
const Whole = z.int().check(z.gte(0), z.lte(1000));
const parts = {
  sealed: z.boolean(),
  clauses: z
    .array(z.object({ lever: z.string(), level: Whole, from: z._default(Whole, 0) }))
    .check(z.maxLength(64)),
};
const Draft = z.union([
  z.object({ to: z.array(SeatName).check(z.maxLength(2)), ...parts }),
  z.object({ offer: z.string(), ...parts }),
]);

const Seed = z.union([z.string().check(z.maxLength(200)), z.number()]);

const Request = z.discriminatedUnion('method', [
  z.object({ method: z.literal('reset'), seed: Seed }),
  z.object({ method: z.literal('observe'), seat: z.optional(SeatName) }),
  z.object({ method: z.literal('mask'), seat: z.optional(SeatName), draft: z.optional(Draft) }),
  z.object({ method: z.literal('step'), action: z.unknown() }),
  z.object({ method: z.literal('rewards') }),
  z.object({ method: z.literal('scenario') }),
  z.object({ method: z.literal('close') }),
]);

type Request = z.infer<typeof Request>;

const refused = (code: string, params: Answer = {}): Answer => ({ error: { code, params } });

const standing = ({ agentSelection, rewards, terminations, infos }: Environment): Answer => ({
  agentSelection,
  rewards,
  terminations,
  infos,
});

/** The seat that a request is about: the one it names, else the one whose turn it is, else the first agent's. */
const seatOf = (environment: Environment, seat: Seat | undefined): Seat =>
  seat ?? environment.agentSelection ?? environment.agents[0] ?? SEATS[0];

const observe = (environment: Environment, wanted: Seat | undefined): Answer => {
  const seat = seatOf(environment, wanted);
  const observation = environment.observe(seat);
  if (observation !== null) return { observation };
  return environment.table === null ? refused('game.notStarted') : refused('environment.notAgent', { seat });
};

const mask = (environment: Environment, { seat: wanted, draft }: Request & { method: 'mask' }): Answer => {
  const seat = seatOf(environment, wanted);
  if (environment.table === null) return refused('game.notStarted');
  if (draft === undefined) return { mask: environment.actionMask(seat) };
  const packages = environment.packageMask(seat, draft);
  return packages === null ? refused('environment.notYourTurn', { seat }) : { mask: packages };
};

const step = (environment: Environment, action: unknown): Answer => {
  const refusal = environment.step(action);
  return refusal === null ? standing(environment) : refused(refusal.code, refusal.params);
};

const answer = (environment: Environment, request: Request): Answer => {
  switch (request.method) {
    case 'reset':
      environment.reset(String(request.seed));
      return standing(environment);
    case 'observe':
      return observe(environment, request.seat);
    case 'mask':
      return mask(environment, request);
    case 'step':
      return step(environment, request.action);
    case 'rewards':
      return standing(environment);
    case 'scenario':
      return { scenario: environment.book.scenario };
    case 'close':
      return { closed: true };
  }
};

const requestIn = (line: string): Request | { readonly wrong: Answer } => {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return { wrong: refused('environment.malformed', { path: '' }) };
  }
  const read = Request.safeParse(json);
  if (read.success) return read.data;
  const [{ code, path }] = read.error.issues;
  return {
    wrong:
      code === 'invalid_union' && path.join() === 'method'
        ? refused('environment.unknownMethod')
        : refused('environment.malformed', { path: path.join('.') }),
  };
};

const listen = (environment: Environment): void => {
  const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  // Whoever listened is gone: nothing is left to do.
  process.stdout.on('error', () => process.exit(0));
  let closed = false;
  lines.on('line', (line) => {
    if (closed) return;
    const request = requestIn(line);
    const said = 'wrong' in request ? request.wrong : answer(environment, request);
    process.stdout.write(`${JSON.stringify(said)}\n`);
    if (!('closed' in said)) return;
    closed = true;
    lines.close();
    process.stdin.destroy();
  });
};

const seatList = (text: string): Seats => {
  const seats = text.split(',').map((pair) => pair.trim().split('='));
  const wrong = seats.find(([seat, player]) => !isSeat(seat ?? '') || (player ?? '') === '');
  if (wrong !== undefined) throw new InvalidArgumentError('Expected US=agent,KR=bot:trader,CN=bot:trader.');
  return Object.fromEntries(seats);
};

/** Whoever reads only the lines learns why there are none. */
const giveUp = (failure: Failure, sentence: string): void => {
  process.stdout.write(`${JSON.stringify(refused(failure.code, failure.params))}\n`);
  complain(failure, sentence);
};

const openBook = (source: string): Book | null => {
  try {
    return bookFrom(source);
  } catch (problem) {
    const message = problem instanceof Error ? problem.message : String(problem);
    giveUp(fail('environment.scenario', { message }), message);
    return null;
  }
};

const run = ({ scenario, seats, press }: Options): void => {
  const book = openBook(scenario);
  if (book === null) return;
  const environment = openEnvironment(book, { seats, press });
  if (!('error' in environment)) {
    listen(environment);
    return;
  }
  const { code, params } = environment.error;
  const sentence = `${params.seat} is played by "${params.found}"; expected agent or bot:NAME, with NAME one of ${BOT_NAMES}`;
  giveUp(fail(code, params, 2), sentence);
};

const examples = `
One JSON object a line comes in, one goes out, in the same order; errors are {"error": {"code", "params"}} and change nothing.

  {"method": "reset", "seed": "1"}         a new game: {agentSelection, rewards, terminations, infos}
  {"method": "observe", "seat": "US"}      {observation}: that agent's view of the table
  {"method": "mask", "seat": "US"}         {mask}: all that it may do now
  {"method": "mask", "draft": {...}}       {mask}: how a package may go on: refusal (null: it may be tabled), spend, sealed,
                                           levers, from; draft: {to or offer, sealed, clauses: [{lever, level, from}]}
  {"method": "step", "action": {...}}      does it: {agentSelection, rewards, terminations, infos}; {"type": "pass"} ends the turn
  {"method": "rewards"}                    {agentSelection, rewards, terminations, infos}
  {"method": "scenario"}                   {scenario}: levers, mandates, payoffs, rules
  {"method": "close"}                      {"closed": true}, then the end; the end of input does the same

"seat" may be left out: the agent whose turn it is. Seats take turns in the order US, KR, CN, each until it passes; who is
addressed by an offer or a pledge after passing gets another turn; when all have passed, each has one turn in the closing
phase (no new packages), and the round is resolved. Rewards: 0, at the end the score / 100. A turn has at most 64 steps.
Players: agent, or bot:NAME with NAME one of ${BOT_NAMES}. Scenarios: ${Object.keys(SCENARIOS).join(', ')}, or a JSON file.

  npm run --silent environment -- --seats US=agent,KR=bot:trader,CN=agent

Exit code 0: closed; 1: no such scenario; 2: command line not understood.`;

runTool(
  new Command('environment')
    .description('A game for learning agents, turn by turn, as JSON lines on standard input and output.')
    .option('--scenario <id or file>', 'a shipped scenario, or a JSON file', 'tariff-pause-2025')
    .option('--seats <list>', 'who plays: SEAT=agent or SEAT=bot:ID, separated by commas', seatList, {
      US: 'agent',
      KR: 'bot:trader',
      CN: 'bot:trader',
    })
    .addOption(
      new Option('--press <mode>', 'which talk is allowed')
        .choices(['full', 'public-only', 'none'])
        .default('full'),
    )
    .addHelpText('after', examples)
    .action(run),
);
