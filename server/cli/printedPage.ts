import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Failure, fail } from './commandLine.ts';

/** A page to be printed. `isDone`: an expression that holds in the page when all of it is there. `kept`: what its store holds. */
export type PrintWish = {
  readonly url: string;
  readonly isDone: string;
  readonly kept: Readonly<Record<string, string>>;
};

const START_MS = 30_000;
const PAGE_MS = 180_000;
const LOOK_MS = 250;

const FLAGS = [
  '--headless=new',
  '--remote-debugging-port=0',
  '--no-first-run',
  '--disable-gpu',
  '--disable-extensions',
  '--disable-background-networking',
  // In containers there is no kernel sandbox to be had, and the only page is our own.
  '--no-sandbox',
];

type Answers = Readonly<Record<string, unknown>>;

/** Speaks the DevTools protocol with a browser. */
const openLine = async (address: string) => {
  const socket = new WebSocket(address);
  const waiting = new Map<
    number,
    { readonly go: (answer: Answers) => void; readonly stop: (why: Error) => void }
  >();
  let count = 0;
  socket.addEventListener('message', ({ data }) => {
    const { id, result, error } = JSON.parse(String(data));
    const { go, stop } = waiting.get(id) ?? {};
    waiting.delete(id);
    if (error === undefined) go?.(result);
    else stop?.(new Error(error.message));
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', () => reject(new Error('no line to the browser')));
  });
  return {
    ask: (method: string, params: object = {}, sessionId?: string): Promise<Answers> =>
      new Promise((go, stop) => {
        count += 1;
        waiting.set(count, { go, stop });
        socket.send(JSON.stringify({ id: count, method, params, sessionId }));
      }),
    close: () => socket.close(),
  };
};

const addressOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('it did not start in time')), START_MS);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`it ended with ${code}`)));
    if (child.stderr === null) return;
    createInterface(child.stderr).on('line', (line) => {
      const found = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
      if (found === undefined) return;
      clearTimeout(late);
      resolve(found);
    });
  });

const printIn = async (address: string, { url, isDone, kept }: PrintWish): Promise<Buffer> => {
  const { ask, close } = await openLine(address);
  const { targetId } = await ask('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await ask('Target.attachToTarget', { targetId, flatten: true });
  const session = String(sessionId);
  const source = `for (const [key, value] of Object.entries(${JSON.stringify(kept)})) localStorage.setItem(key, value)`;
  await ask('Page.enable', {}, session);
  await ask('Page.addScriptToEvaluateOnNewDocument', { source }, session);
  await ask('Page.navigate', { url }, session);
  const end = performance.now() + PAGE_MS;
  for (;;) {
    const { result } = await ask('Runtime.evaluate', { expression: `Boolean(${isDone})` }, session);
    if ((result as { readonly value?: unknown }).value === true) break;
    if (performance.now() > end) throw new Error('the page did not come to its end');
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  const { data } = await ask('Page.printToPDF', { printBackground: true, preferCSSPageSize: true }, session);
  close();
  return Buffer.from(String(data), 'base64');
};

/** Where the browser is that shall print, or why there is none. */
export const browserAt = (path: string | undefined): string | Failure => {
  if (path === undefined) return fail('pdf.noBrowser');
  return existsSync(path) ? path : fail('pdf.browserMissing', { browser: path });
};

/** Prints a page as PDF with an installed Chromium, Chrome or Edge. */
export const printedPage = async (browser: string, wish: PrintWish): Promise<Buffer | Failure> => {
  const profile = mkdtempSync(join(tmpdir(), 'between-giants-print-'));
  const child = spawn(browser, [...FLAGS, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise((resolve) => {
    child.once('exit', resolve);
    child.once('error', resolve);
  });
  try {
    return await printIn(await addressOf(child), wish);
  } catch (problem) {
    return fail('pdf.failed', { browser, message: problem instanceof Error ? problem.message : '' });
  } finally {
    child.kill('SIGKILL');
    await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
};
