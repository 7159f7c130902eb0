import type { Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SEATS } from '../../shared/seats.ts';
import { type House, openHouse, see } from '../helpers/browser.ts';
import { surePackage } from '../helpers/browserPackages.ts';
import { gather } from '../helpers/browserParty.ts';
import * as play from '../helpers/browserTable.ts';
import { leverLabel, say } from '../helpers/browserWords.ts';
import { clause } from '../helpers/game.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const DRAFTED = [clause('kr-investment-screening', 'screen')];

const link = (page: Page, key: 'link.reconnecting' | 'link.waiting_one') =>
  page.getByRole('banner').getByText(say(key, { count: 1 }));

/** What the panel of offers and treaties shows, in words. */
const offersOn = async (page: Page): Promise<string> => {
  await play.openTab(page, 'offers');
  return page.getByRole('tabpanel').innerText();
};

const seeDraft = async (page: Page): Promise<void> => {
  await play.openTab(page, 'compose');
  await see(page.getByLabel(say('compose.note'))).toHaveValue('a draft');
  const lever = leverLabel(DRAFTED[0]!.lever);
  await see(page.getByRole('button', { name: say('compose.remove', { lever }) })).toBeVisible();
};

/** A game in its second round, with a treaty, an open offer and a draft. */
const playToTheMiddle = async () => {
  const party = await gather(house);
  const [US, KR, CN] = [party.US.page, party.KR.page, party.CN.page];
  const mandates = await play.mandatesOn({ US, KR, CN });
  const spared = DRAFTED.map(({ lever }) => lever);
  const clauses = surePackage({ parties: ['KR', 'CN'], mandates, without: spared });
  const without = [...spared, ...clauses.map(({ lever }) => lever)];
  const offered = surePackage({ parties: ['US', 'KR'], mandates, without });
  await play.offer(CN, { to: ['KR'], clauses });
  await play.openTab(KR, 'offers');
  await play.accept(play.offersFrom(KR, 'CN'));
  await see(play.treatyOf(CN, ['KR', 'CN'])).toBeVisible();
  await play.endRound([US, KR, CN], 1);
  await play.offer(KR, { to: ['US'], clauses: offered, note: 'before the power cut' });
  await play.openTab(US, 'offers');
  await see(play.offersFrom(US, 'KR')).toContainText('before the power cut');
  await play.compose(KR, { to: ['CN'], clauses: DRAFTED, note: 'a draft' });
  return party;
};

test('the server is killed in mid-game: everybody plays on at the same point, and nothing is lost', async () => {
  const party = await playToTheMiddle();
  const pages = SEATS.map((seat) => party[seat].page);
  const [US, lost, CN] = pages as [Page, Page, Page];
  const before = [await offersOn(US), await offersOn(CN)];
  expect(before[0]).toContain('before the power cut');
  expect(before[1]).toContain(say('treaties.binding'));

  await house.kill();
  for (const page of pages) await see(link(page, 'link.reconnecting')).toBeVisible();
  // What is said while the line is down waits for it.
  await play.openTab(CN, 'talk');
  await CN.getByRole('tabpanel')
    .getByRole('textbox', { name: say('talk.placeholder') })
    .fill('said in the dark');
  await CN.getByRole('button', { name: say('talk.send') }).click();

  await house.start();
  for (const page of pages) await see(link(page, 'link.reconnecting')).toBeHidden();
  for (const page of pages) await play.seeRound(page, 2);
  for (const page of pages) await play.seeRecorded(page, 'said in the dark');
  await see(US.getByRole('tabpanel').getByText('said in the dark')).toHaveCount(1);
  expect([await offersOn(US), await offersOn(CN)]).toEqual(before);
  await seeDraft(lost);

  // A draft is the browser's: it outlives the tab.
  const KR = await lost.context().newPage();
  await lost.close();
  pages[SEATS.indexOf('KR')] = KR;
  await KR.goto(`${house.url}${new URL(lost.url()).pathname}?board=none`);
  await play.seeRound(KR, 2);
  const own = KR.getByRole('button', { name: say('table.openDetails', { seat: say('seat.KR') }) }).last();
  await see(own).toContainText(say('seat.you'));
  await seeDraft(KR);
  await play.send(KR, ['CN']);
  await play.openTab(CN, 'offers');
  await see(play.offersFrom(CN, 'KR')).toContainText('a draft');

  await play.openTab(US, 'offers');
  await play.accept(play.offersFrom(US, 'KR'));
  for (const page of pages) {
    await play.openTab(page, 'offers');
    await see(play.treatyOf(page, ['US', 'KR'])).toBeVisible();
  }
  await play.endRound(pages, 2);
  for (const seat of SEATS) expect(party[seat].crashes).toEqual([]);
}, 180_000);
