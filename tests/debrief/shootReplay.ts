/**
 * Pictures of a replay on a running server, for the eye: `node tests/debrief/shootReplay.ts` with BASE (default
 * http://127.0.0.1:2567), OUT (folder), ONLY=desktop|phone, LOCALE=en|ko|zh. Opens a table of bots and looks back on it.
 */
import { mkdirSync } from 'node:fs';
import { openBrowser } from '../client/browser.ts';
import { apiOf } from '../helpers/players.ts';

const base = process.env.BASE ?? 'http://127.0.0.1:2567';
const out = process.env.OUT ?? '/tmp/shots-replay';
const language = process.env.LOCALE ?? 'en';
const api = apiOf(base);

const SIZES = {
  desktop: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
} as const;

const { body: guest } = await api('POST', '/api/guests', { body: { name: 'Ann' } });
const seats = { US: 'bot:trader', KR: 'bot:conceder', CN: 'bot:analyst' };
const plan = { scenario: 'tariff-pause-2025', timeControl: 'blitz', seats };
const { body: table } = await api('POST', '/api/tables', { token: guest.token, body: plan });
await api('POST', `/api/tables/${table.code}/start`, { token: guest.token, body: {} });
for (;;) {
  const { body } = await api('GET', `/api/tables/${table.code}`);
  if (body.phase === 'ended') break;
  await new Promise((go) => setTimeout(go, 500));
}

mkdirSync(out, { recursive: true });
const browser = await openBrowser();
for (const [size, options] of Object.entries(SIZES)) {
  if (process.env.ONLY !== undefined && process.env.ONLY !== size) continue;
  const context = await browser.newContext({ ...options, reducedMotion: 'reduce' });
  const page = await context.newPage();
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
  const picture = (name: string) => page.screenshot({ path: `${out}/${size}-${language}-${name}.png` });
  await page.goto(`${base}/replay/${table.code}#e=60&as=all`);
  await page.waitForSelector('.replay-bar');
  await page.waitForSelector('[data-board=drawn]', { timeout: 60_000 });
  await page.waitForTimeout(1500);
  await picture('replay');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.waitForTimeout(800);
  await picture('round');
  await page.keyboard.press('?');
  await page.waitForSelector('dialog[open]');
  await picture('keys');
  await page.keyboard.press('Escape');
  await page.locator('.replay-more button').first().click();
  await page.waitForSelector('.moment-list');
  await picture('moments');
  await page.keyboard.press('Escape');
  await page.locator('.play-on').click();
  await page.waitForSelector('dialog[open]');
  await picture('branch');
  await page.locator('dialog[open] .gold').click();
  await page.waitForSelector('.branch-mark', { timeout: 60_000 });
  await page.waitForTimeout(1500);
  await picture('branched');
  await page.goto(`${base}/replay`);
  await page.waitForSelector('#log-file');
  await picture('file');
  await context.close();
}
await browser.close();
