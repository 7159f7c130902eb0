import { type DestinationStream, pino } from 'pino';
import type { Config } from './config.ts';

/** The server's log: JSON lines, without tokens, addresses or anything that players wrote. */
export type Log = ReturnType<typeof openLog>;

/** What is told of an error: libraries hang all sorts of things on theirs, requests and rows among them. */
const bareError = (error: unknown): object => {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack } = error;
  const code =
    'code' in error && (typeof error.code === 'string' || typeof error.code === 'number')
      ? error.code
      : undefined;
  return { type: name, message, stack, ...(code !== undefined && { code }) };
};

const SECRETS = ['token', 'authorization', 'cookie', 'name', 'text', 'note', 'ip', 'address'];

/** Opens the log, on standard output if not said otherwise. */
export const openLog = (level: Config['LOG_LEVEL'], destination: DestinationStream = pino.destination(1)) =>
  pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      serializers: { err: bareError },
      redact: { paths: SECRETS.flatMap((key) => [key, `*.${key}`]), remove: true },
    },
    destination,
  );
