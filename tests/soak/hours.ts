import { processMeter } from '../../server/cli/load/usage.ts';
import type { Chance } from '../faults/nemesis/chance.ts';
import { FLAWLESS } from '../faults/nemesis/ledger.ts';
import type { Weather } from '../faults/nemesis/proxy.ts';
import type { Supervised } from '../faults/nemesis/supervised.ts';
import { networkTrial } from '../faults/trials/networkTrial.ts';
import { mustBe, type Soak } from './soak.ts';

const TABLES = 20;
const SAMPLE_MS = 10_000;
const MINUTE_MS = 60_000;

/** Most connections live for some minutes, then they are cut in mid-frame. */
const passing = (chance: Chance): Weather => ({
  ...(chance.happens(0.8) && { cutAfterDown: chance.whole(5000, 2_000_000) }),
  ...(chance.happens(0.2) && { delayMs: () => chance.whole(0, 20) }),
});

type Sample = { readonly minute: number; readonly mb: number };

/** By how much a straight line through samples rises in a minute. */
const slope = (samples: readonly Sample[]): number => {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(samples.map(({ minute }) => minute)), mean(samples.map(({ mb }) => mb))];
  const rise = samples.reduce((sum, { minute, mb }) => sum + (minute - x) * (mb - y), 0);
  return rise / samples.reduce((sum, { minute }) => sum + (minute - x) ** 2, 0);
};

/** Lines of errors, each kind once, without what differs from time to time. */
const errorsIn = (lines: readonly string[]): readonly string[] => [
  ...new Set(
    lines
      .filter((line) => /"level":[56]0/.test(line))
      .map((line) => /"msg":"([^"]*)"/.exec(line)?.[1] ?? line),
  ),
];

/** R14: play at twenty tables, one game after the other, while lines are cut. The first third warms up. */
export const hours: Soak = async ({ folder, chance, plan: { minutes }, show, progress }) => {
  const samples: Sample[] = [];
  const watched: { server?: Supervised } = {};
  const began = performance.now();
  const minute = (): number => (performance.now() - began) / MINUTE_MS;
  const sampler = setInterval(async () => {
    const usage = watched.server && (await processMeter(watched.server.pid())());
    if (!usage) return;
    samples.push({ minute: minute(), mb: usage.rssBytes / 1e6 });
    progress(`${minute().toFixed(1)} of ${minutes} minutes, ${Math.round(usage.rssBytes / 1e6)} MB`);
  }, SAMPLE_MS);
  try {
    const report = await networkTrial({
      dataDir: folder,
      rooms: TABLES,
      chance,
      weatherOf: passing,
      isEnough: () => minute() >= minutes,
      watchServer: (server) => {
        watched.server = server;
      },
    });
    const { acknowledged, ...faults } = report.verdict;
    mustBe('what the log says against what players were told', faults, FLAWLESS);
    mustBe('errors in the log of the server', errorsIn(watched.server?.lines ?? []), []);
    mustBe('starts of the server', watched.server?.starts(), 1);
    const settled = samples.filter((sample) => sample.minute >= minutes / 3);
    show({ what: `minutes, ${TABLES} tables`, value: minutes, unit: '', target: 60, least: true });
    show({ what: 'acknowledged actions', value: acknowledged, unit: '', target: 1, least: true });
    show({ what: 'connections cut', value: report.cuts, unit: '', target: 1, least: true });
    show({ what: 'memory at the end', value: samples.at(-1)?.mb ?? Number.NaN, unit: 'MB', target: 600 });
    show({ what: 'memory, growth in ten minutes', value: 10 * slope(settled), unit: 'MB', target: 1 });
  } finally {
    clearInterval(sampler);
  }
};
