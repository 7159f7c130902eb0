import { Command } from 'commander';
import { calibration2024, REGIONS, SECTORS, withElasticities } from '../../shared/economy/calibration.ts';
import { type EconomyError, isEconomyError } from '../../shared/economy/economyError.ts';
import { compileModel, solveModel } from '../../shared/economy/model.ts';
import type { Equilibrium } from '../../shared/economy/solver.ts';
import { Wedge } from '../../shared/economy/wedge.ts';
import { prepareWorld } from '../../shared/economy/world.ts';
import { SCENARIOS } from '../../shared/scenarios/index.ts';
import { complain, type Failure, fail, runTool } from './commandLine.ts';

type Options = {
  readonly tariff?: readonly string[];
  readonly levers?: string;
  readonly scenario: string;
  readonly json?: true;
};

type Setting = {
  readonly wedges: readonly Wedge[];
  readonly levels: Readonly<Record<string, number>>;
  readonly counts: Readonly<Record<string, number>>;
};

const isFailure = (result: object): result is Failure => 'exitCode' in result;

const tariffForm = /^([A-Z]{2}|\*)<([A-Z]{2}|\*):([A-Za-z]+)=([+-]?\d+(?:\.\d+)?)$/;

const readTariff = (text: string): Wedge | Failure => {
  const parts = tariffForm.exec(text);
  if (!parts) return fail('economy.tariffForm', { found: text }, 2);
  const [, importer, exporter, what, points] = parts;
  const named =
    what === 'all' ? SECTORS : what === 'goods' ? SECTORS.filter((sector) => sector !== 'SRV') : [what];
  const sectors = Object.fromEntries(named.map((sector) => [sector, 1]));
  const wedge = Wedge.safeParse({
    kind: 'tariff',
    importer,
    exporter,
    sectors,
    by: [],
    values: [Number(points)],
  });
  return wedge.success ? wedge.data : fail('economy.unknownName', { found: text });
};

const readLevels = (text: string): Readonly<Record<string, string>> | Failure => {
  try {
    const chosen: unknown = JSON.parse(text);
    if (chosen && typeof chosen === 'object' && !Array.isArray(chosen))
      return Object.fromEntries(Object.entries(chosen).map(([lever, level]) => [lever, String(level)]));
  } catch {}
  return fail('economy.leversForm', { found: text }, 2);
};

/** The scenario's wedges with every lever at its pause level but the chosen ones. */
const readLevers = (text: string, scenarioId: string): Setting | Failure => {
  const chosen = readLevels(text);
  if (isFailure(chosen)) return chosen;
  const scenario = Object.hasOwn(SCENARIOS, scenarioId) ? SCENARIOS[scenarioId] : undefined;
  if (!scenario?.economy) return fail('economy.unknownScenario', { scenario: scenarioId });
  const levels = Object.fromEntries(scenario.levers.map((lever) => [lever.id, lever.pause]));
  for (const [id, level] of Object.entries(chosen)) {
    const lever = scenario.levers.find((candidate) => candidate.id === id);
    if (!lever) return fail('economy.unknownLever', { lever: id, known: Object.keys(levels).join(' ') });
    levels[id] = lever.levels.findIndex((candidate) => candidate.id === level);
    if (levels[id] < 0)
      return fail('economy.unknownLevel', {
        lever: id,
        level,
        known: lever.levels.map((known) => known.id).join(' '),
      });
  }
  const counts = Object.fromEntries(scenario.levers.map((lever) => [lever.id, lever.levels.length]));
  return { wedges: scenario.economy.wedges, levels, counts };
};

const solve = ({ wedges, counts, levels }: Setting, elasticities = 1): Equilibrium | EconomyError => {
  const figures = withElasticities(calibration2024, elasticities);
  const model = compileModel(prepareWorld(figures), counts, wedges);
  if (isEconomyError(model)) return model;
  const solved = solveModel(model, (lever) => levels[lever]);
  return isEconomyError(solved) ? solved : solved.equilibrium;
};

const answer = (options: Options): { setting: Setting; equilibrium: Equilibrium } | Failure => {
  const base =
    options.levers === undefined
      ? { wedges: [], levels: {}, counts: {} }
      : readLevers(options.levers, options.scenario);
  if (isFailure(base)) return base;
  const wedges = [...base.wedges];
  for (const text of options.tariff ?? []) {
    const wedge = readTariff(text);
    if (isFailure(wedge)) return wedge;
    wedges.push(wedge);
  }
  const setting = { ...base, wedges };
  const equilibrium = solve(setting);
  return isEconomyError(equilibrium) ? fail(equilibrium.code, equilibrium.params) : { setting, equilibrium };
};

/** Wages relative to the first region's. */
const relative = (wages: Float64Array): number[] => Array.from(wages, (wage) => wage / wages[0]);

