/**
 * `npm run figures`: what a visitor's browser goes through, measured on the running product: bytes that come, time to the
 * first page and to the first board, long tasks, and what a frame of the board costs the main thread. Without a graphics
 * card the board is painted by the processor, so times are those of the slowest machine there is.
 */
import type { Page } from '@playwright/test';
import { openHouse, see } from '../helpers/browser.ts';
import * as play from '../helpers/browserTable.ts';
import { begins, say } from '../helpers/browserWords.ts';
import buildClient from '../helpers/buildClient.ts';

const WATCH_MS = 5000;

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
await leave();
await house.close();
