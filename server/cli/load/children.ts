import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Meter, processMeter } from './usage.ts';

/** A server that the load tool has started itself. */
export type ChildServer = { readonly url: string; readonly meter: Meter; readonly stop: () => Promise<void> };

const ROOT = join(import.meta.dirname, '../../..');

const listening = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`a server ended with ${code} before it listened`)));
    if (child.stdout === null) return reject(new Error('a server without an output'));
    createInterface(child.stdout).on('line', (line) => {
      const url = /"url":"([^"]+)"/.exec(line)?.[1];
      if (url !== undefined) resolve(url);
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
  const url = await listening(child);
  return {
    url,
    meter: processMeter(child.pid ?? 0),
    stop: () => {
      child.kill('SIGTERM');
      return end;
    },
  };
};

/** Our server on a folder of its own, which is gone afterwards. */
export const startOurs = async (): Promise<ChildServer> => {
  const folder = mkdtempSync(join(tmpdir(), 'between-giants-load-'));
  const env = { PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder, ADDRESS_LIMIT: '0', LOG_LEVEL: 'info' };
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
