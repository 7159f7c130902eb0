import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openHouse, see } from '../helpers/browser.ts';
import { begins, say } from '../helpers/browserWords.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const ASSETS = 'dist/client/assets';
const kB = (names: Iterable<string>): number =>
  [...names].reduce((sum, name) => sum + gzipSync(readFileSync(join(ASSETS, name))).length, 0) / 1000;

test('what comes before the first page can be used, and before the board is drawn, stays within its budget', async () => {
  const { page, leave } = await house.newVisitor();
  const scripts = new Set<string>();
  const known = new Set(readdirSync(ASSETS));
  const uncompressed = new Set<string>();
  page.on('response', (response) => {
    const name = new URL(response.url()).pathname.split('/').pop() ?? '';
    if (!name.endsWith('.js') || !known.has(name)) return;
    scripts.add(name);
    // Below a kilobyte there is nothing to win.
    const isLarge = statSync(join(ASSETS, name)).size > 1024;
    if (isLarge && response.headers()['content-encoding'] === undefined) uncompressed.add(name);
  });
  const hasBoard = () => [...scripts].some((name) => name.startsWith('phaser'));
  // The table's part is fetched ahead of time: it must not be in the way of the first page.
  const ahead = /(tablePage|deskPage|game|boardWords|sheets)-[^/]+\.js$/;
  await page.route(ahead, (route) => route.abort());
  await page.goto('/');
  await see(page.getByRole('button', { name: begins('home.alone') })).toBeVisible();
  expect(kB([...scripts].filter((name) => !ahead.test(`/${name}`)))).toBeLessThanOrEqual(150);

  await page.unroute(ahead);
  // The coach comes after the board, in a thread of its own.
  await page.route(/coachThread-[^/]+\.js$/, (route) => route.abort());
  await page.goto('/');
  await page.waitForLoadState('networkidle');
  expect(hasBoard()).toBe(false);

  await page.getByRole('button', { name: begins('home.alone') }).click();
  await page.getByRole('button', { name: say('alone.play', { seat: say('seat.KR') }) }).click();
  await see(page.locator('[data-board=drawn]')).toBeAttached();
  expect(hasBoard()).toBe(true);
  expect(kB(scripts)).toBeLessThanOrEqual(600);
  expect([...uncompressed]).toEqual([]);
  await leave();
});
