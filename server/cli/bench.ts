import { Command } from 'commander';
import { benchEconomy } from './benchEconomy.ts';
import { benchEngine } from './benchEngine.ts';
import { runTool } from './commandLine.ts';

const run = ({ json }: { readonly json?: boolean }): void => {
  const rows = [...benchEconomy(), ...benchEngine()];
  if (json === true) process.stdout.write(`${JSON.stringify({ rows })}\n`);
  else
    for (const { name, value, unit, note } of rows)
      process.stdout.write(`${name.padEnd(44)} ${String(value).padStart(10)} ${unit.padEnd(15)} ${note}\n`);
};

runTool(
  new Command('bench')
    .description('Measures the trade model and the rules core, each figure beside a floor of the same run.')
    .option('--json', 'print exactly one JSON object')
    .action(run),
);
