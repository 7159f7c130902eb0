import type { Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bookOf } from '../../shared/scenarios/index.ts';
import { ko } from '../../shared/text/ko.ts';
import { type House, openHouse, see, type Visitor } from '../helpers/browser.ts';
import { playOutElsewhere } from '../helpers/browserElsewhere.ts';
import { openTable, plainTable, sitDown } from '../helpers/browserParty.ts';
import * as play from '../helpers/browserTable.ts';
import { begins, SCENARIO, say, shortName, upTo } from '../helpers/browserWords.ts';
import { openClassroom } from '../helpers/classroom.ts';
import { clause } from '../helpers/game.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const { rules } = bookOf(SCENARIO).scenario;

const joinByCode = async (page: Page, code: string): Promise<void> => {
  await page.getByLabel(say('home.code')).fill(code);
  await page.getByRole('button', { name: say('home.enter'), exact: true }).click();
};

const seeDoor = (page: Page, code: string): Promise<void> =>
  see(page.getByRole('heading', { name: say('door.title', { code }) })).toBeVisible();

const playAlone = async (page: Page): Promise<string> => {
  await page.goto('/?board=none');
  await page.getByRole('button', { name: begins('home.alone') }).click();
  await page.getByRole('button', { name: say('alone.play', { seat: say('seat.KR') }) }).click();
  await play.seeRound(page, 1);
  return new URL(page.url()).pathname.slice(3);
};

const seeNoCrash = ({ crashes }: Visitor): void => expect(crashes).toEqual([]);

test('a wrong code is told as such, and the right one still works', async () => {
  const [host, visitor] = [await house.newVisitor(), await house.newVisitor()];
  const code = await openTable(host.page, 'Host');
  const { page } = visitor;
  await page.goto('/');
  for (const wrong of ['222222', 'short', '<b>&?#/']) {
    await joinByCode(page, wrong);
    await see(page.getByRole('alert')).toHaveText(say('error.code.unknown'));
  }
  await joinByCode(page, ` ${code.toLowerCase()} `);
  await seeDoor(page, code);
  seeNoCrash(visitor);
  await Promise.all([host.leave(), visitor.leave()]);
});

test('an address of no class says why it opens nothing, in whatever language, and takes another code', async () => {
  const [host, visitor] = [await house.newVisitor(), await house.newVisitor()];
  const code = await openTable(host.page, 'Host');
  const { page } = visitor;
  for (const path of ['/t/222222', '/join/222222']) {
    await page.goto(path);
    const why = path.startsWith('/t') ? 'error.table.unknown' : 'error.class.unknown';
    await see(page.getByText(say(why))).toBeVisible();
    await page.getByRole('button', { name: '한국어' }).click();
    await see(page.getByText(ko[why])).toBeVisible();
    await page.getByRole('button', { name: 'English' }).click();
    await joinByCode(page, code);
    await seeDoor(page, code);
  }
  seeNoCrash(visitor);
  await Promise.all([host.leave(), visitor.leave()]);
});

test('an address that leads to no table says so and leads home, however it is mistyped', async () => {
  const visitor = await house.newVisitor();
  const { page } = visitor;
  for (const path of ['/t/222222', '/t/222222?seat=KR']) {
    await page.goto(path);
    await see(page.getByText(say('error.table.unknown'))).toBeVisible();
  }
  for (const path of ['/no/such/page', '/t/', '/t/cut-in-the-middle%E0%A4%A', '/t/%25zz', '/t/<b>']) {
    await page.goto(path);
    await see(page.getByRole('heading', { name: say('app.notFound.title') })).toBeVisible();
  }
  await page.getByRole('link', { name: say('app.home'), exact: true }).click();
  await see(page.getByRole('button', { name: begins('home.alone') })).toBeVisible();
  seeNoCrash(visitor);
  await visitor.leave();
});

