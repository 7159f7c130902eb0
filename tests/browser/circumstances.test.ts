import type { Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openHouse, see } from '../helpers/browser.ts';
import { openTable, plainTable, sitDown } from '../helpers/browserParty.ts';
import * as play from '../helpers/browserTable.ts';
import { begins, say, shortName } from '../helpers/browserWords.ts';
import { clause } from '../helpers/game.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** Alone as Korea, at a table where nothing is drawn. */
const playAlone = async (page: Page, pace: 'untimed' | 'standard' | 'blitz' = 'untimed'): Promise<void> => {
  await page.goto('/?board=none');
  await page.getByRole('button', { name: begins('home.alone') }).click();
  await page.getByRole('radio', { name: begins(`pace.${pace}`) }).check();
  await page.getByRole('button', { name: say('alone.play', { seat: say('seat.KR') }) }).click();
  await play.seeRound(page, 1);
};

const DRAFT = { to: ['US'] as const, clauses: [clause('kr-us-energy', '10')] };

test('on plain http in a classroom: a table opened, its link copied, joined by it, and played at', async () => {
  const [host, guest] = [await house.newVisitor(), await house.newVisitor()];
  const inRoom = house.url.replace('127.0.0.1', 'classroom.test');
  const openHere = async (page: Page, path: string) => page.goto(`${inRoom}${path}`);
  await openHere(host.page, '/new?board=none');
  expect(await host.page.evaluate(() => [isSecureContext, 'clipboard' in navigator])).toEqual([false, false]);
  await host.page.getByRole('radio', { name: say('pace.untimed') }).check();
  await host.page.getByRole('button', { name: say('new.open') }).click();
  const link = host.page.getByLabel(say('wait.link'), { exact: true });
  const code = await host.page.getByLabel(say('wait.code'), { exact: true }).inputValue();
  await see(link).toHaveValue(`${inRoom}/t/${code}`);
  await host.page
    .getByRole('button', { name: say('app.copy') })
    .first()
    .click();
  await see(host.page.getByRole('button', { name: say('app.copied') })).toBeVisible();
  await host.page.getByRole('button', { name: say('help.title') }).click();
  await see(host.page.getByText(say('settings.noticesNo'))).toBeVisible();
  await host.page.keyboard.press('Escape');
  await host.page.getByRole('button', { name: say('wait.fill') }).focus();

  await openHere(guest.page, plainTable(code));
  await sitDown(guest.page, 'Guest', 'US');
  await see(host.page.getByRole('list', { name: say('wait.seats') })).toContainText('Guest');
  await host.page.getByRole('button', { name: say('wait.fill') }).click();
  await play.seeRound(guest.page, 1);
  await play.speak(guest.page, 'all', 'Heard over plain http.');
  await play.seeRecorded(host.page, 'Heard over plain http.');
  for (const { crashes, leave } of [host, guest]) {
    expect(crashes).toEqual([]);
    await leave();
  }
});

test('on plain http in a classroom: the personal links of a roster are copied', async () => {
  const { page, crashes, leave } = await house.newVisitor();
  await page.goto(`${house.url.replace('127.0.0.1', 'classroom.test')}/class`);
  await page.getByText(say('class.new.more')).click();
  await page.getByRole('textbox', { name: say('class.new.roster') }).fill('Ann\nBo');
  await page.getByRole('button', { name: say('class.new.open') }).click();
  const copied = page.getByRole('button', { name: say('app.copied') });
  await page.getByRole('button', { name: say('class.rosterCopy') }).click();
  await see(copied).toBeVisible();
  expect(crashes).toEqual([]);
  await leave();
});

/** A line on which what the page sends waits from `hold` to `letGo`; echoes, which tell how quick it is, go through. */
const withSlowLine = async (page: Page) => {
  await page.addInitScript(() => {
    const world = window as unknown as { waiting: (() => void)[]; isHeld: boolean };
    Object.assign(world, { waiting: [], isHeld: false });
    const send = WebSocket.prototype.send;
    WebSocket.prototype.send = function slowly(data) {
      const go = () => send.call(this, data);
      if (world.isHeld && (data as ArrayBuffer).byteLength > 1) world.waiting.push(go);
      else go();
    };
  });
  return {
    hold: () => page.evaluate(() => void Object.assign(window, { isHeld: true })),
    letGo: () =>
      page.evaluate(() => {
        const world = window as unknown as { waiting: readonly (() => void)[]; isHeld: boolean };
        world.isHeld = false;
        for (const go of world.waiting) go();
      }),
  };
};

