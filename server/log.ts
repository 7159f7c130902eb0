import { pino } from 'pino';
import type { Config } from './config.ts';

/** The server's log: JSON lines, without tokens, addresses or anything that players wrote. */
export type Log = ReturnType<typeof openLog>;

/** Opens the log on standard output. */
export const openLog = (level: Config['LOG_LEVEL']) =>
  pino({
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    redact: { paths: ['token', 'authorization', '*.token', '*.authorization'], remove: true },
  });