test('a seat that somebody else was faster to take; then every seat, and one can still watch', async () => {
  const [host, slow, fast, late] = await Promise.all(Array.from({ length: 4 }, () => house.newVisitor()));
  const code = await openTable(host!.page, 'Host');
  await slow!.page.goto(plainTable(code));
  await seeDoor(slow!.page, code);
  await fast!.page.goto(plainTable(code));
  await sitDown(fast!.page, 'Fast', 'US');
  await see(fast!.page.getByRole('heading', { name: say('wait.title') })).toBeVisible();
  await sitDown(slow!.page, 'Slow', 'US');
  await see(slow!.page.getByRole('alert')).toHaveText(say('error.seat.taken'));
  await sitDown(slow!.page, 'Slow', 'CN');
  await play.seeRound(slow!.page, 1);

  await late!.page.goto(plainTable(code));
  await see(late!.page.getByText(say('door.full'))).toBeVisible();
  for (const name of ['Host', 'Fast', 'Slow'])
    await see(late!.page.getByRole('button', { name: say('door.taken', { name }) })).toBeDisabled();
  await sitDown(late!.page, 'Late', 'spectator');
  await play.seeRound(late!.page, 1);
  await see(late!.page.getByText(say('table.watching')).first()).toBeVisible();
  for (const visitor of [host!, slow!, fast!, late!]) seeNoCrash(visitor);
  await Promise.all([host, slow, fast, late].map((visitor) => visitor!.leave()));
});

test('names: one too long is cut, one of nothing visible is refused in words, none becomes a proposed one', async () => {
  const visitor = await house.newVisitor();
  const { page } = visitor;
  await page.goto('/new');
  const name = page.getByLabel(say('home.name'));
  const open = page.getByRole('button', { name: say('new.open') });
  await name.fill('x'.repeat(25));
  await see(name).toHaveValue('x'.repeat(24));
  await name.fill('\u200b\u202e');
  await open.click();
  await see(page.getByRole('alert')).toHaveText(say('error.name.empty'));
  await name.fill('   ');
  await open.click();
  const own = page.getByRole('listitem').filter({ hasText: say('seat.you') });
  await see(own).toContainText(upTo('home.nameOf', {}));
  seeNoCrash(visitor);
  await visitor.leave();
});

test('words can be as long as the rules allow and no longer, and the server takes the longest', async () => {
  const visitor = await house.newVisitor();
  const { page } = visitor;
  await playAlone(page);
  await page.goto(`${page.url()}?board=none`);
  await play.openTab(page, 'talk');
  const message = page.getByRole('tabpanel').getByRole('textbox');
  await message.fill('x'.repeat(rules.messageLength + 1));
  const longest = 'x'.repeat(rules.messageLength);
  await see(message).toHaveValue(longest);
  await play.speak(page, 'all', longest);

  const terms = { to: ['US'] as const, clauses: [clause('kr-us-energy', '10')] };
  await play.compose(page, { ...terms, note: 'y'.repeat(rules.noteLength + 1) });
  const note = 'y'.repeat(rules.noteLength);
  await see(page.getByLabel(say('compose.note'))).toHaveValue(note);
  await play.send(page, terms.to);
  await play.seeRecorded(page, upTo('event.offerTabled.open', { by: shortName('KR'), to: shortName('US') }));
  seeNoCrash(visitor);
  await visitor.leave();
});

test('what others write is text, whatever it looks like', async () => {
  const visitor = await house.newVisitor();
  const { page } = visitor;
  await playAlone(page);
  await page.goto(`${page.url()}?board=none`);
  const nasty = '<img src=x onerror=alert(1)> {{seat}} $t(app.title) *x*';
  await play.speak(page, 'all', nasty);
  await play.openTab(page, 'log');
  await see(page.getByRole('tabpanel').getByText(nasty)).toBeVisible();
  await see(page.locator('img[src=x]')).toHaveCount(0);
  seeNoCrash(visitor);
  await visitor.leave();
});

test('a table that is over tells so at its door, and shows how it went', async () => {
  const [player, visitor] = [await house.newVisitor(), await house.newVisitor()];
  const code = await playAlone(player.page);
  await playOutElsewhere(player.page);
  const { page } = visitor;
  await page.goto(`/t/${code}`);
  await see(page.getByText(say('door.ended'))).toBeVisible();
  await see(page.getByRole('button', { name: begins('door.sit', { seat: '' }) })).toHaveCount(0);
  await sitDown(page, 'Late', 'spectator');
  await play.seeResult(page);
  await page.reload();
  await play.seeResult(page);
  await player.page.reload();
  await see(player.page.locator('.score-figure')).toBeVisible();
  for (const one of [player, visitor]) seeNoCrash(one);
  await Promise.all([player.leave(), visitor.leave()]);
});

