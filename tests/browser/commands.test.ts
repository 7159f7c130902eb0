import type { Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openHouse, see } from '../helpers/browser.ts';
import { faultsOn } from '../helpers/browserAxe.ts';
import { soloTable } from '../helpers/browserSolo.ts';
import * as play from '../helpers/browserTable.ts';
import { say, shortName, upTo } from '../helpers/browserWords.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const field = (page: Page) => page.getByRole('textbox', { name: say('command.label'), exact: true });

/** Types a command, and waits for what is answered. */
const command = async (page: Page, text: string, answer: string): Promise<void> => {
  await field(page).fill(text);
  await page.keyboard.press('Enter');
  await see(page.locator('.command-answer')).toContainText(answer);
};

test('a round is played by typed commands alone: read, weigh, decline and propose after a yes, speak, be ready', async () => {
  const { page, crashes, complaints, leave } = await house.newVisitor();
  await page.goto('/');
  const path = await soloTable(page, 'typed');
  await page.goto(path);
  await play.seeRound(page, 1);
  await page.keyboard.press('/');
  await see(field(page)).toBeFocused();
  await command(page, 'xyzzy', say('command.unknown', { text: 'xyzzy' }));
  await command(page, 'help', say('command.about.accept'));
  await command(page, 'status', say('clock.noLimit'));
  await command(page, 'levers', '1. ');
  expect(await faultsOn(page, 'the command line')).toEqual([]);

  // Nothing is sent before a yes.
  await command(page, 'propose China kr-cn-fta', upTo('command.noLevel', {}));
  await command(page, 'propose China kr-cn-fta upgraded', say('command.sure'));
  await command(page, 'no', say('command.left'));
  await command(page, 'yes', say('command.nothing'));

  await see(play.waitingOffers(page).first()).toBeVisible();
  await command(page, 'offers', say('command.mark.waits'));
  const lines = await page.locator('.command-answer p').allTextContents();
  const number = /\d+/.exec(lines.find((line) => line.includes(say('command.mark.waits'))) ?? '')?.[0] ?? '';
  await command(page, `read offer ${number}`, say('offer.worth'));
  // An acceptance is told with all that it leads to.
  await command(page, `accept ${number}`, say('offer.acceptConfirm.title'));
  await see(page.locator('.command-answer')).toContainText(say('offer.odds'));
  const consequence = [say('offer.acceptConfirm.last'), say('offer.acceptConfirm.notLast')];
  expect(consequence).toContain(await page.locator('.command-answer p').nth(1).textContent());
  await command(page, 'no', '');
  const waiting = await play.waitingOffers(page).count();
  await command(page, `decline ${number}`, say('offer.declineConfirm.body'));
  expect(await play.waitingOffers(page).count()).toBe(waiting);
  await command(page, 'yes', say('command.done'));
  await command(page, `accept ${number}`, say('command.noOffer', { text: number }));
  await command(page, 'propose China kr-cn-fta upgraded', say('command.sure'));
  await command(page, 'yes', say('command.done'));
  await see(page.getByRole('article', { name: say('offer.mine', { seats: shortName('CN') }) })).toBeVisible();
  await command(page, 'say We are still here', say('command.done'));
  await play.seeRecorded(page, 'We are still here');
  await field(page).focus();
  await command(page, 'ready', say('command.done'));
  await play.seeRound(page, 2);
  await page.keyboard.press('Escape');
  await see(field(page)).toHaveCount(0);
  expect({ crashes, complaints }).toEqual({ crashes: [], complaints: [] });
  await leave();
});
