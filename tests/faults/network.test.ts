import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { figure } from './figure.ts';
import type { Chance } from './nemesis/chance.ts';
import { FLAWLESS } from './nemesis/ledger.ts';
import type { Weather } from './nemesis/proxy.ts';
import { endSupervised } from './nemesis/supervised.ts';
import { networkTrial } from './trials/networkTrial.ts';

const folder = mkdtempSync(join(tmpdir(), 'between-giants-network-'));
afterAll(() => {
  endSupervised();
  rmSync(folder, { recursive: true, force: true });
});

/** Whatever way a connection dies: in the handshake, in mid-frame, with small pieces, slowly. */
const cutting = (chance: Chance): Weather => ({
  ...(chance.happens(0.5)
    ? { cutAfterUp: chance.whole(1, 3000) }
    : { cutAfterDown: chance.whole(1, chance.happens(0.3) ? 2000 : 60_000) }),
  ...(chance.happens(0.3) && { pieceBytes: () => chance.whole(1, 700) }),
  ...(chance.happens(0.2) && { delayMs: () => chance.whole(0, 5) }),
});

figure(
  'R6',
  'cut at any byte: the same seat, no action done twice, nothing missed',
  { ci: 60, full: 1000 },
  async ({ size, chance, show }) => {
    const report = await networkTrial({
      dataDir: join(folder, 'cut'),
      rooms: size < 100 ? 4 : 10,
      chance,
      weatherOf: cutting,
      isEnough: ({ cuts }) => cuts >= size,
    });
    expect(report.verdict).toMatchObject(FLAWLESS);
    expect(report.wrongSeats).toBe(0);
    show({ what: 'connections cut', value: report.cuts, unit: '', target: 1000, least: true });
    show({
      what: 'acknowledged actions',
      value: report.verdict.acknowledged,
      unit: '',
      target: 1,
      least: true,
    });
  },
);

/** What is under way at the same time arrives one to five times, in any order. Now and then a connection is cut, too. */
const repeating = (chance: Chance): Weather => ({
  frames: {
    gatherMs: 10,
    turn: (frames) =>
      chance.shuffled(frames.flatMap((frame) => Array.from({ length: chance.whole(1, 5) }, () => frame))),
  },
  ...(chance.happens(0.3) && { cutAfterUp: chance.whole(2000, 20_000) }),
});

figure(
  'R11',
  'an action that arrives up to five times, over cuts and restarts, is done once and answered alike',
  { ci: 150, full: 10_000 },
  async ({ size, chance, show }) => {
    const report = await networkTrial({
      dataDir: join(folder, 'repeated'),
      rooms: size < 1000 ? 4 : 20,
      chance,
      weatherOf: repeating,
      isEnough: ({ actions }) => actions >= size,
      actionsPerKill: size < 1000 ? 100 : 1000,
    });
    expect(report.verdict).toMatchObject(FLAWLESS);
    expect(report.repeatedAnswers).toBeGreaterThan(0);
    show({ what: 'actions', value: report.actions, unit: '', target: 10_000, least: true });
    show({
      what: 'answers beyond the first',
      value: report.repeatedAnswers,
      unit: '',
      target: 1,
      least: true,
    });
  },
);
