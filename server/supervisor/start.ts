import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { openLog } from '../log.ts';
import { supervise } from './supervise.ts';

const ROOT = join(import.meta.dirname, '../..');
const VITE = join(ROOT, 'node_modules/vite/bin/vite.js');

/** Builds the client; resolves with the exit code. */
const build = (): Promise<number> =>
  new Promise((resolve) => {
    const vite = spawn(process.execPath, [VITE, 'build', 'client', '--logLevel', 'warn'], {
      cwd: ROOT,
      stdio: 'inherit',
    });
    vite.once('exit', (code) => resolve(code ?? 1));
    vite.once('error', () => resolve(1));
  });

/** What `npm start` runs: builds the client, then keeps the server running. One process, so that signals to npm reach it. */
const failed = process.argv.includes('--no-build') ? 0 : await build();
process.exitCode = failed === 0 ? await supervise(openLog('info')) : failed;
process.exit();
