import type { Locator, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bookOf } from '../../shared/scenarios/index.ts';
import { type House, openHouse, see } from '../helpers/browser.ts';
import { press, seeFocusKept, tabTo } from '../helpers/browserKeys.ts';
import { section } from '../helpers/browserResult.ts';
import { say, shortName, upTo } from '../helpers/browserWords.ts';
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
const sheet = (page: Page, name?: string): Locator =>
  page.getByRole('dialog', name === undefined ? {} : { name });

/** Presses a button, thinks better of it with Escape, and is back where the question came from. */
const thinkBetter = async (page: Page, opener: Locator): Promise<void> => {
  await press(page, opener);
  await see(sheet(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await see(sheet(page)).toHaveCount(0);
  await see(opener).toBeFocused();
};

/** Presses a button and says yes to the question that comes. */
const pressAndConfirm = async (page: Page, opener: Locator, action: string): Promise<void> => {
  await press(page, opener);
  await press(page, button(sheet(page), action));
  await see(sheet(page)).toHaveCount(0);
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
  await see(sheet(page)).toHaveCount(0);
  await see(opener).toBeFocused();
  await see(section(page, say('class.record')).getByText(headline)).toBeVisible();
};

/** To Beijing, through the list of places as it opens for keys. */
const moveAnn = async (page: Page): Promise<void> => {
  const mover = page.getByRole('combobox', { name: say('class.moveOf', { name: 'Ann' }) });
  await tabTo(page, mover);
  const from = await mover.inputValue();
  for (let step = 0; step < 4 && (await mover.inputValue()) !== '1-CN'; step++)
    await page.keyboard.press(from === '1-watch' ? 'ArrowUp' : 'ArrowDown');
  await see(mover).toHaveValue('1-CN');
  expect(await sheet(page).count(), 'going through the list moves nobody').toBe(0);
  await pressAndConfirm(page, button(page, say('class.move')), say('class.move'));
  await see(section(page, say('class.record'))).toContainText(
    say('class.record.placed', {
      name: 'Ann',
      place: say('class.seatAt', { table: 1, seat: shortName('CN') }),
    }),
  );
};

/** One table's own sheet, and out of it again. */
const lookAtTable = async (page: Page): Promise<void> => {
  const opener = button(page, say('class.tableActs', { number: 1 }));
  await thinkBetter(page, opener);
};

const playThrough = async (page: Page): Promise<void> => {
  const advance = button(bar(page), say('class.act.advance'));
  const lines = section(page, say('class.record')).getByText(new RegExp(`^${say('class.record.advance')}`));
  for (let done = 1; done <= PHASES; done++) {
    await pressAndConfirm(page, advance, say('class.act.advance'));
    await see(lines).toHaveCount(done);
  }
  await see(page.locator('.class-table.ended')).toHaveCount(1);
};

const save = async (page: Page, within: Page | Locator): Promise<string> => {
  await press(page, button(within, say('download.open')));
  const saved = page.waitForEvent('download');
  await press(page, button(sheet(page), say('download.do')));
  await see(sheet(page)).toHaveCount(0);
  await seeFocusKept(page);
  return (await saved).suggestedFilename();
};

/** The charts' figures as tables, and the whole page by keys. */
const readDebrief = async (page: Page): Promise<void> => {
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
  await see(sheet(page)).toHaveCount(0);
  await seeFocusKept(page);
  const eyes = page.getByRole('combobox', { name: say('replay.eyes') });
  await tabTo(page, eyes);
  await page.keyboard.press('ArrowDown');
  await press(page, button(page, say('replay.round', { round: 2 })));
  await see(button(page, say('replay.round', { round: 2 }))).toHaveAttribute('aria-current', 'step');
};

test('a whole class by keyboard alone: its facilitator from the form to the files, a learner from the code to the replay', async () => {
  const lead = await house.newVisitor();
  const pupil = await house.newVisitor();
  const { page } = lead;
  const code = await openClass(page);
  await projectCode(page, code);
  await joinByKeys(pupil.page, code);
  const api = apiOf(house.url);
  const bo = await newGuest(api, 'Bo');
  await api('POST', `/api/classes/${code}/join`, { token: bo.token, body: {} });
  await see(page.getByText(say('class.joined', { joined: 2, expected: 30 }))).toBeVisible();

  await thinkBetter(page, button(bar(page), say('class.begin')));
  await pressAndConfirm(page, button(bar(page), say('class.begin')), say('class.begin'));
  await pupil.page.waitForURL(/\/t\/[A-Z0-9]{6}$/);
  await press(page, button(bar(page), say('class.act.pause')));
  await see(button(bar(page), say('class.act.release'))).toBeFocused();
  await see(pupil.page.getByText(say('phase.paused'), { exact: true })).toBeVisible();
  await injectNews(page);
  await moveAnn(page);
  await lookAtTable(page);
  await press(page, button(bar(page), say('class.act.release')));
  await playThrough(page);

  await pressAndConfirm(
    page,
    button(bar(page), say('class.act.openMandates')),
    say('class.act.openMandates'),
  );
  await pressAndConfirm(page, button(bar(page), say('class.act.close')), say('class.act.close'));
  await see(button(bar(page), say('class.delete'))).toBeVisible();
  expect(await save(page, bar(page))).toBe(`between-giants-${code}.zip`);
  await press(page, link(bar(page), say('class.debriefAll')));
  await page.waitForURL(/\/debrief$/);
  await see(page.locator('.table-mark')).toHaveCount(3);
  await readDebrief(page);
  await press(
    page,
    link(section(page, say('classDebrief.tables')).first(), say('class.table', { number: 1 })),
  );
  await page.waitForURL(/\/debrief\/[A-Z0-9]{6}$/);
  await see(section(page, say('debrief.possible'))).toBeVisible();
  await seeFocusKept(page);

  const learner = pupil.page;
  await see(learner.getByRole('heading', { level: 1, name: upTo('result.title', {}) })).toBeVisible();
  await press(learner, link(learner, say('result.debrief')));
  await see(
    section(learner, say('review.mine')).getByRole('heading', { name: shortName('CN') }),
  ).toBeVisible();
  await readDebrief(learner);
  await see(section(learner, say('review.mine')).getByRole('status')).toHaveCount(0);
  const seen = section(learner, say('review.mine')).getByRole('link').first();
  await press(learner, seen);
  await learner.waitForURL(/\/replay\//);
  await readReplay(learner);
  const broken = [...lead.crashes, ...pupil.crashes, ...lead.complaints, ...pupil.complaints];
  expect(broken).toEqual([]);
  await Promise.all([lead.leave(), pupil.leave()]);
});
