import { Command } from 'commander';
import { benchEconomy } from './benchEconomy.ts';
import { benchEngine } from './benchEngine.ts';

const command = new Command('bench')
  .description('Measures the trade model and the rules core, each figure beside a floor of the same run.')
  .option('--json', 'print one JSON object and nothing else');

command.parse();
const rows = [...benchEconomy(), ...benchEngine()];
if (command.opts<{ json?: boolean }>().json === true) console.log(JSON.stringify({ rows }));
else
  for (const { name, value, unit, note } of rows)
    console.log(`${name.padEnd(44)} ${String(value).padStart(10)} ${unit.padEnd(15)} ${note}`);
