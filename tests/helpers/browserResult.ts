import type { Locator, Page } from '@playwright/test';
import { expect } from 'vitest';
import { SEATS, type Seat } from '../../shared/seats.ts';
import { see } from './browser.ts';
import { say, shortName } from './browserWords.ts';

/** A section of the page of the end, by its heading. */
export const section = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });

const numberIn = (text: string): number => Number(/[−+]?[\d.]+/.exec(text)![0].replace('−', '-'));

/** The card on which a seat's result is added up. */
export const sumOf = (page: Page, seat: Seat): Locator =>
  section(page, say('result.breakdown')).getByRole('listitem').nth(SEATS.indexOf(seat));

/** For each seat, the rows of the sum and what they come to: they have to agree, rounding aside. */
export const seeSums = async (page: Page): Promise<void> => {
  for (const seat of SEATS) {
    const card = sumOf(page, seat);
    await see(card).toContainText(shortName(seat));
    const amounts = (await card.getByRole('definition').allInnerTexts()).map(numberIn);
    const total = amounts.pop()!;
    const sum = amounts.reduce((soFar, amount) => soFar + amount, 0);
    expect(Math.abs(sum - total), `${seat}: ${amounts.join(' + ')} = ${total}`).toBeLessThan(0.3);
  }
};

/** Korea's triangle: three shares of one whole, and a point inside. */
export const seeStance = async (page: Page): Promise<void> => {
  const triangle = section(page, say('result.stance')).getByRole('img');
  const shares = (await triangle.getAttribute('aria-label'))!.match(/\d+(?=%)/g)!.map(Number);
  expect(shares).toHaveLength(3);
  expect(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 100)).toBeLessThanOrEqual(1);
  await see(triangle.locator('.point')).toBeVisible();
};

/** What could have been agreed, for each pair of capitals, with the end and no deal among it. */
export const seeFrontier = async (page: Page): Promise<void> => {
  const possible = section(page, say('result.frontier'));
  for (const [one, other] of [
    ['US', 'KR'],
    ['US', 'CN'],
    ['KR', 'CN'],
  ] as const) {
    const name = say('result.frontierPair', { first: shortName(one), last: shortName(other) });
    const picture = possible.getByRole('img', { name });
    await see(picture.locator('.end')).toBeVisible();
    await see(picture.locator('.zero')).toBeVisible();
    expect(await picture.locator('.frontier circle').count()).toBeGreaterThan(0);
  }
};
