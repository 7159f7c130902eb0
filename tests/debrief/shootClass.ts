/**
 * Pictures of the debrief of a class on a running server, for the eye: `node tests/debrief/shootClass.ts` with BASE (default
 * http://127.0.0.1:2567), OUT (folder), LOCALE=en|ko|zh, TABLES. Opens a rehearsal with bots and looks back on it.
 */
import { mkdirSync } from 'node:fs';
import { openBrowser } from '../client/browser.ts';
import { openClassroom } from '../helpers/classroom.ts';

const base = process.env.BASE ?? 'http://127.0.0.1:2567';
const out = process.env.OUT ?? '/tmp/shots-debrief';
const language = process.env.LOCALE ?? 'en';
const tables = Number(process.env.TABLES ?? 6);

const room = await openClassroom(base, {
  title: 'Trade policy, Thursday',
  demo: 'fast',
  timeControl: 'blitz',
  people: 3 * tables,
  tables,
  bot: 'trader',
  treatments: { press: ['full', 'none'], dealing: ['each', 'same'] },
  after: { ready: ['value'], own: [] },
});
for (;;) {
  const { tables: rows } = await room.view();
  if (rows.every(({ phase }) => phase === 'ended')) break;
  await new Promise((go) => setTimeout(go, 1000));
}
console.log('played', room.code);

mkdirSync(out, { recursive: true });
const browser = await openBrowser();
const [name = '', value = ''] = room.cookie.split('=');
for (const [size, viewport] of Object.entries({
  desktop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
})) {
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
  await context.addCookies([{ name, value, url: base }]);
  const page = await context.newPage();
  await page.addInitScript((locale) => localStorage.setItem('between-giants.locale', locale), language);
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) console.log(size, message.text());
  });
  page.on('pageerror', (error) => console.log(size, error.stack));
  const began = performance.now();
  await page.goto(`${base}/class/${room.code}/debrief`);
  await page.waitForSelector('.scatter-chart', { timeout: 120_000 });
  console.log(size, 'first table after', Math.round(performance.now() - began), 'ms');
  await page.waitForFunction(
    (count) => document.querySelectorAll('.table-mark').length >= 3 * count,
    tables,
    {
      timeout: 120_000,
    },
  );
  console.log(size, 'all tables after', Math.round(performance.now() - began), 'ms');
  await page.waitForFunction(
    () => document.querySelector('.debrief-head [role=status]')?.textContent === '',
    null,
    {
      timeout: 240_000,
    },
  );
  console.log(size, 'all reviews after', Math.round(performance.now() - began), 'ms');
  await page.screenshot({ path: `${out}/${size}-${language}-class.png`, fullPage: true, timeout: 180_000 });
  await context.close();
}
await browser.close();
