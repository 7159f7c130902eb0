import { type ChildProcess, spawn } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';

/** A server in a process of its own, as `npm start` runs it, so that it can be killed. */
export type ServerProcess = {
  readonly url: string;
  readonly output: readonly string[];
  /** Sends a signal and waits for the end. */
  readonly stop: (
    signal: NodeJS.Signals,
  ) => Promise<{ readonly code: number | null; readonly signal: string | null }>;
};

export const freePort = async (): Promise<number> => {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
};

const children = new Set<ChildProcess>();

const spawnServer = (environment: Readonly<Record<string, string>>): ChildProcess => {
  const child = spawn(process.execPath, ['server/main.ts'], {
    env: { ...process.env, ADDRESS_LIMIT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
};

/** Ends whatever a failed test has left running. */
export const endProcesses = (): void => {
  for (const child of children) child.kill('SIGKILL');
};

const ended = (child: ChildProcess): Promise<{ code: number | null; signal: string | null }> =>
  new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));

/** Starts one and waits until it listens. */
export const startProcess = async (environment: Readonly<Record<string, string>>): Promise<ServerProcess> => {
  const child = spawnServer(environment);
  const output: string[] = [];
  const end = ended(child);
  createInterface(child.stderr!).on('line', (line) => output.push(line));
  const url = await new Promise<string>((resolve, reject) => {
    end.then(({ code }) => reject(new Error(`ended with ${code}: ${output.join('\n')}`)));
    createInterface(child.stdout!).on('line', (line) => {
      output.push(line);
      const found = /"url":"([^"]+)".*"listening"/.exec(line)?.[1];
      if (found !== undefined) resolve(found);
    });
  });
  return {
    url,
    output,
    stop: (signal) => {
      child.kill(signal);
      return end;
    },
  };
};

/** Starts one that is expected to end by itself: its exit code and what it said. */
export const runProcess = async (
  environment: Readonly<Record<string, string>>,
): Promise<{ readonly code: number | null; readonly output: string }> => {
  const child = spawnServer(environment);
  let output = '';
  child.stdout!.on('data', (data) => {
    output += data;
  });
  child.stderr!.on('data', (data) => {
    output += data;
  });
  const { code } = await ended(child);
  return { code, output };
};
