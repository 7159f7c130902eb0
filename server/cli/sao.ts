import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { checkDomain, type Domain } from '../../shared/simulation/sao/domain.ts';
import { readStrategy, type Strategy } from '../../shared/simulation/sao/saoBots.ts';
import { runDomain, type SaoFigures, type SaoResult, saoFigures } from '../../shared/simulation/sao.ts';
import { complain, type Failure, fail, runTool } from './commandLine.ts';

type Options = {
  readonly domain: string;
  readonly rounds: number;
  readonly bots: readonly Strategy[];
  readonly seed: string;
  readonly json?: boolean;
};

type Batch = SaoFigures & {
  readonly negotiationsPerSecond: number;
  readonly offersPerSecond: number;
  readonly results: readonly SaoResult[];
};

const MOST_ROUNDS = 1_000_000;

const roundCount = (text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > MOST_ROUNDS)
    throw new InvalidArgumentError('Expected a whole number from 1 to 1,000,000.');
  return value;
};

const botList = (text: string): readonly Strategy[] => {
  const strategies = text.split(',').map((name) => readStrategy(name.trim()));
  const known = strategies.filter((strategy) => strategy !== null);
  if (known.length < 2 || known.length < strategies.length)
    throw new InvalidArgumentError('Expected two or more of aspiration:E (E > 0), micro, tough.');
  return known;
};

const isFailure = (found: object): found is Failure => 'exitCode' in found;

const readJson = (file: string): { readonly json: unknown } | Failure => {
  try {
    return { json: JSON.parse(readFileSync(file, 'utf8')) };
  } catch (problem) {
    return fail('sao.unreadable', { file, message: problem instanceof Error ? problem.message : '' });
  }
};

/** The JSON files of a folder in the order of their names, or the one file. */
const filesOf = (path: string): readonly string[] | Failure => {
  try {
    if (!statSync(path).isDirectory()) return [path];
    const names = readdirSync(path).filter((name) => name.endsWith('.json'));
    return names.length === 0
      ? fail('sao.noDomain', { file: path })
      : names.sort().map((name) => join(path, name));
  } catch (problem) {
    return fail('sao.unreadable', { file: path, message: problem instanceof Error ? problem.message : '' });
  }
};

const domainFrom = (json: unknown, file: string, bots: number): Domain | Failure => {
  const checked = checkDomain(json);
  if ('error' in checked) return fail(checked.error.code, { file, ...checked.error.params });
  const { name, parties } = checked.domain;
  return parties.length === bots
    ? checked.domain
    : fail('sao.bots', { file, domain: name, parties: parties.length, bots });
};

type Found = { readonly domains: readonly Domain[]; readonly isBatch: boolean };

const findDomains = ({ domain: path, bots }: Options): Found | Failure => {
  const files = filesOf(path);
  if (isFailure(files)) return files;
  const domains: Domain[] = [];
  let isBatch = files[0] !== path;
  for (const file of files) {
    const read = readJson(file);
    if (isFailure(read)) return read;
    if (Array.isArray(read.json)) isBatch = true;
    for (const json of [read.json].flat()) {
      const domain = domainFrom(json, file, bots.length);
      if (isFailure(domain)) return domain;
      domains.push(domain);
    }
  }
  return domains.length === 0 ? fail('sao.noDomain', { file: path }) : { domains, isBatch };
};

const runBatch = (domains: readonly Domain[], { bots, rounds, seed }: Options): Batch => {
  const began = performance.now();
  const results = domains.map((domain) => runDomain(domain, { strategies: bots, rounds, seed }));
  const seconds = (performance.now() - began) / 1000;
  const figures = saoFigures(results);
  return {
    ...figures,
    negotiationsPerSecond: Math.round((10 * figures.negotiations) / seconds) / 10,
    offersPerSecond: Math.round(figures.offers / seconds),
    results,
  };
};

const figuresText = (values: readonly number[] | null): string =>
  values === null ? 'none' : values.map((value) => value.toFixed(4)).join('   ');

const dealText = ({ agreement }: SaoResult, { issues, values }: Domain): string =>
  agreement === null
    ? 'no agreement'
    : issues.map((issue, i) => `${issue}: ${values[i][agreement[i]]}`).join(', ');

const describeOne = (result: SaoResult, domain: Domain): string =>
  [
    `${result.name}: ${dealText(result, domain)}`,
    `utilities   ${figuresText(result.utilities)}   welfare ${result.welfare.toFixed(4)}`,
    `Nash        ${figuresText(result.nash)}`,
    `Kalai       ${figuresText(result.kalai)}`,
    `round ${result.round}, ${result.offers} offers, ${result.pareto} efficient outcomes`,
  ].join('\n');

