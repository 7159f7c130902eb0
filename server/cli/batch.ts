import { availableParallelism } from 'node:os';
import { InvalidArgumentError, Option } from 'commander';
import { BOT_NAMES, isBot } from '../../shared/bots/index.ts';
import { SCENARIOS } from '../../shared/scenarios/index.ts';
import { complain, fail } from './commandLine.ts';

/** What the tools that play many games have in common: how their options are read, shown at work, and interrupted. */

/** Reads a whole number from `least` to 10,000,000. */
export const wholeNumber =
  (least = 1) =>
  (text: string): number => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (!Number.isInteger(value) || value < least || value > 10_000_000)
      throw new InvalidArgumentError(`Expected a whole number from ${least} to 10,000,000.`);
    return value;
  };

/** Reads the name of a bot. */
export const botName = (text: string): string => {
  if (!isBot(text)) throw new InvalidArgumentError(`Known bots: ${BOT_NAMES}.`);
  return text;
};

/** `--scenario`: a shipped scenario or a file. */
export const scenarioOption = (): Option =>
  new Option('--scenario <id or file>', 'a shipped scenario, or a JSON file').default(
    Object.keys(SCENARIOS)[0],
  );

/** `--workers`: threads to share the work among; what comes out does not depend on it. */
export const workersOption = (): Option =>
  new Option('--workers <number>', 'threads to work in; the result is the same for any number')
    .argParser(wholeNumber())
    .default(availableParallelism(), 'the number of cores');

/** `--progress`: lines where there is no terminal. */
export const progressOption = (): Option =>
  new Option('--progress', 'tell how far it is in plain lines, on standard error, also without a terminal');

const WIDTH = 30;
const REDRAW_MS = 100;
const LINES = 20;

const barOf = (done: number, all: number, seconds: number): string => {
  const filled = Math.floor((WIDTH * done) / all);
  const rate = seconds > 0.2 ? `  ${(done / seconds).toFixed(1)}/s` : '';
  return `\r${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${done}/${all}${rate}\u001b[K`;
};

/** Shows how far a run is: a bar on a terminal, elsewhere plain lines when asked, all on standard error. */
export const showProgress = (
  all: number,
  { done: start = 0, lines = false }: { readonly done?: number; readonly lines?: boolean | undefined },
): { readonly add: (count: number) => void; readonly stop: () => void } => {
  const { stderr } = process;
  const began = performance.now();
  let done = start;
  let drawn = 0;
  const draw = (now: number): void => {
    drawn = now;
    stderr.write(barOf(done, all, ((now - began) / 1000) * (done / Math.max(1, done - start))));
  };
  return {
    add: (count) => {
      const before = done;
      done += count;
      const now = performance.now();
      if (stderr.isTTY && (now - drawn > REDRAW_MS || done === all)) draw(now);
      const passed = Math.floor((LINES * done) / all) > Math.floor((LINES * before) / all);
      if (!stderr.isTTY && lines && passed) stderr.write(`${done}/${all}\n`);
    },
    stop: () => {
      if (stderr.isTTY) stderr.write('\r\u001b[K');
    },
  };
};

/** The exit code of a run that Ctrl-C ended. */
const INTERRUPTED = 130;

/**
 * Runs what a command does with a signal that Ctrl-C sets off: then it ends early, says what it has, and the exit code is
 * 130. What it throws is complained about under `code`.
 */
export const runBatch = async (code: string, work: (signal: AbortSignal) => Promise<void>): Promise<void> => {
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  process.once('SIGINT', interrupt);
  try {
    await work(stop.signal);
  } catch (problem) {
    const message = problem instanceof Error ? problem.message : String(problem);
    complain(fail(code, { message }), message);
  } finally {
    process.removeListener('SIGINT', interrupt);
  }
  if (stop.signal.aborted) process.exitCode = INTERRUPTED;
};