test('a slow line: every press says that it is on its way, and the answer arrives', async () => {
  const { page, leave } = await house.newVisitor();
  const line = await withSlowLine(page);
  let answer: () => void = () => {};
  const asked = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/api/tables', async (route) => {
    await asked;
    await route.continue();
  });
  await page.goto('/?board=none');
  await page.getByRole('button', { name: begins('home.alone') }).click();
  await page.getByRole('button', { name: say('alone.play', { seat: say('seat.KR') }) }).click();
  await see(page.getByText(say('alone.opening'))).toBeVisible();
  answer();
  await play.seeRound(page, 1);

  await play.openTab(page, 'talk');
  await line.hold();
  await page.getByRole('tabpanel').first().getByRole('textbox').fill('A slow word.');
  await page.keyboard.press('Enter');
  const chip = page.getByRole('banner').locator('.link');
  await see(chip).toHaveText(say('app.sending'));
  // Not before 300 ms: most answers come sooner, and would only flicker.
  await see(chip).toHaveCSS('animation-delay', '0.3s');
  await see(chip).toHaveCSS('opacity', '1');
  await line.letGo();
  await see(page.getByRole('tabpanel').getByText('A slow word.')).toBeVisible();
  await see(chip).toHaveCount(0);
  await leave();
});

/** A browser that can tell outside the page, asks for leave when it is told to, and notes what it told. */
const withNotifications = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    const told: string[] = [];
    class Told extends EventTarget {
      static permission = localStorage.getItem('leave') ?? 'default';
      static async requestPermission(): Promise<string> {
        localStorage.setItem('leave', 'granted');
        Told.permission = 'granted';
        return 'granted';
      }
      constructor(title: string) {
        super();
        told.push(title);
      }
      close(): void {}
    }
    Object.assign(window, { Notification: Told, told });
    Object.defineProperty(document, 'hidden', { get: () => 'isAway' in window });
  });
};

test('somebody who looks elsewhere is told by the tab, and outside the page only by choice', async () => {
  const { page, leave } = await house.newVisitor();
  const party = [await house.newVisitor(), await house.newVisitor()];
  await withNotifications(page);
  const code = await openTable(page, 'Bo');
  await page.goto(plainTable(code));
  for (const [i, seat] of (['US', 'CN'] as const).entries()) {
    await party[i]!.page.goto(plainTable(code));
    await sitDown(party[i]!.page, `Guest ${i}`, seat);
  }
  for (const one of [page, party[0]!.page]) await play.seeRound(one, 1);
  const told = () => page.evaluate(() => (window as unknown as { told: readonly string[] }).told);
  await page.evaluate(() => Object.assign(window, { isAway: true }));
  await play.offer(party[0]!.page, { to: ['KR'], clauses: DRAFT.clauses });
  await see(page).toHaveTitle(`${say('table.yourTurn')} · ${say('app.title')}`);
  expect(await told()).toEqual([]);
  await page.getByRole('button', { name: say('help.title') }).click();
  await page.getByLabel(say('settings.notices')).check();
  await page.keyboard.press('Escape');
  await play.offer(party[1]!.page, { to: ['KR'], clauses: [clause('kr-cn-fta', 'upgrade')] });
  await see.poll(told).toEqual([say('signal.offerTitle', { seat: shortName('CN') })]);
  await Promise.all([leave(), ...party.map((one) => one.leave())]);
});

test('an offer that has not been sent: warned of before the round ends, by whoever is ready too, and kept when one leaves', async () => {
  const { page, leave } = await house.newVisitor();
  // The page's own sense of time: the last seconds of a round come when the test wants them.
  await page.clock.install();
  await playAlone(page, 'blitz');
  await play.compose(page, DRAFT);
  const bar = page.getByRole('complementary', { name: say('table.panels') });
  await see(bar.getByText(say('compose.unsent')).first()).toBeVisible();
  await see(page.getByRole('alert')).toHaveText('');
  await page.goto('/?board=none');
  await page.getByRole('link', { name: begins('home.resume') }).click();
  await see(page.getByRole('tab', { name: begins('tab.compose') })).toContainText('1');
  await page.clock.fastForward(170_000);
  await see(page.getByRole('alert').filter({ hasText: say('compose.unsent') })).toHaveCount(1);
  await bar.getByRole('button', { name: say('tab.compose'), exact: true }).click();
  await see(
    page.getByRole('button', { name: say('compose.send', { seats: shortName('US') }) }),
  ).toBeVisible();
  await leave();
});

