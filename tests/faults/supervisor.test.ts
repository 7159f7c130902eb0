import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { newGuest } from '../../server/cli/load/player.ts';
import { nextStep } from '../../server/supervisor/nextStep.ts';
import { figure } from './figure.ts';
import { endSupervised, superviseOn } from './nemesis/supervised.ts';

const folder = mkdtempSync(join(tmpdir(), 'between-giants-supervisor-'));
afterAll(() => {
  endSupervised();
  rmSync(folder, { recursive: true, force: true });
});

const end = { code: null, signal: 'SIGKILL', servedMs: 60_000 } as const;
const past = { failures: 0, hasServed: false, isWanted: false };

const waitsAfter = (servedMs: number | null): readonly number[] => {
  const waits: number[] = [];
  for (let failures = 0; failures < 12; ) {
    const step = nextStep({ ...end, servedMs }, { ...past, failures, hasServed: true });
    if (step.kind !== 'restart') throw new Error('given up');
    waits.push(step.afterMs);
    failures = step.failures;
  }
  return waits;
};

test('a server that served and died starts again at once; one that dies at once again and again waits longer', () => {
  expect(nextStep(end, past)).toEqual({ kind: 'restart', afterMs: 0, failures: 0 });
  const neverListened = waitsAfter(null);
  expect(neverListened.slice(0, 5)).toEqual([250, 500, 1000, 2000, 4000]);
  expect(neverListened.at(-1)).toBe(30_000);
  expect(new Set(waitsAfter(100))).toEqual(new Set([250, 500]));
  // A long life forgives what was before.
  expect(nextStep(end, { ...past, failures: 9 })).toMatchObject({ afterMs: 0, failures: 0 });
});

test.each([
  ['told to stop', { ...end, code: 0 }, { ...past, isWanted: true }, 0],
  [
    'told to stop before it listened',
    { code: null, signal: 'SIGTERM', servedMs: null },
    { ...past, isWanted: true },
    0,
  ],
  ['killed because it did not stop', end, { ...past, isWanted: true }, 1],
  ['stopped by somebody else', { ...end, code: 0 }, past, 0],
  ['not able to start', { code: 1, signal: null, servedMs: null }, past, 1],
] as const)('a server that was %s is not started again', (_, ended, before, code) => {
  expect(nextStep(ended, before)).toEqual({ kind: 'exit', code });
});

test('a server that once served and cannot start now is tried again', () => {
  const step = nextStep({ code: 1, signal: null, servedMs: null }, { ...past, hasServed: true });
  expect(step).toMatchObject({ kind: 'restart' });
});

figure(
  'R28',
  'a server that is killed is back, and a wanted stop ends with 0',
  { ci: 1, full: 5 },
  async (trial) => {
    const server = await superviseOn({ DATA_DIR: join(folder, 'killed') });
    await server.listening(1);
    for (let i = 0; i < trial.size; i++) {
      const began = performance.now();
      await server.kill();
      trial.show({ what: 'back after kill -9', value: performance.now() - began, unit: 'ms', target: 2000 });
      expect(await newGuest(server.url, 'Ann')).toHaveProperty('token');
    }
    const { code, ms } = await server.stop(trial.chance.pick(['SIGTERM', 'SIGINT']));
    expect(code).toBe(0);
    trial.show({ what: 'stopped', value: ms, unit: 'ms', target: 10_000 });
  },
);

test('a configuration that is no good ends it with 1 after one try', async () => {
  const server = await superviseOn({ DATA_DIR: join(folder, 'never'), LOG_LEVEL: 'loud' });
  expect(await server.ended).toEqual({ code: 1, signal: null });
  expect(server.lines.filter((line) => line.includes('the server starts'))).toHaveLength(1);
  expect(server.lines.join('\n')).toContain('LOG_LEVEL=loud');
});

test('when the supervisor itself is killed, the server stops and leaves the port', async () => {
  const dataDir = join(folder, 'orphan');
  const server = await superviseOn({ DATA_DIR: dataDir });
  await server.listening(1);
  await server.stop('SIGKILL');
  // Its output is the pipe of the supervisor, which is closed when both are gone.
  expect(server.lines.at(-1)).toContain('stopping');
  const again = await superviseOn({ DATA_DIR: dataDir, PORT: String(server.port) });
  await again.listening(1);
  expect((await again.stop()).code).toBe(0);
});

test('a server that hangs is killed when it is told to stop', async () => {
  writeFileSync(
    join(folder, 'hangs.ts'),
    `import { supervise } from '${join(process.cwd(), 'server/supervisor/supervise.ts')}';
     import { openLog } from '${join(process.cwd(), 'server/log.ts')}';
     process.exit(await supervise(openLog('info'), '${join(folder, 'deaf.ts')}', 100));`,
  );
  writeFileSync(
    join(folder, 'deaf.ts'),
    "process.on('SIGTERM', () => {}); console.log('\"listening\"'); process.send('listening'); for (;;);",
  );
  const server = await superviseOn({}, [join(folder, 'hangs.ts')]);
  await server.listening(1);
  expect((await server.stop()).code).toBe(1);
});
