import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { freePort } from '../../helpers/serverProcess.ts';

/** A server as `npm start` runs it: a supervisor, and below it the process that can be killed. */
export type Supervised = {
  readonly url: string;
  readonly port: number;
  /** The process id of the server that runs now, or ran last. */
  readonly pid: () => number;
  /** How often a server has died. */
  readonly deaths: () => number;
  /** How often a server has begun to listen, with all its tables open: a little after the first are served. */
  readonly starts: () => number;
  /** How long nobody listened after each death, in ms. */
  readonly outages: readonly number[];
  readonly lines: readonly string[];
  /** Resolves when the n-th server listens (1: the first). */
  readonly listening: (nth: number) => Promise<void>;
  /** Kills the server, not the supervisor, and tells when the next one listens. */
  readonly kill: () => Promise<void>;
  /** Sends the supervisor a signal and waits for its end. */
  readonly stop: (
    signal?: NodeJS.Signals,
  ) => Promise<{ readonly code: number | null; readonly signal: string | null; readonly ms: number }>;
  readonly ended: Promise<{ readonly code: number | null; readonly signal: string | null }>;
};

const running = new Set<() => void>();

/** Ends whatever a failed trial has left running. */
export const endSupervised = (): void => {
  for (const end of running) end();
};

type Environment = Readonly<Record<string, string>>;

const launch = (environment: Environment, script: readonly string[]): ChildProcess =>
  spawn(process.execPath, script, {
    env: { ...process.env, ADDRESS_LIMIT: '0', HOST: '127.0.0.1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** Starts one on a free port and resolves at once; ask `listening(1)` to wait for it. */
export const superviseOn = async (
  environment: Environment,
  script: readonly string[] = ['server/supervisor/start.ts', '--no-build'],
): Promise<Supervised> => {
  const port = Number(environment.PORT ?? (await freePort()));
  const child = launch({ ...environment, PORT: String(port) }, script);
  const lines: string[] = [];
  const outages: number[] = [];
  let pid = 0;
  let starts = 0;
  let deaths = 0;
  let died = 0;
  let waiting: { readonly nth: number; readonly go: () => void }[] = [];
  const hear = (line: string): void => {
    lines.push(line);
    const started = /"pid":(\d+),"msg":"the server starts"/.exec(line)?.[1];
    if (started !== undefined) pid = Number(started);
    if (line.includes('the server died')) {
      deaths += 1;
      died = performance.now();
    }
    if (!line.includes('"listening"')) return;
    if (starts > 0) outages.push(performance.now() - died);
    starts += 1;
    for (const { nth, go } of waiting) if (nth <= starts) go();
    waiting = waiting.filter(({ nth }) => nth > starts);
  };
  for (const stream of [child.stdout!, child.stderr!]) createInterface(stream).on('line', hear);
  const end = (): void => {
    child.kill('SIGKILL');
    try {
      if (pid !== 0) process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  };
  running.add(end);
  const ended = new Promise<{ code: number | null; signal: string | null }>((resolve) =>
    child.once('close', (code, signal) => {
      running.delete(end);
      resolve({ code, signal });
    }),
  );
  const listening = (nth: number): Promise<void> =>
    nth <= starts
      ? Promise.resolve()
      : Promise.race([
          new Promise<void>((go) => waiting.push({ nth, go })),
          ended.then(({ code }) => {
            throw new Error(`ended with ${code} before it listened: ${lines.slice(-5).join('\n')}`);
          }),
        ]);
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    pid: () => pid,
    deaths: () => deaths,
    starts: () => starts,
    outages,
    lines,
    listening,
    kill: () => {
      const next = listening(starts + 1);
      process.kill(pid, 'SIGKILL');
      return next;
    },
    stop: async (signal = 'SIGTERM') => {
      const began = performance.now();
      child.kill(signal);
      return { ...(await ended), ms: performance.now() - began };
    },
    ended,
  };
};
