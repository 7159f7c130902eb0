import type { Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openHouse, see } from '../helpers/browser.ts';
import { press, tabTo } from '../helpers/browserKeys.ts';
import * as play from '../helpers/browserTable.ts';
import { begins, leverLabel, say, shortName, upTo } from '../helpers/browserWords.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const card = (page: Page) => page.locator('.lesson-card');
const next = (page: Page) => card(page).getByRole('button', { name: say('lesson.next') });
const isDone = (page: Page) => see(card(page).getByText(`${say('lesson.done')}:`)).toBeVisible();
const step = (page: Page, number: number) =>
  see(card(page).getByText(say('lesson.step', { step: number, steps: 7 }))).toBeVisible();

test('the lesson, by keyboard alone: seven tasks at a real table, then a game of one’s own; it resumes and can be skipped', async () => {
  const { page, crashes, complaints, leave } = await house.newVisitor();
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  await page.goto('/');
  await tabTo(page, page.getByRole('link', { name: begins('home.learn') }));
  await see(page.locator(':focus')).toHaveAttribute('href', '/learn');
  await page.goto('/learn?board=none');
  await step(page, 1);

  // A word explains itself by key, and Escape puts the note away.
  const word = card(page).getByRole('button', { name: 'snaps back' });
  await press(page, word);
  await see(card(page).getByText(say('term.snapback.about'))).toBeVisible();
  await page.keyboard.press('Escape');
  await see(card(page).getByText(say('term.snapback.about'))).toBeHidden();

  await press(
    page,
    page.getByRole('button', { name: say('table.openDetails', { seat: say('seat.KR') }) }).last(),
  );
  await see(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await isDone(page);
  await press(page, next(page));
  await step(page, 2);
  await tabTo(page, page.getByRole('tab', { name: begins('tab.offers') }));
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
  await isDone(page);

  // Left and come back to: the same step, at the same table.
  await press(page, next(page));
  await page.goto('/learn?board=none');
  await step(page, 3);
  await isDone(page);
  await press(page, next(page));
  await tabTo(page, page.getByRole('tab', { name: begins('tab.offers') }));
  await page.keyboard.press('ArrowRight');
  const parties = page.getByRole('group', { name: say('compose.with') });
  await press(page, parties.getByRole('button', { name: shortName('CN') }), 'Space');
  await press(page, button(say('compose.more', { lever: leverLabel('kr-cn-fta') })));
  await isDone(page);
  await press(page, next(page));
  await press(page, button(say('compose.send', { seats: shortName('CN') })));
  await press(page, button(say('compose.sendNow')));
  await isDone(page);
  await press(page, next(page));

  const waiting = play.waitingOffers(page);
  const offer = page.getByTestId((await waiting.first().getAttribute('data-testid'))!);
  await press(page, offer.getByRole('button', { name: say('offer.decline'), exact: true }));
  await press(page, button(say('offer.declineConfirm.do')));
  await isDone(page);
  await press(page, next(page));
  await step(page, 7);
  await press(page, play.readyButton(page), 'Space');
  await isDone(page);
  await press(page, next(page));
  await press(page, button(say('lesson.end.go')));
  await see(card(page)).toHaveCount(0);
  expect(new URL(page.url()).pathname).toMatch(/^\/t\/SOLO-\w{6}$/);
  await see(page.locator('[aria-current=step]')).toBeAttached();
  expect({ crashes, complaints }).toEqual({ crashes: [], complaints: [] });
  await page.goto('/learn/4?board=none');
  await step(page, 4);
  await card(page)
    .getByRole('button', { name: say('lesson.skip') })
    .click();
  await see(card(page)).toHaveCount(0);
  await leave();
});

test('a new visitor’s first offer: three presses from the first page, well within a minute', async () => {
  const { page, crashes, complaints, leave } = await house.newVisitor();
  const begun = performance.now();
  await page.goto('/?board=none');
  await page.getByRole('button', { name: begins('home.alone') }).click();
  await page.getByRole('button', { name: say('alone.play', { seat: say('seat.KR') }) }).click();
  await page
    .getByRole('button', { name: say('coach.send') })
    .first()
    .click();
  await see(page.getByText(say('compose.sending', { seconds: 3 }))).toBeVisible();
  // On record: by now it may be answered, even with a yes.
  const offered = page.getByText(upTo('event.offerTabled.open', { by: shortName('KR') })).first();
  await see(offered).toBeAttached();
  console.log(`first offer after ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  // The tab says that somebody waits for an answer, also to those who look elsewhere.
  await see(page).toHaveTitle(`${say('table.yourTurn')} · ${say('app.title')}`);
  await see(page.locator('link[rel=icon]')).toHaveAttribute('href', /^data:/);
  // A line that is cut is told of at once, and mends by itself.
  await see(page.locator('.latency')).toBeAttached();
  expect({ crashes, complaints }).toEqual({ crashes: [], complaints: [] });
  const cut = performance.now();
  await page.context().setOffline(true);
  await see(page.locator('.link.reconnecting')).toBeVisible();
  console.log(`a cut line is told of after ${Math.round(performance.now() - cut)} ms`);
  await page.context().setOffline(false);
  await see(page.locator('.link.reconnecting')).toHaveCount(0);
  await see(offered).toBeAttached();
  await leave();
});
