import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { findCapacity } from '../../server/cli/load/capacity.ts';
import type { LoadPlan } from '../../server/cli/load/drive.ts';
import type { Figures } from '../../server/cli/load/measure.ts';
import { jsonOf, runTool } from '../simulation/commandLine.ts';
import { figure } from './figure.ts';
import { endSupervised, superviseOn } from './nemesis/supervised.ts';
import { neighboursTrial } from './trials/neighboursTrial.ts';

const folder = mkdtempSync(join(tmpdir(), 'between-giants-load-test-'));
afterAll(() => {
  endSupervised();
  rmSync(folder, { recursive: true, force: true });
});

const FIGURES_OF_A_RUN = [
  'tables',
  'clients',
  'actions',
  'acknowledged',
  'refused',
  'lost',
  'p50',
  'p95',
  'p99',
  'serverCpu',
  'rssMB',
] as const;

const LARGEST_UPDATE = 4096;

describe('the load tool', () => {
  test('measures this server beside both floors on the same work, and loses nothing', () => {
    const { floors, ratios, bytesPerAction, ...ours } = jsonOf('load', [
      ...['--tables', '2', '--seconds', '2', '--rate', '3', '--spectators', '1'],
    ]);
    for (const run of [ours, floors.colyseus, floors.ws]) {
      for (const name of FIGURES_OF_A_RUN) expect(run[name]).toEqual(expect.any(Number));
      expect(run).toMatchObject({ tables: 2, clients: 6, lost: 0 });
      expect(run.acknowledged).toBeGreaterThan(0);
      expect(run.acknowledged + run.refused).toBe(run.actions);
    }
    expect(bytesPerAction).toBeGreaterThan(0);
    expect(bytesPerAction).toBeLessThanOrEqual(LARGEST_UPDATE);
    expect(ratios.colyseus.serverCpu === null || ratios.colyseus.serverCpu > 0).toBe(true);
  });

  test('drives a server that runs elsewhere, of which it can know neither CPU nor memory', async () => {
    const server = await superviseOn({ DATA_DIR: join(folder, 'elsewhere') });
    await server.listening(1);
    const url = server.url.replace('http', 'ws');
    const figures = jsonOf('load', ['--url', url, '--tables', '1', '--seconds', '1', '--rate', '5']);
    expect(figures).toMatchObject({ tables: 1, clients: 3, lost: 0, serverCpu: null, rssMB: null });
    expect(figures.floors).toBeUndefined();
    await server.stop();
    const ended = runTool('load', ['--url', url, '--tables', '1', '--seconds', '1', '--json']);
    expect(ended.status).toBe(1);
    expect(JSON.parse(ended.stdout).error.code).toBe('load.failed');
  });

  test.each([
    ['--tables', '0'],
    ['--url', 'ftp://somewhere'],
  ])('%s %s is not understood', (...words) => {
    expect(runTool('load', words).status).toBe(2);
  });

  test('compares how many tables each carries; within no time at all that is none', () => {
    const found = jsonOf('load', [
      ...['--capacity', '0.001', '--tables', '1', '--seconds', '1', '--rate', '5'],
    ]);
    for (const kind of ['ours', 'colyseus', 'ws'])
      expect(found[kind]).toMatchObject({ tables: 0, steps: [{ tables: 1, lost: 0 }] });
    expect(found).toMatchObject({ most: 0.001, ratio: 0 });
  });

  test('finds the most tables that are carried to within 15 percent, whatever stops them', async () => {
    const carried = async (isCarried: (tables: number) => boolean, start: number): Promise<number> => {
      const run = async ({ tables, seconds, rate }: LoadPlan): Promise<Figures> =>
        ({ lost: 0, p99: isCarried(tables) ? 10 : 90, actions: 3 * tables * seconds * rate }) as Figures;
      return (await findCapacity(run, { tables: start, seconds: 1, rate: 1 }, 50)).tables;
    };
    for (const most of [1, 7, 100, 333]) {
      const found = await carried((tables) => tables <= most, 1);
      expect(found).toBeLessThanOrEqual(most);
      expect(found * 1.5).toBeGreaterThanOrEqual(most);
    }
    expect(await carried(() => false, 4)).toBe(0);
  });
});

const steady = (tables: number, seconds: number, spectators: number) =>
  jsonOf(
    'load',
    ['--tables', tables, '--seconds', seconds, '--spectators', spectators, '--rate', 1].map(String),
  );

figure('R8', 'steady play: everything is answered, and soon', { ci: 0, full: 60 }, ({ size, show }) => {
  const few = steady(10, size, 3);
  expect(few.lost).toBe(0);
  show({ what: '10 tables, 30 spectators: p95', value: few.p95, unit: 'ms', target: 50 });
  show({ what: '10 tables, 30 spectators: p99', value: few.p99, unit: 'ms', target: 100 });
  show({
    what: 'an update for one viewer, median',
    value: few.bytesPerAction,
    unit: 'B',
    target: LARGEST_UPDATE,
  });
  if (size === 1) return;
  const many = steady(100, size / 2, 0);
  expect(many.lost).toBe(0);
  show({ what: '100 tables: p95', value: many.p95, unit: 'ms', target: 100 });
  show({ what: '100 tables: CPU', value: many.serverCpu, unit: '%', target: 80 });
  const floor = many.floors.colyseus;
  show({ what: '100 tables: p95 of a bare Colyseus room', value: floor.p95, unit: 'ms', target: 100 });
});

figure(
  'R10',
  'who floods, and who reads nothing, is hardly felt at other tables',
  { ci: 0, full: 8 },
  (trial) => neighboursTrial(join(folder, 'neighbours'), trial),
);
