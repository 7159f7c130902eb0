import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openHouse, see } from '../helpers/browser.ts';
import { faultsOn } from '../helpers/browserAxe.ts';
import { playOutElsewhere } from '../helpers/browserElsewhere.ts';
import { openTable, plainTable } from '../helpers/browserParty.ts';
import * as play from '../helpers/browserTable.ts';
import { begins, say } from '../helpers/browserWords.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

test('no page breaks the rules of accessibility (WCAG 2.2 AA, as far as a program can tell)', async () => {
  const { page, leave } = await house.newVisitor();
  const faults: string[] = [];
  const look = async (where: string) => void faults.push(...(await faultsOn(page, where)));
  await page.goto('/');
  await see(page.getByLabel(say('home.name'))).not.toHaveValue('');
  await look('home');
  await page.getByRole('button', { name: begins('home.alone') }).click();
  await look('play alone');
  const code = await openTable(page, 'Ann');
  await look('waiting room');
  await page.goto(plainTable(code));
  await page.getByRole('button', { name: say('wait.fill') }).click();
  await play.seeRound(page, 1);
  await play.compose(page, { to: ['US'], clauses: [{ lever: 'kr-us-energy', level: 1, from: 0 }] });
  await look('table, compose');
  for (const tab of ['offers', 'talk', 'mandate', 'log'] as const) {
    await play.openTab(page, tab);
    await look(`table, ${tab}`);
  }
  await page
    .getByRole('button', { name: say('table.openDetails', { seat: say('seat.KR') }) })
    .last()
    .click();
  await see(page.getByRole('dialog')).toBeVisible();
  await look('an economy');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await see(page.getByRole('dialog', { name: say('help.title') })).toBeVisible();
  await look('help');
  await page.getByRole('radio', { name: say('settings.theme.light') }).check();
  await see(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await look('help, light');
  await page.keyboard.press('Escape');
  for (const [key, tab] of [
    ['1', 'offers'],
    ['2', 'compose'],
    ['4', 'mandate'],
  ] as const) {
    await page.keyboard.press(key);
    await see(page.getByRole('tab', { name: begins(`tab.${tab}`) })).toBeFocused();
    await look(`table, ${tab}, light`);
  }
  await playOutElsewhere(page);
  await see(page.getByText(say('result.frontierWorking'))).toHaveCount(0);
  await look('result');
  await page.getByRole('button', { name: say('card.open') }).click();
  await see(page.getByRole('dialog').getByRole('img')).toBeVisible();
  await look('result card');
  await page.keyboard.press('Escape');
  expect(faults).toEqual([]);
  await page.goto('/new');
  await look('new table');
  await page.goto('/daily');
  await see(page.getByRole('button', { name: say('daily.play') })).toBeVisible();
  await look('daily table');
  await page.goto(`/t/222222`);
  await look('door');
  await page.goto('/');
  await look('home, light');
  expect(faults).toEqual([]);
  await leave();
});
