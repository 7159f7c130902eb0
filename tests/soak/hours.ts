import { processMeter } from '../../server/cli/load/usage.ts';
import type { Chance } from '../faults/nemesis/chance.ts';
import { FLAWLESS } from '../faults/nemesis/ledger.ts';
import type { Weather } from '../faults/nemesis/proxy.ts';
import type { Supervised } from '../faults/nemesis/supervised.ts';
import { networkTrial } from '../faults/trials/networkTrial.ts';
import { freePort } from '../helpers/serverProcess.ts';
import { mustBe, type Soak } from './soak.ts';

const TABLES = 20;
const SAMPLE_MS = 5000;
const MINUTE_MS = 60_000;
const WINDOW_MINUTES = 5;

/** Most connections live for some minutes, then they are cut in mid-frame. */
const passing = (chance: Chance): Weather => ({
  ...(chance.happens(0.8) && { cutAfterDown: chance.whole(5000, 2_000_000) }),
  ...(chance.happens(0.2) && { delayMs: () => chance.whole(0, 20) }),
});

/** Memory at a moment: all that the process holds, and what its old objects take, garbage included. */
type Sample = { readonly minute: number; readonly mb: number; readonly oldMb: number };

type Point = { readonly minute: number; readonly mb: number };

/** By how much a straight line through points rises in ten minutes. */
const growth = (points: readonly Point[]): number => {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(points.map(({ minute }) => minute)), mean(points.map(({ mb }) => mb))];
  const rise = points.reduce((sum, { minute, mb }) => sum + (minute - x) * (mb - y), 0);
  return (10 * rise) / points.reduce((sum, { minute }) => sum + (minute - x) ** 2, 0);
};

const windowOf = ({ minute }: Sample): number => Math.floor(minute / WINDOW_MINUTES);

/** What is alive: the least that old objects took in each window, which is what a collection has left. */
const alive = (samples: readonly Sample[]): readonly Point[] =>
  [...new Set(samples.map(windowOf))].map((window) => ({
    minute: window * WINDOW_MINUTES,
    mb: Math.min(...samples.filter((one) => windowOf(one) === window).map(({ oldMb }) => oldMb)),
  }));

/** What the old objects of a server take, by its metrics; NaN when it doesn't answer. */
const oldObjectsMb = async (metricsPort: number): Promise<number> => {
  const page = await fetch(`http://127.0.0.1:${metricsPort}/metrics`).then(
    (answer) => answer.text(),
    () => '',
  );
  return Number(/nodejs_heap_space_size_used_bytes\{space="old"\} (\S+)/.exec(page)?.[1]) / 1e6;
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
  const metricsPort = await freePort();
  const began = performance.now();
  const minute = (): number => (performance.now() - began) / MINUTE_MS;
  const sampler = setInterval(async () => {
    const usage = watched.server && (await processMeter(watched.server.pid())());
    const oldMb = await oldObjectsMb(metricsPort);
    if (!usage || Number.isNaN(oldMb)) return;
    const sample = { minute: minute(), mb: usage.rssBytes / 1e6, oldMb };
    samples.push(sample);
    progress(
      `${sample.minute.toFixed(1)} of ${minutes} minutes, ${Math.round(sample.mb)} MB, old objects ${Math.round(oldMb)} MB`,
    );
  }, SAMPLE_MS);
  try {
    const report = await networkTrial({
      dataDir: folder,
      environment: { METRICS_PORT: String(metricsPort) },
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
    show({ what: 'memory, growth in ten minutes', value: growth(settled), unit: 'MB', target: 1 });
    show({
      what: 'what is alive, growth in ten minutes',
      value: growth(alive(settled)),
      unit: 'MB',
      target: 1,
    });
  } finally {
    clearInterval(sampler);
  }
};
