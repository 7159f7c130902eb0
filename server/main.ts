import { existsSync } from 'node:fs';
import { createApp } from './app.ts';
import { systemClock } from './clock.ts';
import { type Config, readConfig } from './config.ts';
import { openLog } from './log.ts';
import { warmUp } from './workers/decideMoves.ts';

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

  warmUp();
  const app = await createApp({ config, clock, log });
  const { HOST, PUBLIC_URL } = config;
  const host = HOST.includes(':') ? `[${HOST}]` : HOST;
  log.info({ url: PUBLIC_URL ?? `http://${host}:${app.port}` }, 'listening');

  const stop = (signal: NodeJS.Signals): void => {
    log.info({ signal }, 'stopping');
    app.close().then(() => process.exit(0), fail);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
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
