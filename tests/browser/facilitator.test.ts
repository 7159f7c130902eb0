import type { Locator, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bookOf } from '../../shared/scenarios/index.ts';
import { ko } from '../../shared/text/ko.ts';
import { type House, openHouse, PHONE, see } from '../helpers/browser.ts';
import { press, seeFocusKept, tabTo } from '../helpers/browserKeys.ts';
import { section } from '../helpers/browserResult.ts';
import { begins, say, shortName, upTo } from '../helpers/browserWords.ts';
import { openClassroom } from '../helpers/classroom.ts';
import { apiOf, newGuest } from '../helpers/players.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const SHORT = bookOf('short-pause-2025');
const PHASES = 2 * SHORT.scenario.rules.rounds;

const button = (within: Page | Locator, name: string): Locator =>
  within.getByRole('button', { name, exact: true });
const link = (within: Page | Locator, name: string): Locator =>
  within.getByRole('link', { name, exact: true });
const heading = (page: Page, name: string): Locator =>
  page.getByRole('heading', { level: 1, name, exact: true });
const bar = (page: Page): Locator => page.getByRole('toolbar', { name: say('class.all') });
const sheet = (page: Page): Locator => page.getByRole('dialog');

/** A sheet that is closed may be on the page for a moment yet. */
const seeSheetGone = (page: Page): Promise<void> => see(page.locator('dialog')).toHaveCount(0);

