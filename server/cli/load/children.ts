import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Meter, metricsMeter, processMeter } from './usage.ts';

/** A server that the load tool has started itself. */
export type ChildServer = { readonly url: string; readonly meter: Meter; readonly stop: () => Promise<void> };

const ROOT = join(import.meta.dirname, '../../..');

/** What a server says when it listens: its address, and that of its metrics where it has them. */
type Addresses = { readonly url: string; readonly metrics: string | null };

const addressIn = (line: string, name: string): string | null =>
  new RegExp(`"${name}":"([^"]+)"`).exec(line)?.[1] ?? null;

const listening = (child: ChildProcess): Promise<Addresses> =>
  new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`a server ended with ${code} before it listened`)));
    if (child.stdout === null) return reject(new Error('a server without an output'));
    createInterface(child.stdout).on('line', (line) => {
      const url = addressIn(line, 'url');
      if (url !== null) resolve({ url, metrics: addressIn(line, 'metrics') });
    });
  });

const start = async (
  script: readonly string[],
  { input = '', env = {} }: { readonly input?: string; readonly env?: Readonly<Record<string, string>> },
): Promise<ChildServer> => {
  const child = spawn(process.execPath, script, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const end = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.stdin.end(input);
  const { url, metrics } = await listening(child);
  return {
    url,
    meter: metrics === null ? processMeter(child.pid ?? 0) : metricsMeter(metrics),
    stop: () => {
      child.kill('SIGTERM');
      return end;
    },
  };
};

/** Our server on a folder of its own, which is gone afterwards. `more`: configuration beside the load tool's own. */
export const startOurs = async (more: Readonly<Record<string, string>> = {}): Promise<ChildServer> => {
  const folder = mkdtempSync(join(tmpdir(), 'between-giants-load-'));
  const env = {
    PORT: '0',
    HOST: '127.0.0.1',
    DATA_DIR: folder,
    ADDRESS_LIMIT: '0',
    METRICS_PORT: '0',
    LOG_LEVEL: 'info',
    ...more,
  };
  const server = await start(['server/main.ts'], { env });
  return {
    ...server,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** A floor that answers every action with an update like the given one. */
export const startFloor = (kind: 'colyseus' | 'ws', update: unknown): Promise<ChildServer> =>
  start(['server/cli/load/echoServer.ts', kind], { input: JSON.stringify(update) });
