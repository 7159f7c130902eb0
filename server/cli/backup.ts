import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { readConfig } from '../config.ts';
import { backUp, type NoBackup } from '../storage/backUp.ts';
import { complain, fail, runTool } from './commandLine.ts';

const SENTENCES: Readonly<Record<NoBackup, string>> = {
  'backup.nothing': 'There is no store in DATA_DIR.',
  'backup.exists': 'The file exists already and is left as it is.',
};

/** Makes the copy, or says why there is none. */
const copy = (folder: string, to: string): boolean => {
  try {
    const problem = backUp(folder, to);
    if (problem !== null) complain(fail(problem, { folder, file: to }), SENTENCES[problem]);
    return problem === null;
  } catch (error) {
    const { message } = error as Error;
    complain(fail('backup.failed', { message }), `No copy was made: ${message}`);
    return false;
  }
};

const run = ({ to, json }: { readonly to: string; readonly json?: boolean }): void => {
  const config = readConfig(process.env);
  if ('problems' in config) complain(fail('configuration'), config.problems.join('\n'));
  else if (copy(config.DATA_DIR, to))
    process.stdout.write(json === true ? `${JSON.stringify({ file: to })}\n` : `Copied to ${to}.\n`);
};

// As for the server: `.env` may say where the store is.
if (existsSync('.env')) process.loadEnvFile('.env');
runTool(
  new Command('backup')
    .description('Copies the store to a new file while the server runs. DATA_DIR: the folder of the store.')
    .requiredOption('--to <file>', 'the file to make')
    .option('--json', 'print exactly one JSON object')
    .action(run),
);
