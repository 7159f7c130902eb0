/**
 * Pictures of every page on a running server, for the eye: `node tests/client/shoot.ts` with BASE (default
 * http://127.0.0.1:2567), OUT (folder), ONLY=desktop|phone, LOCALE=en|ko|zh. Prints what the browser complained of.
 */
import { mkdirSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import { openBrowser } from './browser.ts';

const base = process.env.BASE ?? 'http://127.0.0.1:2567';
const out = process.env.OUT ?? '/tmp/shots-client';
const language = process.env.LOCALE ?? 'en';
const complaints: string[] = [];

const SIZES = {
  desktop: { viewport: { width: 1440, height: 900 } },
  phone: {
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
  },
} as const;

type SizeName = keyof typeof SIZES;

const listen = (page: Page, size: string): void => {
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      complaints.push(`${size} ${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`${size} error: ${error.stack ?? error.message}`));
};

const shot = (page: Page, size: string, name: string, fullPage = false): Promise<unknown> =>
  page.screenshot({ path: `${out}/${size}-${language}-${name}.png`, fullPage });

const tabs = { compose: 1, talk: 2, mandate: 3, log: 4 } as const;

const openTab = (page: Page, index: number) => page.locator('.tab-bar button').nth(index).click();

const front = async (page: Page, size: SizeName): Promise<void> => {
  await page.goto(`${base}/`);
  await page.waitForLoadState('networkidle');
  await shot(page, size, 'home', true);
  await page.locator('.start .gold').click();
  await page.waitForLoadState('networkidle');
  await shot(page, size, 'alone', true);
  await page.goto(`${base}/new`);
  await page.waitForLoadState('networkidle');
  await shot(page, size, 'new', true);
  await page.goto(`${base}/nowhere`);
  await shot(page, size, 'lost');
};

const game = async (page: Page, size: SizeName): Promise<void> => {
  await page.goto(`${base}/`);
  await page.locator('.start .gold').click();
  await page.locator('.seal-card.seat-KR').click();
  await page.waitForURL(/\/t\//);
  await page.goto(`${page.url()}?still`);
  await page.waitForSelector('[data-board=drawn]', { timeout: 40_000 });
  await page.locator('.offer').first().waitFor({ timeout: 15_000 });
  await shot(page, size, 'desk');
  for (const [name, index] of Object.entries(tabs)) {
    await openTab(page, index);
    if (name === 'compose') {
      await page.locator('.party').first().click();
      await page.locator('.lever .stepper button:enabled').first().click();
      await page.locator('.lever .stepper button:enabled').nth(2).click();
    }
    await shot(page, size, name, size === 'phone');
  }
  await openTab(page, 0);
  await page.locator('.economy').nth(1).click();
  await shot(page, size, 'economy');
};

const run = async (context: BrowserContext, size: SizeName): Promise<void> => {
  const page = await context.newPage();
  listen(page, size);
  await page.addInitScript((locale) => localStorage.setItem('between-giants.locale', locale), language);
  await front(page, size);
  await game(page, size);
};

mkdirSync(out, { recursive: true });
const browser = await openBrowser();
for (const size of Object.keys(SIZES) as SizeName[]) {
  if (process.env.ONLY !== undefined && process.env.ONLY !== size) continue;
  const context = await browser.newContext({ ...SIZES[size], reducedMotion: 'reduce' });
  await run(context, size);
  await context.close();
}
await browser.close();
console.log(complaints.length === 0 ? 'no complaints' : complaints.join('\n'));