/** A browser in which a newer version of the game waits. */
const withUpdate = async (page: Page): Promise<void> =>
  void (await page.addInitScript(() => {
    const registration = Object.assign(new EventTarget(), { waiting: { postMessage: () => undefined } });
    const container = Object.assign(new EventTarget(), {
      controller: {},
      ready: new Promise(() => undefined),
      register: async () => registration,
    });
    Object.defineProperty(navigator, 'serviceWorker', { value: container });
  }));

test('a newer version of the game is told of on the first page, and never in mid-game', async () => {
  const { page, leave } = await house.newVisitor();
  await withUpdate(page);
  const prompt = page.getByRole('button', { name: say('update.take') });
  await page.goto('/?board=none');
  await see(prompt).toBeVisible();
  await playAlone(page);
  await see(prompt).toHaveCount(0);
  await page.reload();
  await play.seeRound(page, 1);
  await see(prompt).toHaveCount(0);
  await page
    .getByRole('link', { name: say('app.title') })
    .first()
    .click();
  await see(prompt).toBeVisible();
  await leave();
});

test('words that have not been said are kept with their conversation, whatever one looks up meanwhile', async () => {
  const { page, leave } = await house.newVisitor();
  await playAlone(page);
  const field = page.getByRole('tabpanel').first().getByRole('textbox');
  const openThread = (name: string) => page.getByRole('tab', { name, exact: true }).click();
  await play.openTab(page, 'talk');
  await field.fill('For all to');
  await openThread(shortName('US'));
  await see(field).toHaveValue('');
  await field.fill('Between us');
  await play.openTab(page, 'mandate');
  await page.reload();
  await play.openTab(page, 'talk');
  await openThread(shortName('US'));
  await see(field).toHaveValue('Between us');
  await openThread(say('seat.all'));
  await see(field).toHaveValue('For all to');
  await play.speak(page, 'all', 'For all to hear');
  await play.openTab(page, 'offers');
  await play.openTab(page, 'talk');
  await see(field).toHaveValue('');
  await leave();
});

test('a clock that is an hour off counts down with the others; sounds and their volume are kept', async () => {
  const visitors = [await house.newVisitor(), await house.newVisitor()];
  const [right, wrong] = visitors.map(({ page }) => page) as [Page, Page];
  await wrong.addInitScript(() => {
    const Right = Date;
    const OFF = 3_600_000;
    globalThis.Date = class extends Right {
      constructor(...parts: readonly number[]) {
        super(...((parts.length === 0 ? [Right.now() + OFF] : parts) as [number]));
      }
      static override now = () => Right.now() + OFF;
    } as DateConstructor;
  });
  await playAlone(right, 'standard');
  const code = new URL(right.url()).pathname.slice(3);
  await wrong.goto(plainTable(code));
  await sitDown(wrong, 'Late', 'spectator');
  const secondsOn = async (page: Page): Promise<number> => {
    const shown = await page.getByRole('timer', { name: say('clock.left') }).innerText();
    const [minutes, seconds] = shown.trim().split(':').map(Number);
    return minutes! * 60 + seconds!;
  };
  await see(wrong.getByRole('timer')).toBeVisible();
  const before = await secondsOn(right);
  const between = await secondsOn(wrong);
  const after = await secondsOn(right);
  expect(between).toBeLessThanOrEqual(before + 1);
  expect(between).toBeGreaterThanOrEqual(after - 1);

  await right.keyboard.press('?');
  const sheet = right.getByRole('dialog', { name: say('help.title') });
  const volume = sheet.getByRole('status', { name: say('settings.volume') });
  await sheet.getByRole('button', { name: say('compose.more', { lever: say('settings.volume') }) }).click();
  await see(volume).toHaveText('6');
  await right.reload();
  await right.keyboard.press('?');
  await see(volume).toHaveText('6');
  for (const { crashes, complaints, leave } of visitors) {
    expect({ crashes, complaints }).toEqual({ crashes: [], complaints: [] });
    await leave();
  }
});
