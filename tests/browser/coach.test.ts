import type { Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Strength } from '../../client/pages/strengths.ts';
import type { Seat } from '../../shared/seats.ts';
import { type House, openHouse, see } from '../helpers/browser.ts';
import * as play from '../helpers/browserTable.ts';
import { begins, namesOf, say } from '../helpers/browserWords.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** Korea alone against two bots of some strength; `character`: an option of the list. */
const playAgainst = async (page: Page, strength: Strength, character?: string): Promise<void> => {
  await page.goto('/?board=none');
  await page.getByRole('button', { name: begins('home.alone') }).click();
  await page.getByRole('radio', { name: begins(`strength.${strength}`) }).check();
  if (character !== undefined) await page.getByLabel(say('personality.legend')).selectOption(character);
  await page.getByRole('button', { name: say('alone.play', { seat: say('seat.KR') }) }).click();
  await play.seeRound(page, 1);
};

const coachOf = (page: Page) => page.getByRole('region', { name: say('coach.title'), exact: true }).first();

/** The coach has something to propose, and something to say about an offer that came in. */
const seeHints = async (page: Page): Promise<void> => {
  await see(coachOf(page).locator('.coach-suggestion').first()).toBeVisible();
  const line = page
    .getByRole('article')
    .getByRole('region', { name: say('coach.title') })
    .first();
  await see(line.locator('.coach-verdict')).toBeVisible();
  await see(line).toContainText(say('coach.worth'));
  expect(await line.innerText()).not.toContain('{{');
};

/** Every bot is of that strength, and tells why it did what it did. */
const seeOpponents = async (page: Page, name: string): Promise<void> => {
  await see(page.locator('.economy').getByText(name)).toHaveCount(2);
  await play.openTab(page, 'log');
  await see(page.locator('.moveExplained').first()).toBeVisible();
  await play.openTab(page, 'offers');
};

test.each([
  ['easy', () => say('bot.conceder')],
  ['strong', () => say('bot.styled', { bot: say('bot.statesman'), personality: say('personality.rival') })],
] as const)('alone against %s bots: hints and reasons', async (strength, name) => {
  const { page, crashes, complaints, leave } = await house.newVisitor();
  await playAgainst(page, strength);
  await seeHints(page);
  await seeOpponents(page, name());
  expect({ crashes, complaints }).toEqual({ crashes: [], complaints: [] });
  await leave();
});

test('alone against fair bots with a character: by keyboard, what the coach proposes is laid down as it is', async () => {
  const { page, crashes, complaints, leave } = await house.newVisitor();
  await playAgainst(page, 'fair', 'dealmaker');
  await seeHints(page);
  await seeOpponents(
    page,
    say('bot.styled', { bot: say('bot.trader'), personality: say('personality.dealmaker') }),
  );
  const proposal = coachOf(page).locator('.coach-suggestion').first();
  const title = await proposal.locator('.coach-suggestion-title').innerText();
  const clauses = await proposal.locator('.clauses li').count();
  const seats = (['US', 'CN'] as const).filter((seat: Seat) => title.includes(say(`seat.short.${seat}`)));
  await proposal.getByRole('button', { name: say('coach.load') }).press('Enter');
  const tab = page.getByRole('tab', { name: begins('tab.compose') });
  await see(tab).toBeFocused();
  await see(tab).toContainText(String(clauses));
  await page.getByRole('button', { name: say('compose.send', { seats: namesOf(seats) }) }).press('Enter');
  await page.getByRole('button', { name: say('compose.sendNow') }).press('Enter');
  await play.openTab(page, 'offers');
  await page.getByRole('button', { name: say('coach.hide') }).press('Enter');
  await see(page.locator('.coach-line')).toHaveCount(0);
  await see(coachOf(page).locator('.coach-suggestion')).toHaveCount(0);
  expect({ crashes, complaints }).toEqual({ crashes: [], complaints: [] });
  await leave();
});
