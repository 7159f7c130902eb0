import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { matchMaker, Server } from '@colyseus/core';
import { WebSocketTransport } from '@colyseus/ws-transport';
import { openClasses } from './classes/openClasses.ts';
import type { Cancel, Clock } from './clock.ts';
import type { Config } from './config.ts';
import { BUILT_CLIENT } from './http/client.ts';
import { type Health, httpApp } from './http/httpApp.ts';
import { originCheck } from './http/origins.ts';
import { socketGate } from './http/socketGate.ts';
import type { Log } from './log.ts';
import { openMetrics } from './ops/metrics.ts';
import { serveMetrics } from './ops/serveMetrics.ts';
import { watchStore } from './ops/watchStore.ts';
import { ROOM } from './rooms/doorkeeper.ts';
import { openTables } from './rooms/openTables.ts';
import { tableRoom } from './rooms/tableRoom.ts';
import { openSqliteStore } from './storage/sqlite.ts';
import { openThinkers } from './workers/thinkers.ts';

const LARGEST_FRAME = 4 * 1024;
const EAGERLY_OPENED = 50;
const HEARTBEAT_MS = 2000;
// Whoever does not say in this time what it wants is cut.
const HTTP_PATIENCE = {
  headersTimeout: 5000,
  requestTimeout: 20_000,
  connectionsCheckingInterval: 1000,
  maxHeaderSize: 8 * 1024,
};

/** What Colyseus has to say goes to our log. */
const colyseusLog = (log: Log): object => {
  const say =
    (level: 'debug' | 'warn' | 'error') =>
    (...words: readonly unknown[]): void =>
      log[level]({ colyseus: words.map(String).join(' ') }, 'from Colyseus');
  return {
    trace: say('debug'),
    debug: say('debug'),
    info: say('debug'),
    warn: say('warn'),
    error: say('error'),
  };
};

/** The server, listening. */
export type App = {
  /** Where it really listens, for a port of 0. */
  readonly port: number;
  /** Where the metrics are, if anywhere. */
  readonly metricsPort: number | null;
  /** Tells everybody, stops everything, and leaves the store closed. */
  readonly close: () => Promise<void>;
};

const listen = async (server: Server, http: HttpServer, { PORT, HOST }: Config): Promise<number> => {
  await server.listen(PORT, HOST);
  return (http.address() as AddressInfo).port;
};

/** Keeps telling the store that the server is alive, so that the next one knows how long nobody was. */
const beatForever = (beat: (at: number) => Promise<void>, clock: Clock, log: Log): Cancel => {
  let cancel: Cancel = () => {};
  const next = (): void => {
    beat(clock.now()).catch((err) => log.error({ err }, 'no heartbeat'));
    cancel = clock.after(HEARTBEAT_MS, next);
  };
  next();
  return () => cancel();
};

/** Opens the store, the tables that were being played, and the doors. */
export const createApp = async ({
  config,
  clock,
  log,
  clientFolder = BUILT_CLIENT,
}: {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  readonly clientFolder?: string;
}): Promise<App> => {
  const metrics = openMetrics({
    connections: () => tables.hosts().reduce((sum, host) => sum + host.count(), 0),
    phases: () => tables.hosts().map(({ table }) => table.state.phase),
  });
  const { store, isWorking } = watchStore(await openSqliteStore(config.DATA_DIR), metrics);
  const thinkers = openThinkers(config, clock, log);
  const house = { config, clock, log, store, thinkers };
  const tables = openTables(house, await store.lastBeat());
  await tables.openRecent(EAGERLY_OPENED);
  const classes = openClasses({ clock, store, tables });
  let closing = false;
  const isAllowed = originCheck(config);

  // Colyseus's own matchmaking over HTTP is not served at all: places are reserved by our routes only.
  matchMaker.controller.exposedMethods = [];
  const http = createServer(HTTP_PATIENCE);
  const transport = new WebSocketTransport({ noServer: true, maxPayload: LARGEST_FRAME });
  transport.attachToServer(http, { filter: socketGate(isAllowed, config) });
  const server = new Server({ transport, greet: false, gracefullyShutdown: false, logger: colyseusLog(log) });
  server.define(
    ROOM,
    tableRoom({ clock, log, metrics, isTalkLimited: config.ADDRESS_LIMIT > 0, hostOf: tables.get }),
  );
  const port = await listen(server, http, config);
  http.removeAllListeners('request');
  const health = (): Health => (closing ? 'draining' : isWorking() ? 'ready' : 'degraded');
  http.on('request', httpApp({ ...house, tables, classes, isAllowed, health, clientFolder }));
  const metricsPage = await serveMetrics(metrics, config);
  const stopBeating = beatForever(store.beat, clock, log);

  return {
    port,
    metricsPort: metricsPage?.port ?? null,
    close: async () => {
      closing = true;
      await tables.stop();
      await thinkers.close();
      await server.gracefullyShutdown(false);
      http.closeAllConnections();
      http.close();
      metricsPage?.close();
      stopBeating();
      await store.close();
    },
  };
};
