import type { Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openHouse, see, type Visitor } from '../helpers/browser.ts';
import { gather, sitDown } from '../helpers/browserParty.ts';
import * as play from '../helpers/browserTable.ts';
import { begins, namesOf, say, shortName, upTo } from '../helpers/browserWords.ts';
import { clause } from '../helpers/game.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const newVisitors = (count: number): Promise<readonly Visitor[]> =>
  Promise.all(Array.from({ length: count }, () => house.newVisitor()));

const leave = async (visitors: readonly Visitor[]): Promise<void> => {
  for (const { crashes } of visitors) expect(crashes).toEqual([]);
  await Promise.all(visitors.map((visitor) => visitor.leave()));
};

test('a listed table is found on the first page, and left to bots where nobody comes', async () => {
  const visitors = await newVisitors(2);
  const [host, guest] = visitors.map(({ page }) => page) as [Page, Page];
  await guest.goto('/');
  await see(guest.getByText(say('home.noTables'))).toBeVisible();
  await host.goto('/new');
  await host.getByLabel(say('home.name')).fill('Host');
  await host.getByRole('radio', { name: say('pace.untimed') }).check();
  await host.getByLabel(say('new.listed')).check();
  await host.getByLabel(say('seat.US'), { exact: true }).selectOption({ label: say('new.seatMine') });
  await host.getByRole('button', { name: say('new.open') }).click();
  await see(host.getByRole('heading', { name: say('wait.title') })).toBeVisible();

  await guest.getByRole('button', { name: say('home.refresh') }).click();
  await guest
    .getByRole('region', { name: say('home.tables') })
    .getByRole('link')
    .filter({ hasText: 'Host' })
    .click();
  await sitDown(guest, 'Guest', 'CN');
  await see(host.getByRole('list', { name: say('wait.seats') })).toContainText('Guest');
  await host.getByRole('button', { name: say('wait.fill') }).click();
  for (const page of [host, guest]) await play.seeRound(page, 1);
  expect(await play.mandateOn(host, 'US')).toBeTruthy();
  expect(await play.mandateOn(guest, 'CN')).toBeTruthy();
  await leave(visitors);
});

test('three who look for a quick match meet at one table, with a clock that any of them can stop', async () => {
  const visitors = await newVisitors(3);
  const pages = visitors.map(({ page }) => page);
  for (const page of pages) {
    await page.goto('/?board=none');
    await page.getByRole('button', { name: begins('home.quick') }).click();
    await page.waitForURL(/\/t\/[A-Z0-9]{6}/);
  }
  expect(new Set(pages.map((page) => page.url())).size).toBe(1);
  for (const page of pages) await play.seeRound(page, 1);
  const timer = (page: Page) => page.getByRole('timer', { name: say('clock.left') });
  for (const page of pages) await see(timer(page)).toHaveText(/^[0-3]:\d\d$/);

  await pages[1]!.getByRole('button', { name: say('clock.pause'), exact: true }).click();
  const dialog = pages[1]!.getByRole('dialog', { name: say('clock.pauseConfirm.title') });
  await dialog.getByRole('button', { name: say('clock.pause') }).click();
  for (const page of pages) await see(page.getByText(upTo('clock.pausedBy', {})).first()).toBeVisible();
  for (const page of pages.slice(0, 2)) await page.getByRole('button', { name: say('clock.resume') }).click();
  for (const page of pages) await see(play.readyButton(page)).toBeEnabled();
  await leave(visitors);
});

/** Presses a button that asks first, and says yes. */
const insist = async (page: Page, kind: 'takeBack' | 'withdraw'): Promise<void> => {
  await page
    .getByRole('tabpanel')
    .getByRole('button', { name: say(`offer.${kind}`), exact: true })
    .click();
  const dialog = page.getByRole('dialog', { name: say(`offer.${kind}Confirm.title`) });
  await dialog.getByRole('button', { name: say(`offer.${kind}Confirm.do`) }).click();
  await see(dialog).toBeHidden();
};

test('an offer can be held back before it goes, a yes taken back, and the offer withdrawn', async () => {
  const { US, KR, CN } = await gather(house);
  const to = ['US', 'CN'] as const;
  await play.compose(KR.page, { to, clauses: [clause('kr-cn-fta', 'upgrade')] });
  const before = CN.frames.length;
  await KR.page.getByRole('button', { name: say('compose.send', { seats: namesOf(to) }) }).click();
  await KR.page.getByRole('button', { name: say('app.cancel') }).click();
  await see(KR.page.getByRole('button', { name: say('compose.sendNow') })).toHaveCount(0);
  await play.send(KR.page, to);
  await play.openTab(US.page, 'offers');
  await play.accept(play.offersFrom(US.page, 'KR', 3));
  await insist(US.page, 'takeBack');
  await see(
    play.offersFrom(US.page, 'KR', 3).getByRole('button', { name: say('offer.accept'), exact: true }),
  ).toBeEnabled();
  await insist(KR.page, 'withdraw');
  await play.seeRecorded(CN.page, say('event.offerWithdrawn', { by: shortName('KR') }));
  // Tabled, accepted, taken back, withdrawn: the offer went out once.
  expect(CN.frames.length - before).toBe(4);
  await leave([US, KR, CN]);
});
