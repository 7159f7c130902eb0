/**
 * `npm run figures`: what a visitor's browser goes through, measured on the running product: bytes that come, time to the
 * first page and to the first board, long tasks, and what a frame of the board costs the main thread. Without a graphics
 * card the board is painted by the processor, so times are those of the slowest machine there is.
 */
import type { Page } from '@playwright/test';
import { writeLog } from '../../shared/debrief/readLog.ts';
import { bookOf } from '../../shared/scenarios/index.ts';
import { playGame } from '../../shared/simulation/playGame.ts';
import { openHouse, see } from '../helpers/browser.ts';
import * as play from '../helpers/browserTable.ts';
import { begins, say } from '../helpers/browserWords.ts';
import buildClient from '../helpers/buildClient.ts';

const WATCH_MS = 5000;
const JUMPS = 60;

/** Bytes that came over the line, by kind, in kB as transferred. */
const weigh = (page: Page) =>
  page.evaluate(() => {
    const kB: Record<string, number> = {};
    const entries = [
      ...performance.getEntriesByType('navigation'),
      ...performance.getEntriesByType('resource'),
    ] as PerformanceResourceTiming[];
    for (const { name, transferSize } of entries) {
      const ending = /\.(\w+)$/.exec(new URL(name).pathname)?.[1] ?? 'page and api';
      kB[ending] = (kB[ending] ?? 0) + transferSize / 1000;
    }
    return Object.entries(kB).map(([kind, size]) => `${kind} ${size.toFixed(0)}`);
  });

/** Tasks that held the page up: how many, the longest, and all beyond 50 ms together (blocking time). */
const longTasks = (page: Page) =>
  page.evaluate(() => {
    const { longTasks } = window as unknown as { longTasks: readonly number[] };
    const blocking = longTasks.reduce((sum, ms) => sum + ms - 50, 0);
    return `${longTasks.length}, longest ${Math.round(Math.max(0, ...longTasks))} ms, blocking ${Math.round(blocking)} ms`;
  });

/** What the main thread did for each frame while nothing but the board moved. */
const frameCost = async (page: Page): Promise<string> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const metrics = async () => {
    const { metrics: all } = await session.send('Performance.getMetrics');
    return Object.fromEntries(all.map(({ name, value }) => [name, value]));
  };
  const before = await metrics();
  const frames = await page.evaluate(
    (watch) =>
      new Promise<number>((resolve) => {
        const end = performance.now() + watch;
        let count = 0;
        const next = (): void => {
          count += 1;
          if (performance.now() < end) requestAnimationFrame(next);
          else resolve(count);
        };
        requestAnimationFrame(next);
      }),
    WATCH_MS,
  );
  const after = await metrics();
  const ms = (name: string): string => (((after[name] - before[name]) * 1000) / frames).toFixed(1);
  return `${(frames / (WATCH_MS / 1000)).toFixed(0)} frames a second; a frame: ${ms('TaskDuration')} ms, of it script ${ms('ScriptDuration')} ms, layout ${ms('LayoutDuration')} ms`;
};

/** How long the page works on a jump along the time line of a replay, until the next frame is drawn. */
const jumpCost = (page: Page): Promise<string> =>
  page.evaluate(async (jumps) => {
    const line = document.querySelector<HTMLInputElement>('#time-line');
    if (line === null) return 'no time line';
    const [first, last] = [Number(line.min), Number(line.max)];
    const times: number[] = [];
    for (let i = 0; i < jumps; i++) {
      // Far to and fro, so that hardly any jump is the next step of the one before.
      line.value = String(first + Math.round((last - first) * ((i * 0.618) % 1)));
      const begun = performance.now();
      line.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      times.push(performance.now() - begun);
    }
    times.sort((one, other) => one - other);
    const at = (share: number): string =>
      `${Math.round(times[Math.floor(share * (times.length - 1))] ?? 0)} ms`;
    return `a jump among ${last} events takes ${at(0.5)}, 95 of 100 at most ${at(0.95)}`;
  }, JUMPS);

buildClient();
const house = await openHouse();
const { page, leave } = await house.newVisitor({
  viewport: { width: 1440, height: 900 },
  reducedMotion: 'no-preference',
});
await page.addInitScript(() => {
  const longTasks: number[] = [];
  Object.assign(window, { longTasks });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push(duration);
  }).observe({ type: 'longtask', buffered: true });
});
const since = (start: number): string => `${Math.round(performance.now() - start)} ms`;

let start = performance.now();
await page.goto('/');
await see(page.getByRole('button', { name: begins('home.alone') })).toBeVisible();
console.log(`first page usable after  ${since(start)}`);
await see(page.locator('.living canvas')).toBeVisible({ timeout: 120_000 });
console.log(`living board drawn after ${since(start)}`);
console.log(`home, kB: ${(await weigh(page)).join(', ')}`);
console.log(`home, long tasks: ${await longTasks(page)}`);

await page.getByRole('button', { name: begins('home.alone') }).click();
start = performance.now();
await page.getByRole('button', { name: say('alone.play', { seat: say('seat.KR') }) }).click();
await play.seeRound(page, 1);
console.log(`table usable after       ${since(start)} from the press`);
await see(page.locator('[data-board=drawn]')).toBeAttached({ timeout: 120_000 });
console.log(`its board drawn after    ${since(start)} from the press`);
console.log(`home and table, kB: ${(await weigh(page)).join(', ')}`);
console.log(`both, long tasks: ${await longTasks(page)}`);
console.log(`board: ${await frameCost(page)}`);

const host = await house.newVisitor();
await host.page.goto('/?board=none');
start = performance.now();
await host.page.getByRole('link', { name: say('class.host') }).click();
await host.page.getByRole('button', { name: say('class.new.open') }).click();
await see(host.page.locator('.class-table')).toHaveCount(10);
await see(host.page.locator('svg.qr')).toBeVisible();
console.log(`ten tables for thirty, with a QR code, after ${since(start)} from the first page`);

const game = playGame({
  book: bookOf('tariff-pause-2025'),
  bots: { US: 'trader', KR: 'trader', CN: 'trader' },
  seed: 'figures',
});
await host.page.goto('/replay?board=none');
await host.page
  .locator('#log-file')
  .setInputFiles({ name: 'game.jsonl', mimeType: 'text/plain', buffer: Buffer.from(writeLog(game.entries)) });
await see(host.page.getByRole('slider', { name: say('replay.timeLine') })).toBeVisible();
console.log(`replay: ${await jumpCost(host.page)}`);
await host.leave();
await leave();
await house.close();
