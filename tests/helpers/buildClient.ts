import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Builds the client once for the browser tests, unless a build is there already (`npm run build`). */
export default function buildClient(): void {
  if (existsSync('dist/client/index.html') && process.env.CI === undefined) return;
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
}
