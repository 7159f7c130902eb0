/**
 * Pictures of debrief and replay on a running server, for the eye: `node tests/debrief/shoot.ts` with BASE (default
 * http://127.0.0.1:2567), OUT (folder), ONLY=desktop|phone, LOCALE=en|ko|zh, SCENARIO. Opens a table of bots and looks back on it.
 */
import { mkdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { openBrowser } from '../client/browser.ts';
import { apiOf } from '../helpers/players.ts';

const base = process.env.BASE ?? 'http://127.0.0.1:2567';
const out = process.env.OUT ?? '/tmp/shots-debrief';
const language = process.env.LOCALE ?? 'en';
const api = apiOf(base);

const SIZES = {
  desktop: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
} as const;

const { body: guest } = await api('POST', '/api/guests', { body: { name: 'Ann' } });
const seats = { US: 'bot:trader', KR: 'bot:conceder', CN: 'bot:analyst' };
const plan = { scenario: process.env.SCENARIO ?? 'tariff-pause-2025', timeControl: 'blitz', seats };
const { body: table } = await api('POST', '/api/tables', { token: guest.token, body: plan });
await api('POST', `/api/tables/${table.code}/start`, { token: guest.token, body: {} });
for (;;) {
  const { body } = await api('GET', `/api/tables/${table.code}`);
  if (body.phase === 'ended') break;
  await new Promise((go) => setTimeout(go, 500));
}

const visit = async (page: Page, size: string): Promise<void> => {
  await page.addInitScript(
    ([locale, who]) => {
      localStorage.setItem('between-giants.locale', locale!);
      localStorage.setItem('between-giants.guest', who!);
    },
    [language, JSON.stringify(guest)],
  );
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) console.log(size, message.text());
  });
  page.on('pageerror', (error) => console.log(size, error.stack));
  await page.goto(`${base}/debrief/${table.code}`);
  await page.waitForSelector('.debrief');
  await page.waitForSelector('.moment, .review-seat', { timeout: 60_000 });
  await page.waitForFunction(
    () => document.querySelectorAll('.review-seat .soft[role=status]').length === 0,
    null,
    { timeout: 120_000 },
  );
  await page.screenshot({ path: `${out}/${size}-${language}-debrief.png`, fullPage: true, timeout: 180_000 });
};

mkdirSync(out, { recursive: true });
const browser = await openBrowser();
for (const [size, options] of Object.entries(SIZES)) {
  if (process.env.ONLY !== undefined && process.env.ONLY !== size) continue;
  const context = await browser.newContext({ ...options, reducedMotion: 'reduce' });
  await visit(await context.newPage(), size);
  await context.close();
}
await browser.close();
