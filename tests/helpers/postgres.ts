import { randomBytes } from 'node:crypto';
import { createConnection, createServer, type Server, type Socket } from 'node:net';
import pg from 'pg';

const SERVER = process.env.TEST_POSTGRES ?? 'postgres://postgres@127.0.0.1:5432';

const inServer = async <T>(task: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: `${SERVER}/postgres`, connectionTimeoutMillis: 2000 });
  await client.connect();
  try {
    return await task(client);
  } finally {
    await client.end();
  }
};

/** Whether a Postgres answers; if not, what needs it is skipped. TEST_POSTGRES names another than the usual one. */
export const hasPostgres = async (): Promise<boolean> => {
  try {
    await inServer(async () => {});
    return true;
  } catch (error) {
    process.stderr.write(`No Postgres at ${SERVER} (${(error as Error).message}): its tests are skipped.\n`);
    return false;
  }
};

export type TestDatabase = {
  readonly url: string;
  readonly run: (sql: string) => Promise<readonly Record<string, unknown>[]>;
  readonly drop: () => Promise<void>;
};

/** A database of its own, which is dropped afterwards. */
export const newDatabase = async (): Promise<TestDatabase> => {
  const name = `between_giants_${randomBytes(6).toString('hex')}`;
  await inServer((client) => client.query(`CREATE DATABASE ${name}`));
  const url = `${SERVER}/${name}`;
  const own = new pg.Client({ connectionString: url });
  await own.connect();
  return {
    url,
    run: async (sql) => (await own.query(sql)).rows,
    drop: async () => {
      await own.end();
      await inServer((client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
    },
  };
};

/**
 * How a line treats the next commit: lets it pass; breaks before the database gets it; breaks before its answer comes back;
 * or falls silent before the database gets it.
 */
export type CommitFate = 'passes' | 'is lost' | 'is done unheard' | 'is swallowed';

export type BreakingLine = {
  readonly url: string;
  nextCommit: CommitFate;
  /** Breaks all lines and takes no new ones, until it is mended. */
  readonly cut: () => void;
  /** All lines that are open fall silent, and nobody is told; new ones are heard. */
  readonly hush: () => void;
  readonly mend: () => void;
  readonly close: () => Promise<void>;
};

const COMMIT = Buffer.from('COMMIT\0');

/** A line to the database that breaks at the worst moments. */
export const breakingLine = async (url: string): Promise<BreakingLine> => {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  let age = 0;
  let isCut = false;
  const line = { nextCommit: 'passes' as CommitFate };
  const connect = (near: Socket): void => {
    if (isCut) return void near.destroy();
    const far = createConnection(Number(port), hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => sockets.delete(socket));
    }
    const born = age;
    const isSilent = (): boolean => born < age;
    let isDeaf = false;
    near.on('data', (bytes) => {
      if (bytes.includes(COMMIT) && line.nextCommit !== 'passes') {
        const fate = line.nextCommit;
        line.nextCommit = 'passes';
        if (fate === 'is swallowed') age += 1;
        if (fate === 'is lost') {
          near.destroy();
          return void far.destroy();
        }
        isDeaf = fate === 'is done unheard';
      }
      if (!isSilent()) far.write(bytes);
    });
    // The answer tells that it is done; then the line breaks.
    far.on('data', (bytes) => {
      if (isDeaf) near.destroy();
      else if (!isSilent()) near.write(bytes);
    });
    near.on('close', () => {
      if (!isSilent()) far.end();
    });
    far.on('close', () => {
      if (!isSilent()) near.destroy();
    });
  };
  const server: Server = createServer(connect);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = new URL(url);
  address.hostname = '127.0.0.1';
  address.port = String((server.address() as { port: number }).port);
  return Object.assign(line, {
    url: address.href,
    cut: () => {
      isCut = true;
      for (const socket of sockets) socket.destroy();
    },
    hush: () => {
      age += 1;
    },
    mend: () => {
      isCut = false;
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  });
};
