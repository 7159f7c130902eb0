import type { Page } from '@playwright/test';
import type { BySeat, Seat } from '../../shared/seats.ts';
import type { House, Visitor } from './browser.ts';
import { see } from './browser.ts';
import { seeRound } from './browserTable.ts';
import { say } from './browserWords.ts';

/** Opens a table for three people without a clock on the page made for it, as Korea; gives its code. */
export const openTable = async (page: Page, name: string): Promise<string> => {
  await page.goto('/new?board=none');
  await page.getByRole('radio', { name: say('pace.untimed') }).check();
  await page.getByLabel(say('home.name')).fill(name);
  await page.getByRole('button', { name: say('new.open') }).click();
  await see(page.getByRole('heading', { name: say('wait.title') })).toBeVisible();
  return page.getByLabel(say('wait.code'), { exact: true }).inputValue();
};

/** From a table's door to a seat, or to the spectators. */
export const sitDown = async (page: Page, name: string, seat: Seat | 'spectator'): Promise<void> => {
  await page.getByLabel(say('home.name')).fill(name);
  const button = seat === 'spectator' ? say('door.watch') : say('door.sit', { seat: say(`seat.${seat}`) });
  await page.getByRole('button', { name: button }).click();
};

/** The address of a table at which nothing is drawn, so that it is quick. */
export const plainTable = (code: string): string => `/t/${code}?board=none`;

/** Three people with a browser each in the first round of a game without a clock. */
export const gather = async (house: House): Promise<BySeat<Visitor> & { readonly code: string }> => {
  const [US, KR, CN] = await Promise.all([house.newVisitor(), house.newVisitor(), house.newVisitor()]);
  const code = await openTable(KR.page, 'Bo');
  await KR.page.goto(plainTable(code));
  for (const [visitor, name, seat] of [
    [US, 'Ann', 'US'],
    [CN, 'Cy', 'CN'],
  ] as const) {
    await visitor.page.goto(plainTable(code));
    await sitDown(visitor.page, name, seat);
  }
  for (const { page } of [US, KR, CN]) await seeRound(page, 1);
  return { US, KR, CN, code };
};
