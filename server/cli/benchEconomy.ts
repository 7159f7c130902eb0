import { calibration2024 } from '../../shared/economy/calibration.ts';
import { isEconomyError } from '../../shared/economy/economyError.ts';
import { compileModel, type Model, solveModel } from '../../shared/economy/model.ts';
import { pass, scratchFor, setWedges } from '../../shared/economy/pass.ts';
import { type Equilibrium, solveEquilibrium } from '../../shared/economy/solver.ts';
import type { WedgeTables } from '../../shared/economy/wedgeTables.ts';
import { prepareWorld, type World } from '../../shared/economy/world.ts';
import { SCENARIOS } from '../../shared/scenarios/index.ts';
import type { Scenario } from '../../shared/scenarios/schema.ts';
import { type BenchRow, quantile, rounded } from './benchRow.ts';

type Levels = Readonly<Record<string, number>>;

const required = <T extends object>(result: T): Exclude<T, { code: string }> => {
  if (isEconomyError(result)) throw new Error(JSON.stringify(result));
  return result as Exclude<T, { code: string }>;
};

/** Mulberry32: a seeded source of numbers in [0, 1). */
const seeded = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

const randomLevels = ({ levers }: Scenario, random: () => number): Levels =>
  Object.fromEntries(levers.map((lever) => [lever.id, Math.floor(random() * lever.levels.length)]));

const oneLeverMoved = (scenario: Scenario, levels: Levels, random: () => number): Levels => {
  const { id, levels: ladder } = scenario.levers[Math.floor(random() * scenario.levers.length)];
  return { ...levels, [id]: Math.floor(random() * ladder.length) };
};

/** Milliseconds of each run, after warming up on the same cases. */
const timeEach = <T>(cases: readonly T[], run: (one: T) => void): number[] => {
  for (const one of cases) run(one);
  return cases.map((one) => {
    const start = performance.now();
    run(one);
    return performance.now() - start;
  });
};

/** The floor: the same equations and tolerance, but each pass just moves by .8 of what the last one asks for. */
const solvePlainly = (world: World, wedges: WedgeTables, tolerance: number): number => {
  const scratch = scratchFor(world);
  const { logs, image } = scratch;
  setWedges(world, wedges, scratch);
  logs.fill(0);
  for (let passes = 1; ; passes++) {
    pass(world, wedges, scratch, 0);
    let residual = 0;
    for (let at = 0; at < logs.length; at++) residual = Math.max(residual, Math.abs(image[at] - logs[at]));
    if (residual <= tolerance || passes === 1000) return passes;
    for (let at = 0; at < logs.length; at++) logs[at] += 0.8 * (image[at] - logs[at]);
  }
};

type Case = { readonly wedges: WedgeTables; readonly levels: Levels; readonly neighbour: Equilibrium };

const drawCases = (model: Model, scenario: Scenario, count: number, random: () => number): Case[] =>
  Array.from({ length: count }, () => {
    const before = randomLevels(scenario, random);
    const levels = oneLeverMoved(scenario, before, random);
    const neighbour = required(solveModel(model, (lever) => before[lever])).equilibrium;
    required(solveModel(model, (lever) => levels[lever]));
    return { wedges: structuredClone(model.tables), levels, neighbour };
  });

const timesOf = (name: string, times: readonly number[], note: string): BenchRow[] => [
  { name: `economy ${name}, median`, value: rounded(quantile(times, 0.5)), unit: 'ms', note },
  { name: `economy ${name}, p95`, value: rounded(quantile(times, 0.95)), unit: 'ms', note },
];

/** Times the solver on random levels of the first scenario with an economy, beside plain damped iteration. */
export const benchEconomy = ({ packages = 500, seed = 1 } = {}): readonly BenchRow[] => {
  const scenario = Object.values(SCENARIOS).find((candidate) => candidate.economy !== null);
  if (!scenario?.economy) return [];
  const counts = Object.fromEntries(scenario.levers.map((lever) => [lever.id, lever.levels.length]));
  const world = required(prepareWorld(calibration2024));
  const model = required(compileModel(world, counts, scenario.economy.wedges));
  const cases = drawCases(model, scenario, packages, seeded(seed));
  const conditions = (tolerance: number): string =>
    `residual ${tolerance}; ${packages} random packages of ${scenario.id}, seed ${seed}`;
  const rows = [1e-8, 1e-12].flatMap((tolerance) => {
    const cold = timeEach(cases, ({ wedges }) => solveEquilibrium(world, wedges, { tolerance }));
    const warm = timeEach(cases, ({ wedges, neighbour }) =>
      solveEquilibrium(world, wedges, { tolerance, from: neighbour }),
    );
    const plain = timeEach(cases, ({ wedges }) => solvePlainly(world, wedges, tolerance));
    const passes = cases.map(({ wedges }) => required(solveEquilibrium(world, wedges, { tolerance })).passes);
    const plainPasses = cases.map(({ wedges }) => solvePlainly(world, wedges, tolerance));
    const note = conditions(tolerance);
    return [
      ...timesOf('solve from the base year', cold, note),
      ...timesOf('solve from a neighbour', warm, `${note}; one lever moved`),
      ...timesOf('plain damped iteration', plain, `${note}; the floor`),
      { name: 'economy passes, median', value: quantile(passes, 0.5), unit: 'passes', note },
      { name: 'economy passes, most', value: quantile(passes, 1), unit: 'passes', note },
      { name: 'plain passes, median', value: quantile(plainPasses, 0.5), unit: 'passes', note },
    ];
  });
  const whole = timeEach(cases, ({ levels }) => solveModel(model, (lever) => levels[lever]));
  return [...rows, ...timesOf('levers to outcome', whole, conditions(1e-12))];
};

if (import.meta.main)
  for (const { name, value, unit, note } of benchEconomy())
    process.stdout.write(`${name.padEnd(44)} ${value.toFixed(3).padStart(9)} ${unit.padEnd(7)} ${note}\n`);
