import type { Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openHouse, see, type Visitor } from '../helpers/browser.ts';
import * as play from '../helpers/browserTable.ts';
import { say } from '../helpers/browserWords.ts';
import { apiOf, newGuest, type TestGuest } from '../helpers/players.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** Somebody who comes to a table as a guest that the server knows. */
const comeAs = async (guest: TestGuest, code: string, seat: 'US' | 'KR'): Promise<Visitor> => {
  const visitor = await house.newVisitor();
  await visitor.page.goto('/?board=none');
  await visitor.page.evaluate(
    (text) => localStorage.setItem('between-giants.guest', text),
    JSON.stringify(guest),
  );
  await visitor.page.goto(`/t/${code}?board=none`);
  await visitor.page.getByRole('button', { name: say('door.sit', { seat: say(`seat.${seat}`) }) }).click();
  return visitor;
};

const hasEnded = (page: Page) =>
  page.getByRole('heading', { level: 1, name: say('result.titlePlain'), exact: true });

/** Both are ready in every round until the game is over. */
const playOut = async (pages: readonly Page[]): Promise<void> => {
  while (!(await hasEnded(pages[0]!).isVisible()))
    for (const page of pages) {
      const button = play.readyButton(page);
      if (await button.isVisible()) await button.click({ timeout: 2000 }).catch(() => undefined);
    }
};

const codeOf = (page: Page): string => new URL(page.url()).pathname.slice(3);
const seatNamed = (page: Page, seat: 'US' | 'KR' | 'CN') => page.locator(`.economy.seat-${seat}`);

test.each([
  ['result.rematch', 'in the same seats', { Ann: 'US', Bo: 'KR' }],
  ['rematch.rotate', 'in the next ones', { Ann: 'KR', Bo: 'CN' }],
] as const)('%s: both press, and land at one new table %s', async (button, _, seats) => {
  const api = apiOf(house.url);
  const [ann, bo] = await Promise.all([newGuest(api, 'Ann'), newGuest(api, 'Bo')]);
  const body = { scenario: 'chip-council', timeControl: 'untimed', seats: { CN: 'bot:random' } };
  const { code } = (await api('POST', '/api/tables', { token: ann.token, body })).body;
  const visitors = [await comeAs(ann, code, 'US'), await comeAs(bo, code, 'KR')];
  const [anns, bos] = visitors.map(({ page }) => page) as [Page, Page];
  for (const page of [anns, bos]) await play.seeRound(page, 1);
  await playOut([anns, bos]);
  for (const page of [anns, bos]) await see(hasEnded(page)).toBeVisible();

  await anns.getByRole('button', { name: say(button), exact: true }).click();
  await anns.waitForURL((url) => /^\/t\/\w{6}$/.test(url.pathname) && !url.pathname.endsWith(code));
  // Whoever has not pressed yet is told, and finds a seat kept.
  await see(
    bos.locator('#content').getByText(say('rematch.called', { seat: say('seat.short.US') })),
  ).toBeVisible();
  await bos
    .locator('#content')
    .getByRole('button', { name: say('rematch.sit'), exact: true })
    .click();
  await bos.waitForURL(`**/t/${codeOf(anns)}*`);
  for (const [page, name] of [
    [anns, 'Ann'],
    [bos, 'Bo'],
  ] as const) {
    await play.seeRound(page, 1);
    await see(seatNamed(page, seats[name]).getByText(say('seat.you'), { exact: true })).toBeVisible();
  }
  await see(seatNamed(bos, seats.Ann)).toContainText('Ann');
  await see(seatNamed(anns, seats.Bo)).toContainText('Bo');
  for (const { crashes } of visitors) expect(crashes).toEqual([]);
  await Promise.all(visitors.map(({ leave }) => leave()));
});
