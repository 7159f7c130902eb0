import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, createApp } from '../../server/app.ts';
import { type Config, readConfig } from '../../server/config.ts';
import { type Log, openLog } from '../../server/log.ts';
import type { TableFacts } from '../../server/tableFacts.ts';
import type { Seat } from '../../shared/seats.ts';
import { type ManualClock, manualClock } from './manualClock.ts';
import { type Api, apiOf } from './players.ts';

/** A server in this process: real sockets on a free port, a store of its own, a clock that the test moves. */
export type ServerUnderTest = {
  readonly url: string;
  readonly folder: string;
  readonly clock: ManualClock;
  readonly api: Api;
  readonly facts: (code: string) => Promise<TableFacts>;
  /** Stops it and starts another on the same store, `away` ms later. */
  readonly restart: (away: number) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Nothing is limited, bots answer as soon as the clock moves, the log is silent. */
const testConfig = (folder: string, overrides: Readonly<Record<string, string>>): Config => {
  const config = readConfig({
    PORT: '0',
    DATA_DIR: folder,
    LOG_LEVEL: process.env.TEST_LOG ?? 'silent',
    BOT_DELAY_MS: '0',
    // Hours pass in these tests.
    HEARTBEAT_MS: '2000',
    ADDRESS_LIMIT: '0',
    ...overrides,
  });
  if ('problems' in config) throw new Error(config.problems.join('\n'));
  return config;
};

/** Starts one. One at a time in a test file: Colyseus keeps its rooms in module scope. */
export const startServer = async (
  overrides: Readonly<Record<string, string>> = {},
  clientFolder?: string,
  ownLog?: Log,
): Promise<ServerUnderTest> => {
  const folder = mkdtempSync(join(tmpdir(), 'between-giants-server-'));
  const clock = manualClock();
  const config = testConfig(folder, overrides);
  const log = ownLog ?? openLog(config.LOG_LEVEL);
  const start = (PORT: number): Promise<App> =>
    createApp({ config: { ...config, PORT }, clock, log, ...(clientFolder && { clientFolder }) });
  let app = await start(0);
  const { port } = app;
  const url = `http://127.0.0.1:${port}`;
  const api = apiOf(url);
  return {
    url,
    folder,
    clock,
    api,
    facts: async (code) => (await api('GET', `/api/tables/${code}`)).body,
    restart: async (away) => {
      await app.close();
      await clock.advance(away);
      app = await start(port);
    },
    close: async () => {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** Asks until the server has noticed that nobody is connected for a seat any more. */
export const untilAway = async (server: ServerUnderTest, code: string, seat: Seat): Promise<void> => {
  const isThere = async (): Promise<boolean> => {
    const fact = (await server.facts(code)).seats[seat];
    return fact.kind === 'person' && fact.present;
  };
  while (await isThere());
};
