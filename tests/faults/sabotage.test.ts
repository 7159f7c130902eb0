import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { figure } from './figure.ts';
import { endSupervised } from './nemesis/supervised.ts';
import { sabotageTrial } from './trials/sabotageTrial.ts';

const folder = mkdtempSync(join(tmpdir(), 'between-giants-sabotage-'));
afterAll(() => {
  endSupervised();
  rmSync(folder, { recursive: true, force: true });
});

figure(
  'R28',
  'a bug anywhere in the life of one table costs nobody else a connection',
  { ci: 8, full: 400 },
  async ({ size, chance, show }) => {
    const report = await sabotageTrial({ dataDir: join(folder, 'data'), most: size, chance });
    expect(report.disconnects).toBe(0);
    expect(report.ruined).toEqual([]);
    expect(report.silenced).toEqual([]);
    expect(report.hits).toBeGreaterThan(0);
    show({ what: 'calls that threw', value: report.hits, unit: '', target: 1, least: true });
    show({ what: 'others disconnected', value: report.disconnects, unit: '', target: 0 });
    show({
      what: 'tables where an event was never told',
      value: report.silenced.length,
      unit: '',
      target: 0,
    });
    show({ what: 'tables that could not be played on', value: report.ruined.length, unit: '', target: 0 });
    for (const [i, value] of report.away.entries())
      show({ what: `away after ${report.deaths[i]}`, value, unit: 'ms', target: 2000 });
  },
);
