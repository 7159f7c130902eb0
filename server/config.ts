import * as z from 'zod';

const Milliseconds = z.coerce.number().int().min(0).max(86_400_000);

/** `800-2500` or `0`: the range of a wait in ms. */
const MillisecondRange = z
  .string()
  .regex(/^\d{1,6}(-\d{1,6})?$/, 'expected one number or a range like 800-2500')
  .transform((text): readonly [number, number] => {
    const [least, most] = text.split('-').map(Number);
    return [least, most ?? least];
  })
  .refine(([least, most]) => least <= most, 'the range ends before it begins');

const ADDRESS = /^[\w.-]+:\d{1,5}$/;
const SOCKET = /^[\w.-]+(:\d{1,5})?(\/[\w-]+)*$/;

const Origin = z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin);

/** `https://one.example, https://other.example` */
const Origins = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .pipe(z.array(Origin).max(50));

const YesNo = z.enum(['yes', 'no']).transform((word) => word === 'yes');

const Environment = z.object({
  /** Port and address of the one HTTP and WebSocket server. In a container: HOST=0.0.0.0. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(2567),
  HOST: z.string().min(1).default('127.0.0.1'),
  /** Folder of the database. */
  DATA_DIR: z.string().min(1).default('./data'),
  /** `postgres://…`: the store is a Postgres database instead of a file in DATA_DIR. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** `redis://…`: several servers serve the same tables, all with one DATABASE_URL, each with its own addresses below. */
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  /** `host:port` under which the other servers reach this one. */
  PEER_ADDRESS: z.string().regex(ADDRESS, 'expected host:port').optional(),
  /** `host[:port][/path]` under which players' sockets reach this server and no other. */
  SOCKET_ADDRESS: z.string().regex(SOCKET, 'expected host, host:port or host/path').optional(),
  /** Address under which players see the server, when it is another than the one it listens on (proxy, dev server). */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Origins of other pages that may speak to the server. */
  ALLOWED_ORIGINS: Origins.default([]),
  /** Whether whoever names no origin may speak to it: programs and bots do not, browsers do. */
  ALLOW_PROGRAMS: YesNo.default(true),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  /** Proxies in front of the server whose X-Forwarded-For is believed. */
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  /** How often the server says that it is alive: after a crash the clocks give back all the time but this. */
  HEARTBEAT_MS: z.coerce.number().int().min(50).max(2000).default(250),
  /** How long a quick match waits for people before bots fill in. */
  QUICK_WAIT_MS: Milliseconds.default(20_000),
  /** How long a bot seems to think. */
  BOT_DELAY_MS: MillisecondRange.default([800, 2500]),
  /** Threads for bots that think for long, and how long a table waits for such a bot before its deputy decides. */
  BOT_THREADS: z.coerce.number().int().min(1).max(16).default(2),
  BOT_PATIENCE_MS: Milliseconds.default(2000),
  /** Absence after which a stand-in plays (at most a quarter of the round), and after which a seat is free before the start. */
  GRACE_MS: Milliseconds.default(60_000),
  LOBBY_GRACE_MS: Milliseconds.default(120_000),
  /** Silence after which somebody counts as idle, and is asked whether they are there if others wait for them. */
  IDLE_MS: Milliseconds.default(120_000),
  /** Tables that may be played at once; beyond that, opening another is refused. */
  MOST_TABLES: z.coerce.number().int().min(1).max(100_000).default(1000),
  /**
   * New guests a minute from one address; wrong codes from it (a sixth as many), joins of one guest and classes from one address (a twelfth), and what is
   * written down in a class by one of its people or its facilitator (half as many) follow.
   * 0: no limits of addresses, guests, talk and moves at all (tests, load).
   */
  ADDRESS_LIMIT: z.coerce.number().int().min(0).default(120),
  /** Sockets open at a time from one address, unless ADDRESS_LIMIT is 0. A school may be one address. */
  SOCKETS_PER_ADDRESS: z.coerce.number().int().min(1).default(200),
  /** Port and address of the metrics page (Prometheus); without a port there is none. 0: any free port. */
  METRICS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  METRICS_HOST: z.string().min(1).default('127.0.0.1'),
  /** Opens the administration under /admin to whoever knows it; without it there is none. */
  ADMIN_SECRET: z.string().min(16, 'at least 16 characters').max(256).optional(),
  /** Days after which ended tables and guests who never came back are deleted; without it they are kept. */
  RETENTION_DAYS: z.coerce.number().int().min(1).max(36_500).optional(),
});

const NEEDED_WITH_REDIS = ['DATABASE_URL', 'PEER_ADDRESS', 'SOCKET_ADDRESS'] as const;

const Complete = Environment.superRefine((given, context) => {
  for (const name of NEEDED_WITH_REDIS)
    if (given.REDIS_URL !== undefined && given[name] === undefined)
      context.addIssue({ code: 'custom', path: [name], message: 'is needed with REDIS_URL' });
});

/** Every choice that whoever runs the server may make. */
export type Config = z.infer<typeof Environment>;

/** Addresses of stores hold passwords. */
const isSecret = (name: string): boolean => name.endsWith('_SECRET') || /^(DATABASE|REDIS)_URL$/.test(name);

const unset = (value: string | undefined): boolean => value === undefined || value.trim() === '';

/** Reads the configuration from an environment; empty values count as not set. `problems`: one sentence for each bad value. */
export const readConfig = (
  environment: Readonly<Record<string, string | undefined>>,
): Config | { readonly problems: readonly string[] } => {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => !unset(value)));
  const read = Complete.safeParse(given);
  if (read.success) return read.data;
  return {
    problems: read.error.issues.map(({ path, message }) => {
      const name = String(path[0]);
      return `${name}${isSecret(name) ? '' : `=${given[name] ?? ''}`}: ${message}`;
    }),
  };
};
