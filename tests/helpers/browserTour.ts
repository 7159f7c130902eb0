import type { Locator, Page } from '@playwright/test';
import { type House, see } from './browser.ts';
import { surePackage } from './browserPackages.ts';
import { gather, openTable, plainTable, sitDown } from './browserParty.ts';
import * as play from './browserTable.ts';
import { begins, leverLabel, say, shortName } from './browserWords.ts';
import { openClassroom } from './classroom.ts';

/** What is done at each stop: the page as it stands, and what it is called. */
export type Look = (page: Page, where: string) => Promise<void>;

const dialog = (page: Page) => page.getByRole('dialog');

/** Presses a button, looks at the sheet that comes, and puts it away. */
const lookAtSheet = async (page: Page, button: Locator, look: Look, where: string): Promise<void> => {
  await button.click();
  await see(dialog(page)).toBeVisible();
  await look(page, where);
  await page.keyboard.press('Escape');
  await see(dialog(page)).toHaveCount(0);
};

/** The first page, what leads from it to a table, and what leads nowhere. */
export const tourFront = async (page: Page, look: Look): Promise<void> => {
  await page.goto('/');
  await see(page.getByLabel(say('home.name'))).not.toHaveValue('');
  await look(page, 'home');
  await lookAtSheet(page, page.getByRole('button', { name: say('help.title') }), look, 'help');
  await page.getByRole('button', { name: begins('home.alone') }).click();
  await page.getByRole('radio', { name: begins('strength.own') }).check();
  await look(page, 'play alone');
  await page.goto('/new');
  await see(page.getByRole('button', { name: say('new.open') })).toBeVisible();
  await look(page, 'new table');
  await page.goto('/daily');
  await see(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.waitForLoadState('networkidle');
  await look(page, 'the day');
  await page.goto('/nowhere');
  await look(page, 'nowhere');
  await page.goto('/t/222222');
  await see(page.getByText(say('error.table.unknown'))).toBeVisible();
  await look(page, 'door of no table');
};

/** A waiting room, its door, and somebody who watches. */
export const tourDoors = async (house: House, page: Page, look: Look): Promise<void> => {
  const code = await openTable(page, 'Ann');
  await page.goto(plainTable(code));
  await see(page.getByRole('heading', { name: say('wait.title') })).toBeVisible();
  await look(page, 'waiting room');
  const other = await house.newVisitor();
  await other.page.goto(plainTable(code));
  await see(other.page.getByRole('button', { name: say('door.watch') })).toBeVisible();
  await look(other.page, 'door');
  await page.getByRole('button', { name: say('wait.fill') }).click();
  await play.seeRound(page, 1);
  await other.page.reload();
  await sitDown(other.page, 'Cy', 'spectator');
  await play.seeRound(other.page, 1);
  await look(other.page, 'table, watching');
  await other.leave();
};

/** A table of three people in each of its panels, with each of its questions, as Korea sees it. */
export const tourTable = async (house: House, look: Look): Promise<void> => {
  const { US, KR, CN, code } = await gather(house);
  const { page } = KR;
  const mandates = await play.mandatesOn({ US: US.page, KR: page, CN: CN.page });
  const clauses = surePackage({ parties: ['KR', 'CN'], mandates });
  await play.offer(CN.page, { to: ['KR'], clauses, note: 'A word from Beijing.' });
  await play.openTab(page, 'offers');
  const card = play.offersFrom(page, 'CN');
  await see(card).toBeVisible();
  await look(page, 'table, offers');
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  for (const answer of ['accept', 'decline'] as const)
    await lookAtSheet(
      page,
      card.getByRole('button', { name: say(`offer.${answer}`), exact: true }),
      look,
      answer,
    );
  await play.accept(card);
  await see(play.treatyOf(page, ['KR', 'CN'])).toBeVisible();
  await lookAtSheet(page, button(say('treaties.denounce')), look, 'denounce');
  await play.compose(page, { to: ['US'], clauses: [{ lever: 'kr-us-energy', level: 1, from: 0 }] });
  await look(page, 'table, composing');
  await button(say('compose.actAlone')).click();
  await look(page, 'table, measures');
  const lever = leverLabel('kr-investment-screening');
  await button(say('compose.more', { lever })).click();
  await lookAtSheet(page, button(say('measures.orderOf', { lever })), look, 'order a measure');
  await play.speak(page, 'all', 'A word to both of you.');
  await play.pledge(page);
  await look(page, 'table, talk');
  for (const tab of ['mandate', 'log'] as const) {
    await play.openTab(page, tab);
    await look(page, `table, ${tab}`);
  }
  await page.getByLabel(say('log.all')).check();
  await look(page, 'table, whole record');
  const economy = say('table.openDetails', { seat: say('seat.KR') });
  await lookAtSheet(page, page.getByRole('button', { name: economy }).last(), look, 'an economy');
  await play.reachClosing(page, [US.page, CN.page]);
  await look(page, 'table, closing');
  // A table of more pages than it serves to one person.
  for (let i = 0; i < 3; i++) {
    const next = await page.context().newPage();
    await next.goto(plainTable(code));
    await see(next.getByRole('banner')).toBeVisible();
  }
  await see(page.getByRole('heading', { name: say('link.lost') })).toBeVisible();
  await look(page, 'lost line');
  await Promise.all([US, KR, CN].map(({ leave }) => leave()));
};

/** A game against bots with a coach and a clock, from its first offers to looking back on it. */
export const tourGame = async (page: Page, look: Look): Promise<void> => {
  await page.goto('/?board=none');
  await page.getByRole('button', { name: begins('home.alone') }).click();
  await page.getByRole('radio', { name: begins('pace.standard') }).check();
  await page.getByRole('button', { name: say('alone.play', { seat: say('seat.KR') }) }).click();
  await play.seeRound(page, 1);
  const code = new URL(page.url()).pathname.slice(3);
  await see(page.locator('.coach-line').first()).toBeVisible();
  await look(page, 'table, with bots and a coach');
  await page.getByRole('button', { name: say('clock.pause'), exact: true }).click();
  await see(dialog(page)).toBeVisible();
  await look(page, 'pause');
  await dialog(page)
    .getByRole('button', { name: say('clock.pause') })
    .click();
  await look(page, 'table, paused');
  await page.getByRole('button', { name: say('clock.resume') }).click();
  await see(page.getByRole('button', { name: say('clock.resume') })).toHaveCount(0);
  await play.playToEnd(page);
  await see(page.getByText(say('result.frontierWorking'))).toHaveCount(0);
  await look(page, 'result');
  await page.getByRole('button', { name: say('result.table') }).click();
  await look(page, 'table, over');
  await page.goto(`/debrief/${code}`);
  const review = page.getByRole('region', { name: say('review.mine'), exact: true });
  await see(review.getByRole('heading', { name: shortName('KR') })).toBeVisible();
  await see(review.getByRole('status')).toHaveCount(0);
  await look(page, 'debrief');
  await page.goto('/replay');
  await look(page, 'a log to replay');
  await page.goto(`/replay/${code}?board=none`);
  await see(page.getByRole('slider', { name: say('replay.timeLine') })).toBeVisible();
  await look(page, 'replay');
};

/** The lesson, at its beginning and at its end. */
export const tourLesson = async (page: Page, look: Look): Promise<void> => {
  for (const step of [1, 7]) {
    await page.goto(`/learn/${step}?board=none`);
    await see(page.getByText(say('lesson.step', { step, steps: 7 }))).toBeVisible();
    await look(page, `lesson, step ${step}`);
  }
};

/** A class, from the form to its debrief. */
export const tourClass = async (house: House, look: Look): Promise<void> => {
  const { page, leave } = await house.newVisitor();
  await page.goto('/class');
  await page.getByText(say('class.new.forms')).click();
  await page.getByLabel(say('class.form.trustCount')).first().check();
  await look(page, 'new class');
  const room = await openClassroom(house.url, { tables: 2, people: 3, timeControl: 'class' });
  const [name = '', value = ''] = room.cookie.split('=');
  const pupil = await house.newVisitor();
  await pupil.page.goto(`/join/${room.code}`);
  await pupil.page.getByLabel(say('home.name')).fill('Ann');
  await look(pupil.page, 'to join a class');
  await pupil.page.getByRole('button', { name: say('class.join.press'), exact: true }).click();
  await see(pupil.page.getByRole('heading', { name: say('class.join.in', { name: 'Ann' }) })).toBeVisible();
  await look(pupil.page, 'joined a class');
  await pupil.page.goto(`/class/${room.code}/projector`);
  await see(pupil.page.getByText(room.code, { exact: true })).toBeVisible();
  await look(pupil.page, 'projector');
  await pupil.leave();
  await page.context().addCookies([{ name, value, url: house.url }]);
  await page.goto(`/class/${room.code}`);
  const rows = page.locator('.class-table');
  await see(rows).toHaveCount(2);
  await look(page, 'console, gathering');
  await room.joinAll(2);
  await room.act({ type: 'begin' });
  await see(page.locator('.class-seat .light').first()).toBeVisible();
  await look(page, 'console, running');
  const bar = page.getByRole('toolbar', { name: say('class.all') });
  const message = bar.getByRole('button', { name: say('class.act.message'), exact: true });
  await lookAtSheet(page, message, look, 'a word to a class');
  const table = page.getByRole('button', { name: say('class.tableActs', { number: 1 }), exact: true });
  await lookAtSheet(page, table, look, 'one table of a class');
  for (let i = 0; i < 12; i++) await room.act({ type: 'advance' });
  await page.goto(`/class/${room.code}/debrief`);
  await see(page.locator('.table-mark').first()).toBeVisible();
  await look(page, 'debrief of a class');
  await room.act({ type: 'close' });
  await page.goto(`/class/${room.code}`);
  await lookAtSheet(
    page,
    page.getByRole('button', { name: say('class.delete'), exact: true }),
    look,
    'to delete a class',
  );
  await leave();
};

/** The administration of a server that was started with this secret. */
export const tourAdmin = async (page: Page, secret: string, look: Look): Promise<void> => {
  await page.goto('/admin');
  await look(page, 'door of the administration');
  await page.locator('#secret').fill(secret);
  await page.keyboard.press('Enter');
  await see(page.locator('#secret')).toHaveCount(0);
  await look(page, 'administration');
};

/** Every page of the game, in the order in which one comes to them. */
export const tour = async (house: House, adminSecret: string, look: Look): Promise<void> => {
  const { page, leave } = await house.newVisitor();
  await tourFront(page, look);
  await tourDoors(house, page, look);
  await tourLesson(page, look);
  await tourGame(page, look);
  await leave();
  await tourTable(house, look);
  await tourClass(house, look);
  const admin = await house.newVisitor();
  await tourAdmin(admin.page, adminSecret, look);
  await admin.leave();
};
