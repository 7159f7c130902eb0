import { connect } from 'node:net';

/** A Redis database for tests alone; TEST_REDIS names another. */
export const TEST_REDIS = process.env.TEST_REDIS ?? 'redis://127.0.0.1:6379/9';

const tell = (commands: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(TEST_REDIS);
    const socket = connect(Number(port || 6379), hostname, () => {
      socket.end(`${[...commands, 'QUIT'].join('\r\n')}\r\n`);
    });
    let answer = '';
    socket.on('data', (bytes) => {
      answer += bytes;
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });

/** Whether a Redis answers; if not, what needs it is skipped. */
export const hasRedis = async (): Promise<boolean> => {
  try {
    return (await tell(['PING'])).includes('PONG');
  } catch (error) {
    process.stderr.write(`No Redis at ${TEST_REDIS} (${(error as Error).message}): its tests are skipped.\n`);
    return false;
  }
};

/** Empties the database of the tests. */
export const emptyRedis = async (): Promise<void> => {
  await tell([`SELECT ${new URL(TEST_REDIS).pathname.slice(1) || 0}`, 'FLUSHDB']);
};
