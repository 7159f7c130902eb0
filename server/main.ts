import { existsSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { type App, createApp } from './app.ts';
import { systemClock } from './clock.ts';
import { type Config, readConfig } from './config.ts';
import { type Log, openLog } from './log.ts';
import { hostInUrl, metricsUrl } from './ops/serveMetrics.ts';
import { warmUp } from './workers/decideMoves.ts';

// Less than what supervisors and containers allow before they kill.
const LONGEST_STOP_MS = 8000;

/** Stops once, however often it is told to. A goodbye that takes too long is cut short: all that was answered is on the disk. */
const stopOn = (app: App, log: Log, fail: (err: unknown) => void): void => {
  let isStopping = false;
  const stop = (reason: string): void => {
    if (isStopping) return;
    isStopping = true;
    log.info({ reason }, 'stopping');
    setTimeout(() => {
      log.warn('the goodbye took too long');
      process.exit(0);
    }, LONGEST_STOP_MS).unref();
    app.close().then(() => process.exit(0), fail);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  // The supervisor is gone: nobody else would end this process.
  if (process.connected) process.on('disconnect', () => stop('disconnect'));
};

/** Runs the server until it is told to stop. Exit codes: 0 told to stop, 1 bad configuration or failure. */
const serve = async (config: Config): Promise<void> => {
  const log = openLog(config.LOG_LEVEL);
  const clock = systemClock((err) => log.error({ err }, 'a planned call failed'));
  // What nobody caught leaves the process in doubt. Every answered action is on the disk, so the next process goes on from there.
  const fail = (err: unknown): void => {
    log.fatal({ err }, 'the server failed');
    process.exit(1);
  };
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);

  const app = await createApp({ config, clock, log });
  const { HOST, PUBLIC_URL } = config;
  const host = hostInUrl(HOST);
  const metrics = app.metricsPort === null ? {} : { metrics: metricsUrl(config, app.metricsPort) };
  log.info({ url: PUBLIC_URL ?? `http://${host}:${app.port}`, ...metrics }, 'listening');

  stopOn(app, log, fail);
  process.send?.('listening');
  await warmUp();
  // The next start, which may follow upon a crash, need not compile again.
  flushCompileCache();
};

// A file `.env` beside package.json may hold the configuration; what the environment says already goes first.
if (existsSync('.env')) process.loadEnvFile('.env');
const config = readConfig(process.env);
if ('problems' in config) {
  for (const problem of config.problems) process.stderr.write(`Configuration: ${problem}\n`);
  process.exitCode = 1;
} else {
  await serve(config).catch((error: Error) => {
    process.stderr.write(`The server could not start: ${error.message}\n`);
    process.exit(1);
  });
}
