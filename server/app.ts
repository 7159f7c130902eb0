import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { matchMaker, Server } from '@colyseus/core';
import { WebSocketTransport } from '@colyseus/ws-transport';
import { openClasses } from './classes/openClasses.ts';
import type { Cancel, Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { House } from './house.ts';
import { BUILT_CLIENT } from './http/client.ts';
import { elsewhere, forgettingIn, NOWHERE_ELSE } from './http/elsewhere.ts';
import { type Health, httpApp } from './http/httpApp.ts';
import { originCheck } from './http/origins.ts';
import { requestListener } from './http/requestListener.ts';
import { socketGate } from './http/socketGate.ts';
import type { Log } from './log.ts';
import { openMetrics } from './ops/metrics.ts';
import { serveMetrics } from './ops/serveMetrics.ts';
import { watchStore } from './ops/watchStore.ts';
import { removalsOf } from './removal/removals.ts';
import { enforceRetention } from './removal/retention.ts';
import { ROOM } from './rooms/doorkeeper.ts';
import { openTables } from './rooms/openTables.ts';
import { redisLinks } from './rooms/redisLinks.ts';
import { tableRoom } from './rooms/tableRoom.ts';
import { openStore } from './storage/openStore.ts';
import { openPacker } from './workers/packer.ts';
import { openThinkers } from './workers/thinkers.ts';

const LARGEST_FRAME = 4 * 1024;
const EAGERLY_OPENED = 50;
const SHUTDOWN_MS = 5000;
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
const beatForever = ({ store, clock, log, config }: House): Cancel => {
  let cancel: Cancel = () => {};
  let isStopped = false;
  let wasHeard = true;
  const heard = (err: unknown): void => {
    // A store that is out of reach is told once, not with every beat.
    if (err !== null && wasHeard) log.error({ err }, 'no heartbeat');
    wasHeard = err === null;
    if (!isStopped) cancel = clock.after(config.HEARTBEAT_MS, next);
  };
  const next = (): void => {
    store.beat(clock.now()).then(() => heard(null), heard);
  };
  next();
  return () => {
    isStopped = true;
    cancel();
  };
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
  const opened = await openStore(config, log);
  const { fleet } = opened;
  const metrics = openMetrics({
    connections: () => tables.hosts().reduce((sum, host) => sum + host.count(), 0),
    phases: () => tables.hosts().map(({ table }) => table.state.phase),
  });
  const { store, isWorking } = watchStore(opened.store, metrics);
  const thinkers = openThinkers(config, clock, log);
  const packer = openPacker(clock, log);
  const house = { config, clock, log, store, thinkers };
  const tables = openTables(house, fleet);
  const classes = openClasses({ clock, store, tables }, fleet !== null);
  const removals = removalsOf({ store, tables, classes, forgetElsewhere: forgettingIn(fleet, clock) });
  let closing = false;
  const isAllowed = originCheck(config);

  // Colyseus's own matchmaking over HTTP is not served at all: places are reserved by our routes only.
  matchMaker.controller.exposedMethods = [];
  const http = createServer(HTTP_PATIENCE);
  const transport = new WebSocketTransport({ noServer: true, maxPayload: LARGEST_FRAME });
  transport.attachToServer(http, { filter: socketGate(isAllowed, config, log) });
  const server = new Server({
    transport,
    ...(config.REDIS_URL !== undefined && (await redisLinks(config.REDIS_URL))),
    ...(config.SOCKET_ADDRESS !== undefined && { publicAddress: config.SOCKET_ADDRESS }),
    // A table's room is where its host is.
    selectProcessIdToCreateRoom: async () => matchMaker.processId,
    greet: false,
    gracefullyShutdown: false,
    logger: colyseusLog(log),
  });
  server.define(
    ROOM,
    tableRoom({ clock, log, metrics, isLimited: config.ADDRESS_LIMIT > 0, hostOf: tables.get }),
  );
  const port = await listen(server, http, config);
  http.removeAllListeners('request');
  const health = (): Health => (closing ? 'draining' : isWorking() ? 'ready' : 'degraded');
  const others = fleet === null ? NOWHERE_ELSE : elsewhere(fleet, clock, log);
  const doors = { packer, isAllowed, health, clientFolder, elsewhere: others, fleet };
  http.on('request', requestListener(httpApp({ ...house, tables, classes, removals, ...doors }), log));
  const metricsPage = await serveMetrics(metrics, config);
  // Not before it listens: a second server at the same place by mistake stops here, and others find this one at home.
  await store.beat(clock.now()).catch(() => {});
  const stopBeating = beatForever(house);
  const stopDeleting = enforceRetention({ store, log, tables, removals }, config.RETENTION_DAYS, clock);
  await tables.openRecent(EAGERLY_OPENED);

  return {
    port,
    metricsPort: metricsPage?.port ?? null,
    close: async () => {
      closing = true;
      stopDeleting();
      await tables.stop();
      stopBeating();
      // The last moment at which the tables were served.
      await store.beat(clock.now()).catch(() => {});
      await Promise.all([thinkers.close(), packer.close()]);
      // Colyseus waits for Redis; whoever stops the server does not.
      await Promise.race([
        server.gracefullyShutdown(false),
        new Promise<void>((resolve) => clock.after(SHUTDOWN_MS, resolve)),
      ]);
      http.closeAllConnections();
      http.close();
      metricsPage?.close();
      await store.close();
    },
  };
};