const report = ({ welfare, wages, tariffRevenue, passes, residual }: Equilibrium): object => ({
  regions: REGIONS,
  realIncome: Array.from(welfare),
  wages: relative(wages),
  tariffRevenue: Array.from(tariffRevenue),
  iterations: passes,
  residual,
});

const percent = (hat: number): string => `${hat >= 1 ? '+' : ''}${(100 * (hat - 1)).toFixed(3)} %`;

const table = (setting: Setting, equilibrium: Equilibrium): string => {
  const bands = [0.5, 2].map((factor) => solve(setting, factor));
  const head = [
    '  ',
    'real income',
    'elasticities x .5',
    'elasticities x 2',
    'wages to US',
    'tariffs, USD bn',
  ];
  const wages = relative(equilibrium.wages);
  const rows = REGIONS.map((region, n) => [
    region,
    percent(equilibrium.welfare[n]),
    ...bands.map((band) => (isEconomyError(band) ? '-' : percent(band.welfare[n]))),
    percent(wages[n]),
    equilibrium.tariffRevenue[n].toFixed(1),
  ]);
  const lines = [head, ...rows].map((cells) =>
    cells.map((cell, c) => cell.padStart(head[c].length)).join('   '),
  );
  const accuracy = `${equilibrium.passes} passes, residual ${equilibrium.residual.toExponential(1)}`;
  return `${lines.join('\n')}\nchange against 2024 under these measures; ${accuracy}\n`;
};

const sentences: Readonly<Record<string, (params: Failure['params']) => string>> = {
  'economy.tariffForm': ({ found }) =>
    `"${found}" is no tariff; write importer<exporter:sector=points, US<KR:AUT=25`,
  'economy.unknownName': ({ found }) =>
    `"${found}" names an unknown region or sector; regions: ${REGIONS.join(' ')} *, sectors: ${SECTORS.join(' ')} goods all`,
  'economy.leversForm': ({ found }) => `${found} is no choice of levels; write {"lever": "level"}`,
  'economy.unknownScenario': ({ scenario }) => `no scenario "${scenario}" with an economy`,
  'economy.unknownLever': ({ lever, known }) => `no lever "${lever}"; there are ${known}`,
  'economy.unknownLevel': ({ lever, level, known }) => `${lever} has no level "${level}"; it has ${known}`,
  'economy.badModel': ({ kind }) => `this ${kind} concerns no trade between regions`,
  'economy.badWedge': ({ wedge, found }) => `no economy can have a ${wedge} of ${found} (1 is 100 %)`,
  'economy.insolvent': ({ region }) =>
    `${REGIONS[Number(region)]} could not pay for this: its income would be negative`,
  'economy.noConvergence': ({ residual, passes }) =>
    `no equilibrium found: after ${passes} passes still ${residual} away from one`,
};

const sentenceOf = ({ code, params }: Failure): string =>
  sentences[code]?.(params) ?? `${code} ${JSON.stringify(params)}`;

const run = (options: Options): void => {
  const found = answer(options);
  if (isFailure(found)) complain(found, sentenceOf(found));
  else if (options.json) process.stdout.write(`${JSON.stringify(report(found.equilibrium))}\n`);
  else process.stdout.write(table(found.setting, found.equilibrium));
};

const examples = `
Regions: ${REGIONS.join(' ')} (rest of the world), * is everybody else. Sectors: ${SECTORS.join(' ')},
goods (all but SRV), all. Points are percentage points on top of the tariff of 2024.
Without --levers no lever is in force; with it the scenario's fixed surroundings are, too.

  npm run --silent economy -- --tariff 'US<KR:goods=25'
  npm run --silent economy -- --tariff 'US<CN:goods=145' --tariff 'CN<US:goods=125' --json
  npm run --silent economy -- --levers '{"us-kr-auto-tariff":"15"}' --json

With --json: {regions, realIncome (1.01 = 1 % more than in 2024), wages (relative to the US), tariffRevenue (USD bn a
year), iterations, residual}, or {error: {code, params}}. Exit code 1: refused; 2: command line not understood.`;

const gather = (text: string, before: readonly string[] = []): readonly string[] => [...before, text];

const program = new Command('economy')
  .description('Solves the trade model of the game for tariffs, levers in force, or both.')
  .option('-t, --tariff <tariff>', 'importer<exporter:sector=points; repeatable', gather)
  .option('-l, --levers <json>', '{"lever": "level"} in force, all other levers as in the pause')
  .option('-s, --scenario <id>', 'whose levers', Object.keys(SCENARIOS)[0])
  .option('--json', 'print exactly one JSON object')
  .addHelpText('after', examples)
  .action(run);

runTool(program);
