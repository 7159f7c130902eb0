import type { Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { en } from '../../shared/text/en.ts';
import { ko } from '../../shared/text/ko.ts';
import { zh } from '../../shared/text/zh.ts';
import { type House, openHouse, see } from '../helpers/browser.ts';
import { playOutElsewhere } from '../helpers/browserElsewhere.ts';
import { openTable, plainTable } from '../helpers/browserParty.ts';
import * as play from '../helpers/browserTable.ts';
import { begins, say } from '../helpers/browserWords.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

type Locale = 'en' | 'ko' | 'zh';

const LANGUAGES: Readonly<Record<Locale, { readonly button: string; readonly tag: string }>> = {
  en: { button: 'English', tag: 'en' },
  ko: { button: '한국어', tag: 'ko' },
  zh: { button: '中文', tag: 'zh-Hans' },
};
const CATALOGUES: Readonly<Record<Locale, Readonly<Record<string, string>>>> = { en, ko, zh };

/** All that is written on a page, for eyes and for ears. */
const wordsOn = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const named = [...document.body.querySelectorAll('[aria-label],[title],[placeholder],[alt]')];
    const names = named.flatMap((element) =>
      ['aria-label', 'title', 'placeholder', 'alt'].map((name) => element.getAttribute(name) ?? ''),
    );
    return [document.title, document.body.textContent, ...names].join('\n');
  });

const isKey = (word: string): boolean => word in en || `${word}_other` in en;

/** Keys instead of words, holes that were not filled, and what a program says where a person should. */
const slipsIn = (text: string): readonly string[] => [
  ...(text.match(/[a-z]+\.[a-z]+[A-Za-z.]*/g) ?? []).filter(isKey),
  ...(text.match(/.{0,20}(\{\{|\}\}|\bundefined\b|\bNaN\b|\[object).{0,20}/g) ?? []),
];

/** Whole English sentences of the catalogue that this language has its own words for. */
const leftInEnglish = (text: string, locale: Locale): readonly string[] =>
  Object.entries(en)
    .filter(([key, english]) => CATALOGUES[locale][key] !== english && english.split(' ').length > 2)
    .filter(([, english]) => !english.includes('{{') && text.includes(english))
    .map(([key]) => key);

const faultsOn = async (page: Page, locale: Locale): Promise<readonly string[]> => {
  const text = await wordsOn(page);
  return [...slipsIn(text), ...(locale === 'en' ? [] : leftInEnglish(text, locale))];
};

const speakIn = async (page: Page, locale: Locale): Promise<void> => {
  const { button, tag } = LANGUAGES[locale];
  await page.getByRole('button', { name: button }).click();
  await see(page.locator('html')).toHaveAttribute('lang', tag);
};

/** Reads a page in all three languages without a reload, and leaves it in English. */
const readInAll = async (page: Page, where: string, anchor: keyof typeof en): Promise<void> => {
  await page.evaluate(() => Object.assign(window, { isSamePage: true }));
  for (const locale of ['ko', 'zh', 'en'] as const) {
    await speakIn(page, locale);
    await see(page.getByText(CATALOGUES[locale][anchor]!).first()).toBeAttached();
    // What was on screen as a notice keeps its words for its seven seconds.
    await see
      .poll(() => faultsOn(page, locale), { message: `${where} in ${locale}`, timeout: 15_000 })
      .toEqual([]);
  }
  expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true);
};

test('first pages and table speak Korean and Chinese at once, without a key or a hole in any sentence', async () => {
  const { page, crashes, complaints, leave } = await house.newVisitor();
  await page.goto('/');
  await readInAll(page, 'home', 'home.lead');
  await page.getByRole('button', { name: begins('home.alone') }).click();
  await readInAll(page, 'play alone', 'alone.title');
  await page.goto('/nowhere');
  await readInAll(page, 'not found', 'app.notFound.body');
  await page.goto('/daily');
  await readInAll(page, 'daily table', 'daily.lead');
  await page.goto('/new');
  await readInAll(page, 'new table', 'new.explain');
  await page.getByRole('button', { name: say('new.open') }).click();
  await see(page.getByRole('heading', { name: say('wait.title') })).toBeVisible();
  await readInAll(page, 'waiting room', 'wait.lead');
  const code = new URL(page.url()).pathname.slice(3);

  await page.goto(plainTable(code));
  await page.getByRole('button', { name: say('wait.fill') }).click();
  await play.seeRound(page, 1);
  for (const tab of ['offers', 'compose', 'talk', 'mandate', 'log'] as const) {
    await play.openTab(page, tab);
    await readInAll(page, `table, ${tab}`, `tab.${tab}`);
  }
  await play.openTab(page, 'compose');
  await page.getByRole('button', { name: say('compose.actAlone'), exact: true }).click();
  await readInAll(page, 'measures', 'measures.lead');
  expect({ crashes, complaints }).toEqual({ crashes: [], complaints: [] });
  await leave();
});

