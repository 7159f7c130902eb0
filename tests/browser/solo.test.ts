import type { Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openHouse, PHONE, see } from '../helpers/browser.ts';
import { playOutElsewhere } from '../helpers/browserElsewhere.ts';
import { coloursOf, isStill } from '../helpers/browserPicture.ts';
import * as result from '../helpers/browserResult.ts';
import * as play from '../helpers/browserTable.ts';
import { begins, say, shortName, upTo } from '../helpers/browserWords.ts';
import { clause } from '../helpers/game.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** Korea's levers and what it shares with China: no treaty between the two others can have bound them meanwhile. */
const FIRST_OFFER = [clause('kr-cn-fta', 'upgrade'), clause('kr-supply-chains', 'diversify')];

/** Two presses from the first page to the table. */
const playAlone = async (page: Page): Promise<void> => {
  await page.goto('/');
  await page.getByRole('button', { name: begins('home.alone') }).click();
  await page.getByRole('button', { name: say('alone.play', { seat: say('seat.KR') }) }).click();
  await play.seeRound(page, 1);
};

/** The picture of the board, without what lies over it. */
const seeBoard = async (page: Page): Promise<void> => {
  await see(page.locator('[data-board=drawn] canvas')).toBeVisible();
  const canvas = page.locator('[data-board=drawn] canvas');
  const isLost = await canvas.evaluate((element) => {
    const gl =
      (element as HTMLCanvasElement).getContext('webgl2') ??
      (element as HTMLCanvasElement).getContext('webgl');
    return gl === null || gl.isContextLost();
  });
  expect(isLost).toBe(false);
  const shown = await coloursOf(page, canvas);
  await canvas.evaluate((element) => ((element as HTMLElement).style.opacity = '0'));
  const without = await coloursOf(page, canvas);
  await canvas.evaluate((element) => ((element as HTMLElement).style.opacity = ''));
  expect(shown).toBeGreaterThan(200);
  expect(shown).toBeGreaterThan(2 * without);
};

/** Every move of a bot has a reason that can be read. */
const seeReasons = async (page: Page): Promise<void> => {
  await play.openTab(page, 'log');
  expect(await page.locator('.moveExplained').count()).toBeGreaterThan(0);
  expect(await page.getByRole('tabpanel').getByText(say('reason.unknown')).count()).toBe(0);
};

/** Back to the table: how many treaties are in force there. */
const treatiesAtTheTable = async (page: Page): Promise<number> => {
  await page.getByRole('button', { name: say('result.table') }).click();
  await play.openTab(page, 'offers');
  const inForce = page.getByRole('article').filter({ hasText: say('treaties.binding') });
  const count = await inForce.count();
  await seeReasons(page);
  await page.getByRole('button', { name: say('result.show') }).click();
  await play.seeResult(page);
  return count;
};

const seeWholeResult = async (page: Page): Promise<void> => {
  const score = await page.locator('.score-figure').innerText();
  expect(score).toMatch(/^−?\d+$/);
  await see(result.sumOf(page, 'KR')).toContainText(score);
  await result.seeSums(page);
  const treaties = await treatiesAtTheTable(page);
  await see(result.section(page, say('result.treaties')).getByRole('article')).toHaveCount(treaties);
  expect(await result.section(page, say('result.levers')).getByRole('row').count()).toBeGreaterThan(1);
  await result.seeStance(page);
  await result.seeFrontier(page);
};

/** The result as a picture of its own size, with a link that opens the replay. */
const seeCard = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: say('card.open') }).click();
  const dialog = page.getByRole('dialog', { name: say('card.open') });
  const picture = dialog.getByRole('img', { name: say('seat.KR') });
  await see(picture).toBeVisible();
  const size = await picture.evaluate(async (image: HTMLImageElement) => {
    await image.decode();
    return [image.naturalWidth, image.naturalHeight];
  });
  expect(size).toEqual([1200, 630]);
  await see(dialog.getByLabel(say('card.link'), { exact: true })).toHaveValue(
    /\/replay\/[A-Z0-9]{6}#key=.{22}$/,
  );
  await page.keyboard.press('Escape');
  await see(dialog).toBeHidden();
};

const playAgain = async (page: Page): Promise<void> => {
  const before = page.url();
  await page.getByRole('button', { name: say('result.rematch'), exact: true }).click();
  await play.seeRound(page, 1);
  expect(page.url()).not.toBe(before);
  expect(await play.mandateOn(page, 'KR')).toBeTruthy();
};

test('alone against two traders with the board drawn: first offer, answers, ninety days, result, another game', async () => {
  const { page, crashes, complaints, leave } = await house.newVisitor();
  await playAlone(page);
  await seeBoard(page);
  await play.offer(page, { to: ['CN'], clauses: FIRST_OFFER, note: 'A first word from Seoul.' });
  await play.seeRecorded(page, upTo('event.offerTabled.open', { by: shortName('KR'), to: shortName('CN') }));
  // The device asks for no motion: once the bots have answered, nothing on the board moves.
  await see.poll(() => isStill(page.locator('[data-board=drawn] canvas'))).toBe(true);
  expect(await play.playToEnd(page)).toBeGreaterThan(0);
  await seeWholeResult(page);
  await seeCard(page);
  await playAgain(page);
  expect({ crashes, complaints }).toEqual({ crashes: [], complaints: [] });
  await leave();
});

/** Nothing sticks out sideways. */
const seeNoSidewaysScroll = async (page: Page): Promise<void> => {
  const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(widths[0]).toBeLessThanOrEqual(widths[1]!);
};

test('the same by touch on a phone', async () => {
  const phone = { viewport: PHONE, deviceScaleFactor: 2, hasTouch: true, isMobile: true };
  const { page, crashes, complaints, leave } = await house.newVisitor(phone);
  await playAlone(page);
  await seeBoard(page);
  await seeNoSidewaysScroll(page);
  await play.offer(page, { to: ['CN'], clauses: FIRST_OFFER });
  for (const tab of ['talk', 'mandate', 'log', 'compose'] as const) {
    await play.openTab(page, tab);
    await seeNoSidewaysScroll(page);
  }
  await page.goto(`${page.url()}?board=none`);
  await play.seeRound(page, 1);
  await page.setViewportSize({ width: 360, height: 640 });
  for (const tab of ['compose', 'mandate', 'offers'] as const) {
    await play.openTab(page, tab);
    await seeNoSidewaysScroll(page);
  }
  await page.setViewportSize(PHONE);
  await play.pressReady(page);
  await playOutElsewhere(page);
  await seeWholeResult(page);
  await seeNoSidewaysScroll(page);
  expect({ crashes, complaints }).toEqual({ crashes: [], complaints: [] });
  await leave();
});
