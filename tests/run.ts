import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs the whole suite (or the files named on the command line) and ends with the line `N passed, N failed`. */
const folder = mkdtempSync(join(tmpdir(), 'between-giants-tests-'));
const report = join(folder, 'report.json');
const { status } = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ],
  // Half of what a server or a tool takes to start is compiling, and hundreds are started.
  { stdio: 'inherit', env: { NODE_COMPILE_CACHE: join(folder, 'compiled'), ...process.env } },
);

type Suite = { readonly status: string; readonly assertionResults: readonly { readonly status: string }[] };

const count = (): { passed: number; failed: number; skipped: number } => {
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as { testResults: readonly Suite[] };
  const tests = testResults.flatMap((suite) => suite.assertionResults.map((test) => test.status));
  // A file that could not be loaded has no tests, yet it failed.
  const broken = testResults.filter(
    (suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
  );
  const of = (wanted: string) => tests.filter((result) => result === wanted).length;
  const [passed, failed] = [of('passed'), of('failed')];
  return { passed, failed: failed + broken.length, skipped: tests.length - passed - failed };
};

try {
  const { passed, failed, skipped } = count();
  const unexplained = status !== 0 && failed === 0 ? 1 : 0;
  console.log(`${passed} passed, ${failed + unexplained} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  process.exitCode = failed + unexplained > 0 || passed === 0 ? 1 : 0;
} catch {
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
