import { type Command, CommanderError } from 'commander';

/** Why a tool could not do what it was asked, and its exit code: 1 refused, 2 the command line was not understood. */
export type Failure = {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly exitCode: 1 | 2;
};

/** Makes a failure. */
export const fail = (code: string, params: Failure['params'] = {}, exitCode: 1 | 2 = 1): Failure => ({
  code,
  params,
  exitCode,
});

/** Says what went wrong: a sentence on standard error, with `--json` one JSON object on standard output. */
export const complain = ({ code, params, exitCode }: Failure, sentence: string): void => {
  process.stderr.write(`${sentence}\n`);
  if (process.argv.includes('--json'))
    process.stdout.write(`${JSON.stringify({ error: { code, params } })}\n`);
  process.exitCode = exitCode;
};

/** Runs a tool; a command line that can't be understood ends with exit code 2 and its reason. */
export const runTool = (program: Command): void => {
  program.configureOutput({ writeErr: () => {} }).exitOverride();
  try {
    program.parse();
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return;
    const message = error.message.replace(/^error: /, '');
    complain(fail('usage', { message }, 2), message);
  }
};
