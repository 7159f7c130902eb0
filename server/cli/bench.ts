import { Command } from 'commander';
import { benchDecisions } from './benchDecisions.ts';
import { benchEconomy } from './benchEconomy.ts';
import { benchEngine } from './benchEngine.ts';
import { benchGames } from './benchGames.ts';
import type { BenchRow } from './benchRow.ts';
import { benchSao } from './benchSao.ts';
import { benchSteps } from './benchSteps.ts';
import { runTool } from './commandLine.ts';

const lineOf = ({ name, value, unit, note }: BenchRow): string =>
  `${name.padEnd(44)} ${String(value).padStart(10)} ${unit.padEnd(15)} ${note}`;

/** How far a figure is from what it should reach. Times should stay below their target, rates above it. */
const distanceOf = ({ name, value, unit, target, cause }: BenchRow): readonly string[] => {
  if (target === undefined || cause === undefined) return [];
  const isMet = unit === 'ms' ? value <= target : value >= target;
  const times = (value / target).toPrecision(2);
  const verdict = isMet ? 'met' : 'MISSED';
  return [`${name.trim().padEnd(44)} ${value} of ${target} ${unit}, ${times} x: ${verdict}. ${cause}`];
};

const run = ({ json }: { readonly json?: boolean }): void => {
  const parts = [benchEconomy, benchEngine, benchSteps, benchSao, benchDecisions, benchGames];
  const rows = parts.flatMap((part) => part());
  const lines = [...rows.map(lineOf), '', 'Targets', ...rows.flatMap(distanceOf)];
  process.stdout.write(json === true ? `${JSON.stringify({ rows })}\n` : `${lines.join('\n')}\n`);
};

runTool(
  new Command('bench')
    .description(
      'Measures model, rules, bots and simulator, each figure beside a comparison of the same run.',
    )
    .option('--json', 'print exactly one JSON object')
    .action(run),
);
