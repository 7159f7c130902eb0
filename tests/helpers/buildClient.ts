import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const BUILT = 'dist/client/index.html';

const changed = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

const lastChange = (folder: string): number =>
  Math.max(...readdirSync(folder, { recursive: true }).map((name) => changed(join(folder, String(name)))));

/** Builds the client once for the browser tests, unless a build of these very sources is there already (`npm run build`). */
export default function buildClient(): void {
  const sources = Math.max(lastChange('client'), lastChange('shared'), changed('package-lock.json'));
  if (changed(BUILT) > sources) return;
  execFileSync('npm', ['run', '--silent', 'build'], {
    stdio: 'inherit',
    // What is tested is what is shipped; the test runner would have it built otherwise.
    env: { ...process.env, NODE_ENV: 'production' },
  });
}
