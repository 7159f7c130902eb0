import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Log } from '../log.ts';
import { type End, nextStep } from './nextStep.ts';

const SERVER = join(import.meta.dirname, '../main.ts');
// Half of a start is stripping types and compiling.
const COMPILED = join(import.meta.dirname, '../../node_modules/.cache/compiled');

// The server gives itself less to stop in; what still runs after this hangs.
const PATIENCE_MS = 10_000;
const PARENT_CHECK_MS = 500;
const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

const startServer = (script: string): ChildProcess =>
  spawn(process.execPath, [...process.execArgv, script], {
    env: { NODE_COMPILE_CACHE: COMPILED, ...process.env },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });

/** Waits until a server has ended. It says by a message when it listens. */
const endOf = (server: ChildProcess): Promise<End> =>
  new Promise((resolve) => {
    let listensSince: number | null = null;
    server.once('message', () => {
      listensSince = performance.now();
    });
    const end = (code: number | null, signal: NodeJS.Signals | null): void =>
      resolve({ code, signal, servedMs: listensSince === null ? null : performance.now() - listensSince });
    server.once('exit', end);
    server.once('error', () => end(1, null));
  });

/** npm runs scripts in a shell that dies of a signal without passing it on: then the parent is another than before. */
const whenOrphaned = (stop: (signal: NodeJS.Signals) => void): void => {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    stop('SIGTERM');
  }, PARENT_CHECK_MS);
  look.unref();
};

/** Passes wishes to stop on to whatever server runs now, and ends one that does not heed them. */
const passOnSignals = (
  current: () => ChildProcess | null,
  patienceMs: number,
  log: Log,
): { readonly isWanted: () => boolean } => {
  let isWanted = false;
  const passOn = (signal: NodeJS.Signals): void => {
    const server = current();
    // Between two servers there is nobody to wait for.
    if (server === null) process.exit(0);
    server.kill(signal);
    if (isWanted) return;
    isWanted = true;
    setTimeout(() => {
      log.error({ signal }, 'the server does not stop; killed');
      server.kill('SIGKILL');
    }, patienceMs).unref();
  };
  for (const signal of SIGNALS) process.on(signal, passOn);
  whenOrphaned(passOn);
  return { isWanted: () => isWanted };
};

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Keeps a server running until it is told to stop, or could not start in the first place. Resolves with the exit code. */
export const supervise = async (log: Log, script = SERVER, patienceMs = PATIENCE_MS): Promise<number> => {
  let current: ChildProcess | null = null;
  let failures = 0;
  let hasServed = false;
  const { isWanted } = passOnSignals(() => current, patienceMs, log);
  for (;;) {
    current = startServer(script);
    log.info({ pid: current.pid }, 'the server starts');
    const end = await endOf(current);
    current = null;
    const step = nextStep(end, { failures, hasServed, isWanted: isWanted() });
    if (step.kind === 'exit') return step.code;
    hasServed = true;
    failures = step.failures;
    log.error({ ...end, afterMs: step.afterMs }, 'the server died; it starts again');
    await wait(step.afterMs);
  }
};
