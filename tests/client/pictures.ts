/**
 * `npm run pictures`: the README's pictures, made from the running product. Starts a server of its own with fresh data,
 * plays as a visitor would, and writes JPEG files to client/assets/pictures. ONLY=home,table,... takes some of them.
 */
import type { Page } from '@playwright/test';
import { type House, openHouse, see } from '../helpers/browser.ts';
import * as play from '../helpers/browserTable.ts';
import { begins, say } from '../helpers/browserWords.ts';
import buildClient from '../helpers/buildClient.ts';

const OUT = 'client/assets/pictures';
const DESK = { viewport: { width: 1440, height: 900 } } as const;
const PHONE = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
} as const;

const keep = async (page: Page, name: string): Promise<void> => {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `${OUT}/${name}.jpg`, type: 'jpeg', quality: 82 });
  console.log(`${OUT}/${name}.jpg`);
};

const isDrawn = (page: Page) => see(page.locator('[data-board=drawn]')).toBeAttached({ timeout: 120_000 });

const sitAlone = async (page: Page): Promise<void> => {
  await page.goto('/');
  await page.getByRole('button', { name: begins('home.alone') }).click();
  await page.getByRole('button', { name: say('alone.play', { seat: say('seat.KR') }) }).click();
  await play.seeRound(page, 1);
};

/** A table in its first round, with offers on it and the coach's word on them. */
const table = async (page: Page, name: string): Promise<void> => {
  await sitAlone(page);
  await isDrawn(page);
  await see(page.locator('.coach-line').first()).toBeVisible();
  await keep(page, name);
};

const PICTURES: Readonly<Record<string, (house: House) => Promise<void>>> = {
  home: async (house) => {
    // The living table plays only for those who like motion.
    const { page, leave } = await house.newVisitor({ ...DESK, reducedMotion: 'no-preference' });
    await page.goto('/');
    await see(page.locator('.living canvas')).toBeVisible({ timeout: 120_000 });
    await see(page.locator('.living-caption')).not.toBeEmpty();
    await keep(page, 'home');
    await leave();
  },
  table: async (house) => {
    const { page, leave } = await house.newVisitor(DESK);
    await table(page, 'table');
    await leave();
  },
  phone: async (house) => {
    const { page, leave } = await house.newVisitor(PHONE);
    await table(page, 'table-phone');
    await leave();
  },
  lesson: async (house) => {
    const { page, leave } = await house.newVisitor(DESK);
    await page.goto('/learn');
    await isDrawn(page);
    await keep(page, 'lesson');
    await leave();
  },
  class: async (house) => {
    const { page, leave } = await house.newVisitor(DESK);
    await page.goto('/class');
    await page.getByRole('button', { name: say('class.new.rehearse') }).click();
    await page.waitForURL(/\/class\/[A-Z0-9]{6}$/);
    await see(page.locator('.class-table')).toHaveCount(10);
    await see(page.locator('.phase-name').first()).toBeVisible();
    await keep(page, 'class');
    await leave();
  },
  debrief: async (house) => {
    const { page, leave } = await house.newVisitor(DESK);
    await sitAlone(page);
    const code = new URL(page.url()).pathname.slice(3);
    await page.goto(`/t/${code}?board=none`);
    await play.playToEnd(page);
    await page.goto(`/debrief/${code}`);
    await see(page.locator('svg[role=img], figure svg').first()).toBeVisible({ timeout: 120_000 });
    await keep(page, 'debrief');
    await leave();
  },
};

buildClient();
const house = await openHouse();
const wanted = process.env.ONLY?.split(',') ?? Object.keys(PICTURES);
for (const name of wanted) await PICTURES[name]?.(house);
await house.close();