test('the record of a whole game and its result are told in all three, and the choice is kept', async () => {
  const { page, leave } = await house.newVisitor();
  await page.goto('/?board=none');
  await page.getByRole('button', { name: begins('home.alone') }).click();
  await page.getByRole('button', { name: say('alone.play', { seat: say('seat.US') }) }).click();
  await play.seeRound(page, 1);
  await playOutElsewhere(page);
  await see(page.getByText(say('result.frontierWorking'))).toHaveCount(0);
  await readInAll(page, 'result', 'result.scoreHint');
  await page.getByRole('button', { name: say('result.table') }).click();
  await play.openTab(page, 'log');
  await page.getByLabel(say('log.all')).check();
  await readInAll(page, 'whole record', 'log.all');
  await speakIn(page, 'ko');
  await page.reload();
  await see(page.locator('html')).toHaveAttribute('lang', 'ko');
  await see(page.getByText(ko['result.score'])).toBeVisible();
  await leave();
});

test('of two languages chosen in a hurry the last one wins, whichever arrives first', async () => {
  const { page, leave } = await house.newVisitor();
  await page.goto('/');
  let bring: () => void = () => {};
  const brought = new Promise<void>((resolve) => {
    bring = resolve;
  });
  await page.route(/\/zh-[^/]+\.js$/, async (route) => {
    await brought;
    await route.continue();
  });
  const asked = page.waitForRequest(/\/zh-[^/]+\.js$/);
  const came = page.waitForResponse(/\/zh-[^/]+\.js$/);
  await page.getByRole('button', { name: LANGUAGES.zh.button }).click();
  await asked;
  await speakIn(page, 'ko');
  bring();
  await (await came).finished();
  // Words and script of the first choice are here, and whatever they do to the page is done.
  await page.waitForLoadState('networkidle');
  await see(page.locator('html')).toHaveAttribute('lang', 'ko');
  await see(page.getByText(ko['home.lead'])).toBeVisible();
  await leave();
});

test('a browser that asks for Chinese gets Chinese', async () => {
  const { page, leave } = await house.newVisitor({ locale: 'zh-CN' });
  await page.goto('/');
  await see(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  await see(page.getByText(zh['home.lead'])).toBeVisible();
  await leave();
});

test('a language that can not be had is told of; one that comes late is followed by a question that is open', async () => {
  const { page, crashes, leave } = await house.newVisitor();
  await openTable(page, 'Bo');
  await page.goto('/');
  const reload = page.getByRole('button', { name: say('app.reload') });
  const catalogue = /\/assets\/ko-[^/]+\.js$/;
  await page.route(catalogue, (route) => route.abort());
  const korean = page.getByRole('button', { name: LANGUAGES.ko.button });
  await korean.click();
  await see(page.locator('.toast')).toContainText(say('error.network'));
  const reloaded = page.waitForEvent('load');
  await reload.click();
  await reloaded;

  let arrive: () => void = () => {};
  const late = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.unroute(catalogue);
  await page.route(catalogue, async (route) => {
    await late;
    await route.continue();
  });
  await korean.click();
  await page.getByRole('button', { name: say('me.delete'), exact: true }).click();
  const title = page.getByRole('dialog').getByRole('heading');
  await see(title).toHaveText(say('me.deleteConfirm.title'));
  arrive();
  await see(title).toHaveText(ko['me.deleteConfirm.title']);
  expect(crashes).toEqual([]);
  await leave();
});