/** Presses a button, thinks better of it with Escape, and is back where the question came from. */
const thinkBetter = async (page: Page, opener: Locator): Promise<void> => {
  await press(page, opener);
  await see(sheet(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await seeSheetGone(page);
  await see(opener).toBeFocused();
};

/** Presses a button and says yes to the question that comes. */
const pressAndConfirm = async (page: Page, opener: Locator, action: string): Promise<void> => {
  await press(page, opener);
  await press(page, button(sheet(page), action));
  await seeSheetGone(page);
  await seeFocusKept(page);
};

const openClass = async (page: Page): Promise<string> => {
  await page.goto('/');
  await press(page, link(page, say('class.host')));
  await see(page.getByLabel(say('class.new.people'))).toBeVisible();
  const wanted = page.getByRole('radio', { name: new RegExp(`^${SHORT.scenario.title.en}`) });
  await tabTo(page, page.getByRole('radio', { name: /^The ninety-day pause/ }));
  await page.keyboard.press('ArrowDown');
  await see(wanted).toBeChecked();
  await press(page, button(page, say('class.new.open')));
  await page.waitForURL(/\/class\/[A-Z0-9]{6}$/);
  return new URL(page.url()).pathname.slice(7);
};

const projectCode = async (page: Page, code: string): Promise<void> => {
  const wall = page.context().waitForEvent('page');
  await press(page, link(page, say('class.projector')));
  await see((await wall).getByText(code, { exact: true })).toBeVisible();
  await (await wall).close();
};

const joinByKeys = async (page: Page, code: string): Promise<void> => {
  await page.goto(`/join/${code}`);
  await tabTo(page, page.getByLabel(say('home.name')));
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Ann');
  await page.keyboard.press('Enter');
  await see(heading(page, say('class.join.in', { name: 'Ann' }))).toBeVisible();
  await press(page, page.getByRole('checkbox', { name: say('class.consent') }), 'Space');
  await see(page.getByRole('checkbox')).toBeChecked();
};

const injectNews = async (page: Page): Promise<void> => {
  const opener = button(bar(page), say('class.act.inject'));
  await thinkBetter(page, opener);
  await press(page, opener);
  const cards = sheet(page).getByRole('radio');
  await tabTo(page, cards.first());
  await page.keyboard.press('ArrowDown');
  await see(cards.nth(1)).toBeChecked();
  const headline = await sheet(page).locator('label:has(:checked) .choice-label').first().innerText();
  await press(page, button(sheet(page), say('class.newsSend')));
  await seeSheetGone(page);
  await see(opener).toBeFocused();
  await see(section(page, say('class.record')).getByText(headline)).toBeVisible();
};

/** Moves Ann to another seat of her table, going through the list of places. */
const moveAnn = async (page: Page): Promise<void> => {
  const mover = page.getByRole('combobox', { name: say('class.moveOf', { name: 'Ann' }) });
  await tabTo(page, mover);
  const seat = (await mover.inputValue()) === '1-CN' ? 'KR' : 'CN';
  for (let step = 0; step < 2 && (await mover.inputValue()) !== `1-${seat}`; step++)
    await page.keyboard.press(seat === 'CN' ? 'ArrowDown' : 'ArrowUp');
  await see(mover).toHaveValue(`1-${seat}`);
  expect(await sheet(page).count(), 'going through the list moves nobody').toBe(0);
  await pressAndConfirm(page, button(page, say('class.move')), say('class.move'));
  const place = say('class.seatAt', { table: 1, seat: shortName(seat) });
  await see(section(page, say('class.record'))).toContainText(
    say('class.record.placed', { name: 'Ann', place }),
  );
};

/** Ends the first round by keys, and the others at once. */
const playThrough = async (page: Page, code: string): Promise<void> => {
  const advance = button(bar(page), say('class.act.advance'));
  const lines = section(page, say('class.record')).getByText(new RegExp(`^${say('class.record.advance')}`));
  for (let done = 1; done <= 2; done++) {
    await pressAndConfirm(page, advance, say('class.act.advance'));
    await see(lines).toHaveCount(done);
  }
  const headers = { origin: house.url };
  for (let done = 2; done < PHASES; done++)
    await page.request.post(`/api/classes/${code}/acts`, { data: { type: 'advance' }, headers });
  await see(page.locator('.class-table.ended')).toHaveCount(1);
};

const save = async (page: Page, within: Page | Locator): Promise<string> => {
  await press(page, button(within, say('download.open')));
  const saved = page.waitForEvent('download');
  await press(page, button(sheet(page), say('download.do')));
  await seeSheetGone(page);
  await seeFocusKept(page);
  return (await saved).suggestedFilename();
};

/** Opens the figures of the first chart as a table. */
const readFigures = async (page: Page): Promise<void> => {
  const figures = page.locator('figure.chart').first().locator('summary');
  await press(page, figures);
  await see(page.locator('figure.chart').first().getByRole('table')).toBeVisible();
};

const readReplay = async (page: Page): Promise<void> => {
  const line = page.getByRole('slider', { name: say('replay.timeLine') });
  await see(line).toBeVisible();
  await tabTo(page, line);
  const before = await line.inputValue();
  await page.keyboard.press('ArrowRight');
  await see(line).not.toHaveValue(before);
  await thinkBetter(page, button(page, say('replay.moments')));
  await press(page, button(page, say('replay.moments')));
  await press(page, sheet(page).getByRole('listitem').getByRole('button').nth(2));
  await seeSheetGone(page);
  await seeFocusKept(page);
  const eyes = page.getByRole('combobox', { name: say('replay.eyes') });
  await tabTo(page, eyes);
  await page.keyboard.press('ArrowDown');
  await press(page, button(page, say('replay.round', { round: 2 })));
  await see(button(page, say('replay.round', { round: 2 }))).toHaveAttribute('aria-current', 'step');
};

test('a whole class by keyboard alone, from the form over the projected code to the debrief and the files', async () => {
  const { page, crashes, complaints, leave } = await house.newVisitor();
  const code = await openClass(page);
  await projectCode(page, code);
  const api = apiOf(house.url);
  for (const name of ['Ann', 'Bo']) {
    const { token } = await newGuest(api, name);
    await api('POST', `/api/classes/${code}/join`, { token, body: {} });
  }
  await see(page.getByText(say('class.joined', { joined: 2, expected: 30 }))).toBeVisible();
  await thinkBetter(page, button(bar(page), say('class.begin')));
  await pressAndConfirm(page, button(bar(page), say('class.begin')), say('class.begin'));
  await press(page, button(bar(page), say('class.act.pause')));
  await see(button(bar(page), say('class.act.release'))).toBeFocused();
  await injectNews(page);
  await moveAnn(page);
  await thinkBetter(page, button(page, say('class.tableActs', { number: 1 })));
  await press(page, button(bar(page), say('class.act.release')));
  await playThrough(page, code);
  const open = say('class.act.openMandates');
  await pressAndConfirm(page, button(bar(page), open), open);
  await pressAndConfirm(page, button(bar(page), say('class.act.close')), say('class.act.close'));
  await see(button(bar(page), say('class.delete'))).toBeVisible();
  expect(await save(page, bar(page))).toBe(`between-giants-${code}.zip`);
  await press(page, link(bar(page), say('class.debriefAll')));
  await page.waitForURL(/\/debrief$/);
  await see(page.locator('.table-mark')).toHaveCount(3);
  await readFigures(page);
  await press(
    page,
    link(section(page, say('classDebrief.tables')).first(), say('class.table', { number: 1 })),
  );
  await page.waitForURL(/\/debrief\/[A-Z0-9]{6}$/);
  await see(section(page, say('debrief.possible'))).toBeVisible();
  await seeFocusKept(page);
  expect({ crashes, complaints }).toEqual({ crashes: [], complaints: [] });
  await leave();
});

test('a learner by keyboard alone, from the code to the debrief, the review of the own game and the replay', async () => {
  const room = await openClassroom(house.url, { scenario: 'short-pause-2025', timeControl: 'class' });
  const { page, crashes, leave } = await house.newVisitor();
  await joinByKeys(page, room.code);
  await room.act({ type: 'begin' });
  await page.waitForURL(/\/t\/[A-Z0-9]{6}$/);
  for (let done = 0; done < PHASES; done++) await room.act({ type: 'advance' });
  await room.act({ type: 'openMandates' });
  await see(page.getByRole('heading', { level: 1, name: upTo('result.title', {}) })).toBeVisible();
  await press(page, link(page, say('result.debrief')));
  const review = section(page, say('review.mine'));
  await see(review.getByRole('heading').nth(1)).toBeVisible();
  await readFigures(page);
  await see(review.getByRole('status')).toHaveCount(0);
  await press(page, review.getByRole('link').first());
  await page.waitForURL(/\/replay\//);
  await readReplay(page);
  expect(crashes).toEqual([]);
  await leave();
});

test('the own link opens the whole console on another device, where the facilitator’s own seat goes along', async () => {
  const [first, second, pupil] = [
    await house.newVisitor(),
    await house.newVisitor({ viewport: PHONE }),
    await house.newVisitor(),
  ];
  await first.page.goto('/class');
  await first.page.getByRole('button', { name: say('class.new.open') }).click();
  await first.page.waitForURL(/\/class\/[A-Z0-9]{6}$/);
  const code = new URL(first.page.url()).pathname.slice(7);
  await first.page.getByText(say('class.link.own'), { exact: true }).first().click();
  const own = await first.page.locator('#own-address').inputValue();
  const join = async (page: Page, name: string): Promise<void> => {
    await page.goto(`/join/${code}?board=none`);
    await page.getByLabel(say('home.name')).fill(name);
    await page.getByRole('button', { name: say('class.join.press'), exact: true }).click();
  };
  await join(pupil.page, 'Ann');
  await see(heading(pupil.page, say('class.join.in', { name: 'Ann' }))).toBeVisible();
  const seat = await first.page.context().newPage();
  await join(seat, 'Lead');
  await see(heading(seat, say('class.join.in', { name: 'Lead' }))).toBeVisible();

  const { page } = second;
  await page.goto(`/class/${code}`);
  await see(page.getByText(say('class.gate.body'))).toBeVisible();
  await page.goto(own);
  await see(page.getByText(say('class.joined', { joined: 2, expected: 30 }))).toBeVisible();
  expect(page.url(), 'the secret leaves the address').toBe(`${house.url}/class/${code}`);
  await bar(page)
    .getByRole('button', { name: say('class.begin') })
    .click();
  await sheet(page)
    .getByRole('button', { name: say('class.begin') })
    .click();
  await seat.waitForURL(/\/t\/[A-Z0-9]{6}/);
  const rows = page.locator('.class-table');
  await see(rows.filter({ hasText: say('class.row.own') })).toHaveCount(1);
  await see(first.page.locator('.class-table').filter({ hasText: say('class.row.own') })).toHaveCount(1);
  const name = say('class.act.pause');
  await bar(page).getByRole('button', { name, exact: true }).click();
  await see(page.locator('.phase-name.paused')).toHaveCount(1);

  const moved = await page.context().newPage();
  await join(moved, 'Lead on a phone');
  await moved.waitForURL(/\/t\/[A-Z0-9]{6}/);
  expect(new URL(moved.url()).pathname).toBe(new URL(seat.url()).pathname);
  await see(moved.getByRole('tab', { name: begins('tab.mandate') })).toBeVisible();
  await see(page.getByText(say('class.here', { here: 2, expected: 2 }))).toBeVisible();
  await see(rows.filter({ hasText: say('class.row.own') })).toHaveCount(1);
  await page.reload();
  await see(rows).toHaveCount(1);
  const told = seat.getByRole('status').filter({ hasText: say('error.class.moved') });
  await see(told).toBeVisible();
  await told.getByRole('link', { name: say('class.join.press'), exact: true }).click();
  await seat.waitForURL(new RegExp(`/join/${code}`));
  await see(seat.getByText(say('error.class.moved'))).toBeVisible();
  await seat.getByRole('button', { name: '한국어' }).click();
  await see(seat.getByText(ko['error.class.moved'])).toBeVisible();
  await seat.getByRole('button', { name: 'English' }).click();
  await seat.getByRole('button', { name: say('class.join.press'), exact: true }).click();
  await seat.waitForURL(/\/t\/[A-Z0-9]{6}/);
  expect([...first.crashes, ...second.crashes, ...pupil.crashes]).toEqual([]);
  await Promise.all([first.leave(), second.leave(), pupil.leave()]);
});
