import { spawn, spawnSync } from 'node:child_process';

/** How a tool of the command line ended. */
export type Ended = {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
};

type Environment = Readonly<Record<string, string>>;

/** Runs a tool of server/cli to its end. */
export const runTool = (tool: string, words: readonly string[], environment: Environment = {}): Ended =>
  spawnSync(process.execPath, [`server/cli/${tool}.ts`, ...words], {
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  });

/** Runs a tool, expects it to succeed, and reads the one JSON object that it prints. */
// biome-ignore lint/suspicious/noExplicitAny: each tool prints an object of its own
export const jsonOf = (tool: string, words: readonly string[], environment: Environment = {}): any => {
  const { status, stdout, stderr } = runTool(tool, [...words, '--json'], environment);
  if (status !== 0) throw new Error(`exit code ${status}: ${stderr}`);
  return JSON.parse(stdout);
};

/** Runs a tool and sends it a signal as soon as it tells of its progress. */
export const cutOff = (tool: string, words: readonly string[], signal: NodeJS.Signals): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [`server/cli/${tool}.ts`, ...words, '--progress']);
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (data) => {
      stdout += data;
    });
    child.stderr.on('data', (data) => {
      if (stderr === '') child.kill(signal);
      stderr += data;
    });
    child.on('error', reject);
    child.on('close', (status, by) => resolve({ status, signal: by, stdout, stderr }));
  });
