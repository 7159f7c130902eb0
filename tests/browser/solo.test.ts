import type { Locator, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Seat } from '../../shared/seats.ts';
import { type House, openHouse, PHONE, see } from '../helpers/browser.ts';
import { coloursOf } from '../helpers/browserPicture.ts';
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

const section = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });

const numberIn = (text: string): number => Number(/[−+]?[\d.]+/.exec(text)![0].replace('−', '-'));

/** Korea's triangle: three shares of one whole, and a point inside. */
const seeStance = async (page: Page): Promise<void> => {
  const triangle = section(page, say('result.stance')).getByRole('img');
  const shares = (await triangle.getAttribute('aria-label'))!.match(/\d+(?=%)/g)!.map(Number);
  expect(shares).toHaveLength(3);
  expect(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 100)).toBeLessThanOrEqual(1);
  await see(triangle.locator('.point')).toBeVisible();
};

/** The rows of the sum and what they come to: they have to agree, rounding aside. */
const seeSum = async (page: Page, score: string): Promise<void> => {
  const own = section(page, say('result.breakdown'))
    .getByRole('listitem')
    .filter({ hasText: say('seat.you') });
  await see(own).toContainText(score);
  const amounts = (await own.getByRole('definition').allInnerTexts()).map(numberIn);
  const total = amounts.pop()!;
  const sum = amounts.reduce((soFar, amount) => soFar + amount, 0);
  expect(Math.abs(sum - total), `${amounts.join(' + ')} = ${total}`).toBeLessThan(0.3);
};

/** What could have been agreed, for each pair of capitals, with the end and no deal among it. */
const seeFrontier = async (page: Page): Promise<void> => {
  const possible = section(page, say('result.frontier'));
  for (const pair of ['US KR', 'US CN', 'KR CN']) {
    const [first, last] = pair.split(' ').map((seat) => shortName(seat as Seat));
    const name = say('result.frontierPair', { first: first!, last: last! });
    const picture = possible.getByRole('img', { name });
    await see(picture.locator('.end')).toBeVisible();
    await see(picture.locator('.zero')).toBeVisible();
    expect(await picture.locator('.frontier circle').count()).toBeGreaterThan(0);
  }
};

/** Back to the table: how many treaties are in force there. */
const treatiesAtTheTable = async (page: Page): Promise<number> => {
  await page.getByRole('button', { name: say('result.table') }).click();
  await play.openTab(page, 'offers');
  const inForce = page.getByRole('article').filter({ hasText: say('treaties.binding') });
  const count = await inForce.count();
  await page.getByRole('button', { name: say('result.show') }).click();
  await play.seeResult(page);
  return count;
};

const seeWholeResult = async (page: Page): Promise<void> => {
  const score = await page.locator('.score-figure').innerText();
  expect(score).toMatch(/^−?\d+$/);
  await seeSum(page, score).catch((e) => console.log(e.message));
  const treaties = await treatiesAtTheTable(page);
  await see(section(page, say('result.treaties')).getByRole('article')).toHaveCount(treaties);
  expect(await section(page, say('result.levers')).getByRole('row').count()).toBeGreaterThan(1);
  await seeStance(page);
  await seeFrontier(page);
};

const playAgain = async (page: Page): Promise<void> => {
  const before = page.url();
  await page.getByRole('button', { name: say('result.rematch') }).click();
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
  expect(await play.playToEnd(page)).toBeGreaterThan(0);
  await seeWholeResult(page);
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
  await play.playToEnd(page);
  await seeWholeResult(page);
  await seeNoSidewaysScroll(page);
  expect({ crashes, complaints }).toEqual({ crashes: [], complaints: [] });
  await leave();
});
