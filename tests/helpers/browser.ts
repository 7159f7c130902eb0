import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, expect, type Page } from '@playwright/test';
import sparticuz from '@sparticuz/chromium';
import { freePort, type ServerProcess, startProcess } from './serverProcess.ts';

/** No graphics card: pages are painted by the processor (twice as fast as through a simulated card), WebGL by SwiftShader. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--enable-unsafe-swiftshader',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // The server by a name of its own: to a browser no safe place, as an address in a classroom is none.
  '--host-resolver-rules=MAP classroom.test 127.0.0.1',
];

export const DESKTOP = { width: 1280, height: 800 } as const;
export const PHONE = { width: 390, height: 844 } as const;

/** How long to wait for something on a page: two cores may be shared with other tests. */
const PATIENCE = 30_000;

/** Expectations of a page: they wait until they hold. */
export const see = expect.configure({ timeout: PATIENCE });

/** Somebody with a browser of their own: a page, what came over its sockets, and what it complained of. */
export type Visitor = {
  readonly page: Page;
  /** Every message that came over any of the page's sockets, as it came. */
  readonly frames: readonly Buffer[];
  /** All of that as one text in which ASCII words can be searched. */
  readonly heard: () => string;
  /** Uncaught errors of the page. */
  readonly crashes: readonly string[];
  /** What the page wrote to the console as errors and warnings. */
  readonly complaints: readonly string[];
  readonly leave: () => Promise<void>;
};

/** A running server and a browser to visit it with. */
export type House = {
  readonly url: string;
  readonly newVisitor: (options?: BrowserContextOptions) => Promise<Visitor>;
  /** Kills the server as a power cut does; `start` brings it back on the same port and data. */
  readonly kill: () => Promise<void>;
  readonly start: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const record = (page: Page): Omit<Visitor, 'page' | 'leave'> => {
  const frames: Buffer[] = [];
  const crashes: string[] = [];
  const complaints: string[] = [];
  page.on('websocket', (socket) =>
    // Frames of one byte are echoes, which tell how quick the line is and nothing else.
    socket.on('framereceived', ({ payload }) => {
      if (payload.length > 1) frames.push(Buffer.from(payload as string));
    }),
  );
  page.on('pageerror', (error) => crashes.push(error.stack ?? error.message));
  page.on('console', (message) => {
    const isOurs = !message.text().includes('GL Driver Message');
    if (isOurs && ['error', 'warning'].includes(message.type()))
      complaints.push(`${message.text()} (${message.location().url})`);
  });
  return { frames, crashes, complaints, heard: () => Buffer.concat(frames).toString('latin1') };
};

/** Whoever has come and not left. */
export const visitors = new Set<Visitor>();

const visit = async (browser: Browser, baseURL: string, options: BrowserContextOptions): Promise<Visitor> => {
  const context = await browser.newContext({
    baseURL,
    locale: 'en-US',
    viewport: DESKTOP,
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(PATIENCE);
  // What a page is made of comes from the server each time, unless it is the keeping that is tried.
  if (options.serviceWorkers !== 'allow')
    await context.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
  const page = await context.newPage();
  const leave = async (): Promise<void> => {
    visitors.delete(visitor);
    await context.close();
  };
  const visitor: Visitor = { page, ...record(page), leave };
  visitors.add(visitor);
  return visitor;
};

/**
 * Opens a server in a process of its own, with data of its own and perhaps `more` settings, and a headless Chromium
 * (CHROME, or the registry's).
 */
export const openHouse = async (more: Readonly<Record<string, string>> = {}): Promise<House> => {
  const folder = mkdtempSync(join(tmpdir(), 'between-giants-browser-'));
  const settings = {
    PORT: String(await freePort()),
    DATA_DIR: folder,
    BOT_DELAY_MS: '0',
    ADDRESS_LIMIT: '0',
    ...more,
  };
  let server: ServerProcess = await startProcess(settings);
  const browser = await chromium.launch({
    executablePath: process.env.CHROME ?? (await sparticuz.executablePath()),
    args: ARGS,
  });
  const kill = async (): Promise<void> => {
    await server.stop('SIGKILL');
  };
  const start = async (): Promise<void> => {
    server = await startProcess(settings);
  };
  return {
    url: server.url,
    newVisitor: (options = {}) => visit(browser, server.url, options),
    kill,
    start,
    close: async () => {
      await browser.close();
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
