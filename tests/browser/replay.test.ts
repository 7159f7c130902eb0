import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { momentName, playbackOf } from '../../shared/debrief/playback.ts';
import { writeLog } from '../../shared/debrief/readLog.ts';
import { openLog } from '../../shared/debrief/report.ts';
import { playGame } from '../../shared/simulation/playGame.ts';
import { type House, openHouse, see } from '../helpers/browser.ts';
import { say } from '../helpers/browserWords.ts';
import { pause2025 } from '../helpers/game.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const bots = { US: 'random', KR: 'random', CN: 'trader' };
const table = playGame({ book: pause2025(), bots, seed: 'browser replay' });
const opened = openLog(table.book, table.entries);
if ('code' in opened) throw new Error(opened.code);
const playback = playbackOf(opened);

const timeLine = (page: Page) => page.getByRole('slider', { name: say('replay.timeLine') });
const at = async (page: Page): Promise<number> => Number(await timeLine(page).inputValue());
const stepsOf = playback.stepsOf('spectator');

test('a finished table is stepped through by keys, from an address that survives a reload', async () => {
  const { page, crashes, complaints, leave } = await house.newVisitor();
  const body = {
    code: 'K7PQ2M',
    created: 0,
    reader: 'person',
    seat: null,
    share: 'x',
    entries: table.entries,
  };
  await page.route('**/api/tables/K7PQ2M/log', (route) => route.fulfill({ json: body }));
  await page.goto('/replay/K7PQ2M?board=none');
  await see(timeLine(page)).toBeVisible();
  expect(await at(page)).toBe(playback.start);

  // Steps are those of the public; each shows what the public saw at that moment.
  for (const step of stepsOf.slice(1, 4)) {
    await page.keyboard.press('ArrowRight');
    await see(timeLine(page)).toHaveValue(String(step));
  }
  await page.keyboard.press('ArrowLeft');
  await see(timeLine(page)).toHaveValue(String(stepsOf[2]));
  await page.keyboard.press('ArrowDown');
  // Beside the news of a round the record gives up its room: the bar always tells.
  await see(
    page.locator('.happening').getByText(say('log.round', { round: 2 }), { exact: true }),
  ).toBeVisible();
  const there = await at(page);
  expect(playback.eventAt(there)).toMatchObject({ kind: 'roundBegan', round: 2 });
  await page.waitForURL(`**/replay/K7PQ2M?board=none#e=${momentName(playback, there)}&as=public`);
  await page.reload();
  await see(timeLine(page)).toHaveValue(String(there));

  // Secrets open with the eyes that one looks with, and nothing can be done at a table that is over.
  await see(page.getByRole('tab', { name: say('tab.compose') })).toHaveCount(0);
  await page.getByLabel(say('replay.eyes')).selectOption('KR');
  await page.getByRole('tab', { name: say('tab.mandate') }).click();
  const mandate = table.book.mandateOf(table.state.mandates.KR);
  await see(page.locator('.brief').getByText(mandate.label.en)).toBeVisible();
  expect(await at(page)).toBe(there);

  await page.locator('body').press('?');
  await see(page.getByRole('dialog', { name: say('replay.keys') })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  await page.keyboard.press('Escape');
  expect(
    (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`),
  ).toEqual([]);

  await page.keyboard.press('End');
  await see(timeLine(page)).toHaveValue(String(playback.length));
  await see(page.getByRole('button', { name: say('branch.do') })).toBeDisabled();
  expect({ crashes, complaints }).toEqual({ crashes: [], complaints: [] });
  await leave();
});

test('a log from a file is played back, and a bad one is refused in words', async () => {
  const { page, crashes, complaints, leave } = await house.newVisitor();
  const give = (text: string) =>
    page.locator('#log-file').setInputFiles({
      name: 'game.jsonl',
      mimeType: 'application/jsonl',
      buffer: Buffer.from(text),
    });
  await page.goto('/replay?board=none');
  const log = writeLog(table.entries);
  const bad: readonly (readonly [string, string])[] = [
    ['', say('replay.fault.debrief.empty')],
    ['{"not": "a log"}', say('replay.fault.log.line', { at: 1 })],
    [log.replace('"at":0', '"at":1'), say('replay.fault.debrief.broken', { at: 1 })],
    [writeLog(table.entries.slice(0, 20)), say('replay.fault.debrief.unfinished')],
  ];
  for (const [text, why] of bad) {
    await give(text);
    await see(page.getByRole('alert')).toContainText(why);
  }
  await give(log);
  await see(timeLine(page)).toBeVisible();
  await page.keyboard.press(' ');
  await see(page.getByRole('button', { name: say('replay.pause'), exact: true })).toBeVisible();
  await see(timeLine(page)).not.toHaveValue(String(playback.start));
  expect({ crashes, complaints }).toEqual({ crashes: [], complaints: [] });
  await leave();
});
