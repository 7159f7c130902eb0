import type { Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openHouse, see } from '../helpers/browser.ts';
import { faultsOn } from '../helpers/browserAxe.ts';
import * as play from '../helpers/browserTable.ts';
import { say } from '../helpers/browserWords.ts';
import { apiOf, newGuest, type Player, sit } from '../helpers/players.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const faults: string[] = [];

/** Notes what breaks the rules of accessibility on a page. */
const look = async (page: Page, where: string): Promise<void> =>
  void faults.push(...(await faultsOn(page, where)));

/** Answers the question on the screen with yes. */
const confirm = async (page: Page, title: string, action: string): Promise<void> => {
  const dialog = page.getByRole('dialog', { name: title });
  await dialog.getByRole('button', { name: action, exact: true }).click();
  await see(dialog).toBeHidden();
};

const bar = (page: Page, name: string) =>
  page.getByRole('toolbar', { name: say('class.all') }).getByRole('button', { name, exact: true });

test('a class of thirty: opened from the first page, joined, begun, stopped, reloaded, and one moved', async () => {
  const { page: console, crashes, leave } = await house.newVisitor();
  const pupil = await house.newVisitor();
  const api = apiOf(house.url);
  // Without a canvas the table shows its map as a table: quick, and this test is about the class.
  await pupil.page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await console.goto('/');
  await console.getByRole('link', { name: say('class.host') }).click();
  await see(console.getByLabel(say('class.new.people'))).toHaveValue('30');
  await console.getByText(say('class.new.forms')).click();
  await console.getByLabel(say('class.form.trustCount')).first().check();
  await look(console, 'new class');
  await console.getByRole('button', { name: say('class.new.open') }).click();
  await console.waitForURL(/\/class\/[A-Z0-9]{6}$/);
  const code = new URL(console.url()).pathname.slice(7);
  const rows = console.locator('.class-table');
  await see(rows).toHaveCount(10);
  await see(
    console.getByRole('img', { name: say('class.qr', { address: `${house.url}/join/${code}` }) }),
  ).toBeVisible();
  await see(bar(console, say('class.begin'))).toBeDisabled();

  // One with a browser, by the code on the wall; the others by the API, as their pages do it.
  await pupil.page.goto('/');
  await pupil.page.getByLabel(say('home.code')).fill(code.toLowerCase());
  await pupil.page.getByRole('button', { name: say('home.enter'), exact: true }).click();
  // The first page asks for a name as well, and what is typed while it goes away is lost.
  await pupil.page.waitForURL(/\/join\/[A-Z0-9]{6}$/);
  await pupil.page.getByLabel(say('home.name')).fill('Ann');
  await look(pupil.page, 'join');
  await pupil.page.getByRole('button', { name: say('class.join.press'), exact: true }).click();
  await see(pupil.page.getByRole('heading', { name: say('class.join.in', { name: 'Ann' }) })).toBeVisible();
  await look(pupil.page, 'joined, with a questionnaire');
  await pupil.page.getByRole('radio', { name: '5' }).first().check();
  await pupil.page.getByRole('button', { name: say('class.form.send') }).click();
  await see(pupil.page.getByText(say('class.form.done'))).toBeVisible();
  const guests = [];
  for (let i = 2; i <= 30; i++) {
    const guest = await newGuest(api, `Pupil ${i}`);
    await api('POST', `/api/classes/${code}/join`, { token: guest.token, body: {} });
    guests.push(guest);
  }
  await see(console.getByText(say('class.joined', { joined: 30, expected: 30 }))).toBeVisible();
  await look(console, 'console, gathering');

  await bar(console, say('class.begin')).focus();
  await console.keyboard.press('Enter');
  await confirm(console, say('class.beginConfirm.title'), say('class.begin'));
  await pupil.page.waitForURL(/\/t\/[A-Z0-9]{6}$/);
  await play.seeRound(pupil.page, 1);
  const table = new URL(pupil.page.url()).pathname.slice(3);
  const players: Player[] = [];
  for (const guest of guests.slice(0, 5)) {
    const { body } = await api('GET', `/api/classes/${code}/me`, { token: guest.token });
    players.push(await sit(house.url, guest, body.place.table));
  }
  const lit = console.locator('.class-seat .light.connected');
  await see(lit).toHaveCount(6);
  await look(console, 'console, running');

  await bar(console, say('class.act.pause')).click();
  for (const player of players) await player.until(() => player.view().pause !== null);
  await see(pupil.page.getByText(say('phase.paused'), { exact: true })).toBeVisible();
  await console.reload();
  await see(rows).toHaveCount(10);
  await see(console.locator('.phase-name.paused')).toHaveCount(10);
  await see(lit).toHaveCount(6);
  await bar(console, say('class.act.message')).click();
  await console.getByRole('dialog').getByRole('textbox').fill('Half a minute more');
  await console.getByRole('button', { name: say('class.messageSend'), exact: true }).click();
  await see(
    pupil.page.getByText(say('event.announced', { text: 'Half a minute more' })).first(),
  ).toBeVisible();
  await bar(console, say('class.act.release')).click();
  for (const player of players) await player.until(() => player.view().pause === null);

  // Whoever is moved to another table goes there by themselves.
  await console.getByRole('button', { name: say('class.tableActs', { number: 1 }), exact: true }).click();
  await look(console, 'one table');
  await console.keyboard.press('Escape');
  const mover = console.getByLabel(say('class.moveOf', { name: 'Ann' }));
  const from = (await mover.inputValue()).split('-')[0];
  await mover.selectOption(from === '2' ? '3-KR' : '2-KR');
  await console.getByRole('button', { name: say('class.move'), exact: true }).click();
  await confirm(console, say('class.moveConfirm.title', { name: 'Ann' }), say('class.move'));
  await pupil.page.waitForURL((url) => url.pathname.startsWith('/t/') && !url.pathname.endsWith(table));
  await play.seeRound(pupil.page, 1);
  await pupil.page.goto(`/class/${code}`);
  await see(pupil.page.getByRole('heading', { name: say('class.gate.title') })).toBeVisible();
  await pupil.page.goto(`/class/${code}/projector`);
  await see(pupil.page.getByText(code, { exact: true })).toBeVisible();
  await look(pupil.page, 'projector');
  expect(faults).toEqual([]);
  expect([...crashes, ...pupil.crashes]).toEqual([]);
  await Promise.all(players.map((player) => player.leave()));
  await Promise.all([leave(), pupil.leave()]);
});

test('from the first page to ten tables with a QR code for thirty people: six presses at most', async () => {
  const { page, crashes, leave } = await house.newVisitor();
  await page.addInitScript(() =>
    addEventListener('click', ({ isTrusted }) => {
      const presses = Number(sessionStorage.getItem('presses') ?? 0);
      if (isTrusted) sessionStorage.setItem('presses', String(presses + 1));
    }),
  );
  await page.goto('/?board=none');
  await page.getByRole('link', { name: say('class.host') }).click();
  await see(page.getByLabel(say('class.new.people'))).toHaveValue('30');
  await page.getByRole('button', { name: say('class.new.open') }).click();
  await see(page.locator('.class-table')).toHaveCount(10);
  const code = new URL(page.url()).pathname.slice(7);
  await see(
    page.getByRole('img', { name: say('class.qr', { address: `${house.url}/join/${code}` }) }),
  ).toBeVisible();
  const presses = Number(await page.evaluate(() => sessionStorage.getItem('presses')));
  expect(presses).toBeGreaterThan(0);
  expect(presses).toBeLessThanOrEqual(6);
  expect(crashes).toEqual([]);
  await leave();
});
