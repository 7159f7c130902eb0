import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openHouse, see } from '../helpers/browser.ts';
import { press, tabTo } from '../helpers/browserKeys.ts';
import { openTable, plainTable } from '../helpers/browserParty.ts';
import * as play from '../helpers/browserTable.ts';
import { begins, leverLabel, say, shortName, upTo } from '../helpers/browserWords.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What the rules find wrong, one line for each place. */
const faultsOn = async (page: Page, where: string): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      (node) => `${where}: ${id}: ${node.target.join(' ')}: ${node.failureSummary?.split('\n')[1]?.trim()}`,
    ),
  );
};

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
  await play.playToEnd(page);
  await see(page.getByText(say('result.frontierWorking'))).toHaveCount(0);
  await look('result');
  expect(faults).toEqual([]);
  await page.goto('/new');
  await look('new table');
  await page.goto(`/t/222222`);
  await look('door');
  await page.goto('/');
  await look('home, light');
  expect(faults).toEqual([]);
  await leave();
});

test('by keyboard alone from the first page to being ready: an offer made, an offer declined', async () => {
  const { page, leave } = await house.newVisitor();
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  await page.goto('/');
  await press(page, button(begins('home.alone')));
  await press(page, button(say('alone.play', { seat: say('seat.KR') })));
  await play.seeRound(page, 1);

  const tab = (name: 'offers' | 'compose') => page.getByRole('tab', { name: begins(`tab.${name}`) });
  await tabTo(page, tab('offers'));
  await page.keyboard.press('ArrowRight');
  await see(tab('compose')).toBeFocused();
  const parties = page.getByRole('group', { name: say('compose.with') });
  await press(page, parties.getByRole('button', { name: shortName('CN') }), 'Space');
  await press(page, button(say('compose.more', { lever: leverLabel('kr-cn-fta') })));
  await press(page, button(say('compose.send', { seats: shortName('CN') })));
  await press(page, button(say('compose.sendNow')));
  await see(tab('offers')).toHaveAttribute('aria-selected', 'true');

  const waiting = play.waitingOffers(page);
  await see(waiting.first()).toBeVisible();
  const card = page.getByTestId((await waiting.first().getAttribute('data-testid'))!);
  await press(page, card.getByRole('button', { name: say('offer.decline'), exact: true }));
  const dialog = page.getByRole('dialog', { name: say('offer.declineConfirm.title') });
  await see(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await see(dialog).toBeHidden();
  await press(page, card.getByRole('button', { name: say('offer.decline'), exact: true }));
  await press(page, dialog.getByRole('button', { name: say('offer.declineConfirm.do') }));
  await see(play.waitingOffers(page).and(card)).toHaveCount(0);

  await press(page, play.readyButton(page), 'Space');
  await tabTo(page, tab('offers'));
  await page.keyboard.press('ArrowLeft');
  await see(page.getByRole('tab', { name: begins('tab.log') })).toBeFocused();
  await press(page, page.getByLabel(say('log.all')), 'Space');
  const tabled = upTo('event.offerTabled.open', { by: shortName('KR'), to: shortName('CN') });
  await see(page.getByRole('tabpanel').getByText(tabled).first()).toBeVisible();
  await see(page.getByRole('tabpanel').getByText(say('event.readySet.on')).first()).toBeVisible();
  await leave();
});