const describeBatch = (batch: Batch): string =>
  [
    `${batch.negotiations} negotiations, ${batch.negotiationsPerSecond} and ${batch.offersPerSecond} offers a second`,
    `agreement rate   ${(100 * batch.agreementRate).toFixed(1)} %`,
    `mean utilities   ${figuresText(batch.meanUtilities)}   welfare ${batch.meanWelfare.toFixed(4)}`,
  ].join('\n');

const sentences: Readonly<Record<string, (params: Failure['params']) => string>> = {
  'sao.unreadable': ({ file, message }) => `${file} can't be read: ${message}`,
  'sao.noDomain': ({ file }) => `no domain in ${file}`,
  'sao.bots': ({ file, domain, parties, bots }) =>
    `${file}: "${domain}" has ${parties} parties, --bots names ${bots}`,
  'domain.shape': ({ file, path, issue }) => `${file}: not a domain, at "${path}": ${issue}`,
  'domain.tooLarge': ({ file, outcomes, most }) => `${file}: ${outcomes} outcomes; at most ${most}`,
};

const sentenceOf = ({ code, params }: Failure): string =>
  sentences[code]?.(params) ?? `${code} ${JSON.stringify(params)}`;

const reportOn = ({ domains, isBatch }: Found, options: Options): string => {
  const batch = runBatch(domains, options);
  const [first] = batch.results;
  if (options.json === true) return JSON.stringify(isBatch ? batch : first);
  return isBatch ? describeBatch(batch) : describeOne(first, domains[0]);
};

const run = (options: Options): void => {
  const found = findDomains(options);
  if (isFailure(found)) complain(found, sentenceOf(found));
  else process.stdout.write(`${reportOn(found, options)}\n`);
};

const examples = `
A domain: {"name", "issues": [name], "values": [[option]], "parties": [{"weights": [number], "values": [[0..1]],
"reserved": number}]}: a value for every option of every issue; utility = sum of weight x value. At most 200,000 outcomes.

Bots, one per party:
  aspiration:E   target = r + (M - r)(1 - t^E), M its best, r the larger of its reservation value and its worst outcome;
                 offers the worst outcome at or above the target, accepts whatever reaches it (both within 1e-4, never
                 below its reservation value)
  micro          down its own ranking by one outcome for every different offer that it receives, else one of its earlier
                 offers again; accepts what is no worse than its next offer, or than its lowest if it may not go down
  tough          its best outcome for ever
Whom no outcome gives its reservation value makes no offer and accepts none. Ties: the lower outcome number first; outcomes
are numbered with the last issue changing fastest.

One round: every party in turn accepts the standing offer, or rejects it and makes its own; all others accepting in a row
is the agreement. t = (round + 1) / (rounds + 1), rounds counted from 0. Without agreement: the reservation values.

  npm run --silent sao -- --domain market.json --rounds 100 --bots aspiration:4,aspiration:0.25 --json
  npm run --silent sao -- --domain domains/ --rounds 60 --bots micro,micro --seed 7 --json

With --json: {name, agreement (option index per issue, or null), utilities, round (of the agreement, from 0; else the number
of rounds), offers, pareto (outcomes that none dominates; equal ones all count), nash (utilities at the largest product of
gains over reservation), kalai (Kalai-Smorodinsky: at the largest minimum of gains, each divided by the party's largest gain
in an outcome acceptable to all), welfare (sum of utilities)}; nash and kalai are null when no outcome is acceptable to all.
For a folder of .json files, or a file with a list of domains: {negotiations, agreementRate, meanUtilities, meanWelfare,
offers, negotiationsPerSecond and offersPerSecond (all but reading files: utilities, negotiation, solutions), results}.
Exit code 1: refused; 2: command line not understood.`;

runTool(
  new Command('sao')
    .description('Negotiates published domains by stacked alternating offers and measures what came of it.')
    .requiredOption(
      '--domain <path>',
      'a JSON file with a domain or a list of them, or a folder of such files',
    )
    .requiredOption('--rounds <number>', 'how many rounds', roundCount)
    .requiredOption('--bots <list>', 'who negotiates, one per party, separated by commas', botList)
    .option('--seed <text>', 'the same seed gives the same negotiation', '1')
    .option('--json', 'print exactly one JSON object')
    .addHelpText('after', examples)
    .action(run),
);