test('of several tabs the newest acts, any other takes over at a press; a fourth closes the oldest, which says so', async () => {
  const visitor = await house.newVisitor();
  const { page } = visitor;
  const code = await playAlone(page);
  await page.goto(plainTable(code));
  await play.seeRound(page, 1);
  const openTab = async (): Promise<Page> => {
    const next = await page.context().newPage();
    await next.goto(plainTable(code));
    await play.seeRound(next, 1);
    return next;
  };
  const ready = (tab: Page) => tab.getByRole('button', { name: say('clock.ready'), exact: true });
  const actHere = (tab: Page) => tab.getByRole('button', { name: say('link.actHere') });
  const second = await openTab();
  await see(ready(second)).toBeEnabled();
  await see(page.getByText(say('refusal.action.otherTab'))).toBeVisible();
  await see(ready(page)).toHaveCount(0);
  await play.openTab(page, 'talk');
  await page.getByRole('tabpanel').getByRole('textbox').fill('hello');
  await see(page.getByRole('button', { name: say('talk.send') })).toBeDisabled();
  await actHere(page).click();
  await see(actHere(second)).toBeVisible();
  await play.speak(page, 'all', 'hello');
  await actHere(second).click();
  await see(actHere(page)).toBeVisible();

  for (const tab of [await openTab(), await openTab()]) await tab.bringToFront();
  await see(page.getByRole('heading', { name: say('link.lost') })).toBeVisible();
  await see(page.getByText(say('app.moved'))).toBeVisible();
  await page.getByRole('button', { name: say('link.retry') }).click();
  await play.seeRound(page, 1);
  seeNoCrash(visitor);
  await visitor.leave();
});

test('whoever takes another name for another table still has the seat at the first', async () => {
  const visitor = await house.newVisitor();
  const { page } = visitor;
  const first = await playAlone(page);
  await page.goto('/?board=none');
  await page.getByLabel(say('home.name')).fill('Somebody Else');
  await page.getByRole('button', { name: begins('home.alone') }).click();
  await page.getByRole('button', { name: say('alone.play', { seat: say('seat.CN') }) }).click();
  await play.seeRound(page, 1);
  await page.goto(plainTable(first));
  await play.seeRound(page, 1);
  expect(await play.mandateOn(page, 'KR')).toBeTruthy();
  seeNoCrash(visitor);
  await visitor.leave();
});

test('when the server is gone, every door says so, and opens again when it is back', async () => {
  const visitor = await house.newVisitor();
  const { page } = visitor;
  await page.goto('/');
  await see(page.getByLabel(say('home.name'))).not.toHaveValue('');
  const { code } = await openClassroom(house.url);
  const wall = await page.context().newPage();
  await wall.goto(`/class/${code}/projector`);
  await see(wall.getByText(code, { exact: true })).toBeVisible();
  await house.kill();
  await see(wall.getByRole('alert')).toHaveText(say('error.network'));
  await page.getByRole('button', { name: begins('home.quick') }).click();
  await see(page.getByRole('alert')).toHaveText(say('error.network'));
  await joinByCode(page, '222222');
  await see(page.getByRole('alert').filter({ hasText: say('error.network') })).toHaveCount(2);
  await house.start();
  await joinByCode(page, '222222');
  await see(page.getByText(say('error.code.unknown'))).toBeVisible();
  await see(wall.getByRole('alert')).toHaveCount(0);
  seeNoCrash(visitor);
  await visitor.leave();
});

test('a part of the game that did not arrive is asked for again at a press', async () => {
  const visitor = await house.newVisitor();
  const { page } = visitor;
  const part = /\/assets\/classPage-[^/]+\.js$/;
  await page.route(part, (route) => route.abort());
  await page.goto('/class');
  await see(page.getByRole('status').filter({ hasText: say('app.failed') })).toBeVisible();
  await page.unroute(part);
  await page.getByRole('button', { name: say('app.reload') }).click();
  await see(page.getByRole('button', { name: say('class.new.open') })).toBeVisible();

  const details = /\/assets\/economyDialog-[^/]+\.js$/;
  await page.route(details, (route) => route.abort());
  await page.goto(plainTable(await playAlone(page)));
  await play.seeRound(page, 1);
  const economy = page
    .getByRole('button', { name: say('table.openDetails', { seat: say('seat.KR') }) })
    .last();
  await economy.click();
  await see(page.locator('.toast').filter({ hasText: say('app.failed') })).toBeVisible();
  await page.unroute(details);
  await page
    .locator('.toast')
    .getByRole('button', { name: say('app.reload') })
    .click();
  await play.seeRound(page, 1);
  await economy.click();
  await see(page.getByRole('dialog')).toBeVisible();
  seeNoCrash(visitor);
  await visitor.leave();
});
