import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import sparticuz from '@sparticuz/chromium';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeLog } from '../../shared/debrief/readLog.ts';
import { bookOf } from '../../shared/scenarios/index.ts';
import { playGame } from '../../shared/simulation/playGame.ts';
import { type House, openHouse, PHONE, see } from '../helpers/browser.ts';
import { faultsOn } from '../helpers/browserAxe.ts';
import { section } from '../helpers/browserResult.ts';
import { say, shortName } from '../helpers/browserWords.ts';
import { openClassroom } from '../helpers/classroom.ts';
import { runTool } from '../simulation/commandLine.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** A class of two tables that was played to its end. */
const playedClass = async () => {
  const room = await openClassroom(house.url, {
    tables: 2,
    people: 2,
    timeControl: 'class',
    treatments: { press: ['full', 'none'] },
  });
  await room.joinAll(2);
  await room.act({ type: 'begin' });
  for (let i = 0; i < 12; i++) await room.act({ type: 'advance' });
  return room;
};

/** Every chart is a picture that says what it shows, with the same as a table; one of them is opened by keys. */
const seeCharts = async (page: Page): Promise<void> => {
  const charts = await page.locator('figure.chart').evaluateAll((figures) =>
    figures.map((figure) => ({
      id: figure.id,
      label: figure.querySelector('svg[role=img]')?.getAttribute('aria-label') ?? '',
      drawn: figure.querySelector('svg')?.innerHTML ?? '',
      rows: figure.querySelectorAll('tbody tr').length,
    })),
  );
  expect(charts.length).toBeGreaterThan(0);
  for (const { id, label, drawn, rows } of charts) {
    expect(label, id).toMatch(/\d/);
    expect(label + drawn, id).not.toMatch(/NaN|undefined|\{\{/);
    expect(rows, id).toBeGreaterThan(0);
  }
  const first = page.locator('figure.chart').first();
  await first.locator('summary').press('Enter');
  await see(first.getByRole('table')).toBeVisible();
};

test('the debrief of a class and of one of its tables: everything there, by keys, saved, and within the rules', async () => {
  const room = await playedClass();
  const { page, crashes, complaints, leave } = await house.newVisitor();
  const [name = '', value = ''] = room.cookie.split('=');
  await page.context().addCookies([{ name, value, url: house.url }]);
  await page.goto(`/class/${room.code}/debrief`);
  await see(page.locator('.table-mark')).toHaveCount(6);
  const treatments = section(page, say('classDebrief.treatments'));
  await see(treatments.getByRole('columnheader', { name: say('press.none') })).toBeVisible();
  await seeCharts(page);
  expect(await faultsOn(page, 'debrief of a class')).toEqual([]);

  const table = section(page, say('classDebrief.tables')).first();
  await table.getByRole('link', { name: say('class.table', { number: 1 }) }).press('Enter');
  await page.waitForURL(/\/debrief\/[A-Z0-9]{6}$/);
  for (const key of ['possible', 'path', 'promises', 'economy', 'stance', 'activity'] as const)
    await see(section(page, say(`debrief.${key}`))).toBeVisible();
  const review = section(page, say('review.title'));
  for (const seat of ['US', 'KR', 'CN'] as const)
    await see(review.getByRole('heading', { name: shortName(seat) })).toBeVisible();
  await see(review.getByRole('status')).toHaveCount(0);
  await seeCharts(page);
  expect(await faultsOn(page, 'debrief')).toEqual([]);
  const chart = page.locator('#flows-end');
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    chart.getByRole('button').press('Enter'),
  ]);
  expect(saved.suggestedFilename()).toBe('flows-end.png');

  await page.setViewportSize(PHONE);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  await page.emulateMedia({ media: 'print' });
  await see(chart.getByRole('button')).toBeHidden();
  await see(chart.getByRole('img')).toBeVisible();
  expect({ crashes, complaints }).toEqual({ crashes: [], complaints: [] });
  await leave();
});

test('the report of a log is printed by an installed browser as its page shows it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'between-giants-pdf-'));
  const [log, pdf] = [join(folder, 'game.jsonl'), join(folder, 'report.pdf')];
  const bots = { US: 'trader', KR: 'trader', CN: 'trader' };
  writeFileSync(log, writeLog(playGame({ book: bookOf('chip-council'), bots, seed: 'pdf' }).entries));
  const browser = process.env.CHROME ?? (await sparticuz.executablePath());
  const { stdout, status } = runTool('report', [
    '--log',
    log,
    '--no-review',
    '--pdf',
    pdf,
    '--browser',
    browser,
  ]);
  expect([stdout.trim(), status]).toEqual([pdf, 0]);
  const printed = readFileSync(pdf);
  expect(printed.subarray(0, 5).toString()).toBe('%PDF-');
  // A page that shows only why it shows nothing is a tenth of that.
  expect(printed.length).toBeGreaterThan(100_000);
  rmSync(folder, { recursive: true });
});
