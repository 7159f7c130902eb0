import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProcess } from '../helpers/serverProcess.ts';
import { figure } from './figure.ts';
import { lessonTrial } from './trials/lessonTrial.ts';

figure(
  'R25',
  'a class plays to its end while its console is looked at, all are paused, some are lost and some come back',
  { ci: 2, full: 10 },
  async ({ chance, size, show }) => {
    const folder = mkdtempSync(join(tmpdir(), 'between-giants-lesson-'));
    const server = await startProcess({
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: folder,
      GRACE_MS: '500',
      BOT_DELAY_MS: '20',
    });
    try {
      const report = await lessonTrial({
        url: server.url,
        chance,
        // The shrunken one has no economy to solve.
        scenario: size < 10 ? 'chip-council' : 'tariff-pause-2025',
        tables: size,
        lost: size,
        back: Math.ceil(size / 3),
        everyMs: 500,
        isShort: size < 10,
      });
      show({ what: 'looks at the console', value: report.looks, unit: '', target: 5, least: true });
      show({ what: 'the slowest of them', value: report.slowestLook, unit: 'ms', target: 1000 });
      show({
        what: 'from the pause of all to the last screen',
        value: report.pause,
        unit: 'ms',
        target: 500,
      });
      show({ what: 'from a lost line to the stand-in', value: report.standIn, unit: 'ms', target: 2500 });
    } finally {
      await server.stop('SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
