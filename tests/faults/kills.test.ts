import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { quantile } from '../../server/cli/load/drive.ts';
import { figure } from './figure.ts';
import { FLAWLESS } from './nemesis/ledger.ts';
import { endSupervised } from './nemesis/supervised.ts';
import { killTrial } from './trials/killTrial.ts';

const folder = mkdtempSync(join(tmpdir(), 'between-giants-kills-'));
afterAll(() => {
  endSupervised();
  rmSync(folder, { recursive: true, force: true });
});

figure(
  'R1',
  'killed in mid-game: nothing acknowledged is lost or done twice, all sit where they sat',
  { ci: 5, full: 20 },
  async ({ size, chance, show }) => {
    const rooms = size < 20 ? 6 : 50;
    const report = await killTrial({ dataDir: join(folder, 'data'), rooms, kills: size, chance });
    expect(report.verdict).toMatchObject(FLAWLESS);
    expect(report.verdict.acknowledged).toBeGreaterThan(size);
    expect(report.wrongSeats).toBe(0);
    const back = (share: number): number => quantile(report.seatsBack, share) ?? 0;
    show({
      what: 'acknowledged actions',
      value: report.verdict.acknowledged,
      unit: '',
      target: 1,
      least: true,
    });
    show({ what: 'lost', value: report.verdict.lost, unit: '', target: 0 });
    show({ what: 'seats back, p50 (R2)', value: back(0.5), unit: 'ms', target: 3000 });
    show({ what: 'seats back, p99 (R2)', value: back(0.99), unit: 'ms', target: 10_000 });
    show({ what: 'seats back, last (R2)', value: Math.max(...report.seatsBack), unit: 'ms', target: 20_000 });
    show({
      what: 'server back, last (R28)',
      value: Math.max(...report.serverBack),
      unit: 'ms',
      target: 2000,
    });
  },
);
