import type { Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeLog } from '../../shared/debrief/readLog.ts';
import { bookOf } from '../../shared/scenarios/index.ts';
import { playGame } from '../../shared/simulation/playGame.ts';
import { type House, openHouse, see, type Visitor } from '../helpers/browser.ts';
import { soloTable } from '../helpers/browserSolo.ts';
import * as play from '../helpers/browserTable.ts';
import { begins, say, shortName, upTo } from '../helpers/browserWords.ts';
import { apiOf, sit } from '../helpers/players.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** Somebody whose browser has kept the game. */
const regular = async (): Promise<Visitor> => {
  const visitor = await house.newVisitor({ serviceWorkers: 'allow' });
  await visitor.page.goto('/?board=none');
  await visitor.page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await visitor.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  return visitor;
};

/** A tab that is opened afresh: nothing of an earlier one is left in it. */
const coldStart = async ({ page }: Visitor, path: string): Promise<Page> => {
  const tab = await page.context().newPage();
  await tab.goto(path);
  return tab;
};

const timeLine = (page: Page) => page.getByRole('slider', { name: say('replay.timeLine') });

const closedBecause = (page: Page, why: string) => see(page.getByText(why, { exact: true })).toBeVisible();

test('without a network: a game played here is replayed, debriefed, taken along, and played on from', async () => {
  const visitor = await regular();
  const { page, crashes, leave } = visitor;
  const path = await soloTable(page, 'a game without a network');
  await page.context().setOffline(true);
  const table = await coldStart(visitor, path);
  await play.seeRound(table, 1);
  const early = await coldStart(visitor, '/replay/SOLO-222222?board=none');
  await closedBecause(early, say('error.table.unfinished'));
  await play.playToEnd(table);

  const replay = await coldStart(visitor, '/replay/SOLO-222222?board=none');
  await see(timeLine(replay)).toBeVisible();
  await see(replay.getByLabel(say('replay.eyes'))).toHaveValue('KR');
  await replay.keyboard.press('ArrowDown');
  await see(
    replay.locator('.happening').getByText(say('log.round', { round: 2 }), { exact: true }),
  ).toBeVisible();
  await replay.getByRole('button', { name: say('branch.do') }).click();
  await replay.getByRole('button', { name: say('branch.start'), exact: true }).click();
  await replay.waitForURL(/\/t\/SOLO-(?!222222)\w{6}/);
  await play.seeRound(replay, 2);

  const debrief = await coldStart(visitor, '/debrief/SOLO-222222');
  const saved = debrief.waitForEvent('download');
  await debrief.getByRole('button', { name: say('download.open') }).click();
  const log = await (await saved).path();
  const imported = await coldStart(visitor, '/replay?board=none');
  await imported.locator('#log-file').setInputFiles(log);
  await see(timeLine(imported)).toBeVisible();

  const other = await coldStart(visitor, '/replay/SOLO-333333?board=none');
  await closedBecause(other, say('error.table.notHere'));
  expect(crashes).toEqual([]);
  await leave();
});

test('without a network: a table of the server that was looked back on before, and no other; a file always', async () => {
  const visitor = await regular();
  const { page, crashes, leave } = visitor;
  const api = apiOf(house.url);
  const { body: guest } = await api('POST', '/api/guests', { body: { name: 'Ann' } });
  const played = async (): Promise<string> => {
    const seats = { CN: 'bot:random', KR: 'bot:random' };
    const body = { scenario: 'chip-council', timeControl: 'untimed', seats };
    const { code } = (await api('POST', '/api/tables', { token: guest.token, body })).body;
    const player = await sit(house.url, guest, code, 'US');
    await player.until(() => player.view().round === 1);
    const own = () => player.view().own!;
    while (player.view().phase !== 'ended') {
      // A closing phase in which all are ready ends at once for who takes it back and says it again.
      if (own().ready) await player.act({ type: 'ready', ready: false });
      const { phase, round } = player.view();
      await player.act({ type: 'ready', ready: true });
      const goesOn = () => player.view().phase === phase && player.view().round === round && own().ready;
      await player.until(() => !goesOn());
    }
    await player.leave();
    return code;
  };
  const [seen, unseen] = [await played(), await played()];
  await page.evaluate((known) => localStorage.setItem('between-giants.guest', JSON.stringify(known)), guest);
  const first = await coldStart(visitor, `/replay/${seen}?board=none`);
  await see(timeLine(first)).toBeVisible();
  const end = await timeLine(first).getAttribute('max');
  await first.close();

  await page.context().setOffline(true);
  await page.goto(`/replay/${seen}?board=none`);
  const again = await coldStart(visitor, `/replay/${seen}?board=none`);
  await see(timeLine(again)).toHaveAttribute('max', end!);
  await again.keyboard.press('End');
  await see(timeLine(again)).toHaveValue(end!);
  const debrief = await coldStart(visitor, `/debrief/${seen}`);
  await see(debrief.getByRole('button', { name: say('download.open') })).toBeVisible();

  const closed = await coldStart(visitor, `/replay/${unseen}?board=none`);
  await closedBecause(closed, say('error.network.notKept'));
  await closedBecause(closed, say('offline.note'));
  const bots = { US: 'random', KR: 'random', CN: 'random' };
  const { entries } = playGame({ book: bookOf('chip-council'), bots, seed: 'a file without a network' });
  const file = await coldStart(visitor, '/replay?board=none');
  await file.locator('#log-file').setInputFiles({
    name: 'game.jsonl',
    mimeType: 'application/jsonl',
    buffer: Buffer.from(writeLog(entries)),
  });
  await see(timeLine(file)).toBeVisible();

  // What the server no longer shows is not kept either.
  await page.context().setOffline(false);
  await api('DELETE', '/api/me', { token: guest.token });
  const refused = await coldStart(visitor, `/replay/${seen}?board=none`);
  await closedBecause(refused, say('error.table.unknown'));
  await page.context().setOffline(true);
  const gone = await coldStart(visitor, `/replay/${seen}?board=none`);
  await closedBecause(gone, say('error.network.notKept'));
  expect(crashes).toEqual([]);
  await leave();
});

test('without a network: the page opens, a game alone begins, and it is still there after a reload', async () => {
  const { page, leave } = await regular();
  await page.context().setOffline(true);
  await page.goto('/?board=none');
  await page.getByRole('button', { name: begins('home.alone') }).click();
  await page.getByRole('button', { name: say('alone.play', { seat: say('seat.KR') }) }).click();
  await play.seeRound(page, 1);
  expect(new URL(page.url()).pathname).toMatch(/^\/t\/SOLO-\w{6}$/);
  const terms = { to: ['CN'] as const, clauses: [{ lever: 'kr-cn-fta', level: 1, from: 0 }] };
  await play.offer(page, terms);
  await see(page.getByRole('article', { name: say('offer.mine', { seats: shortName('CN') }) })).toBeVisible();
  await page.reload();
  await play.seeRecorded(page, upTo('event.offerTabled.open', { by: shortName('KR'), to: shortName('CN') }));
  await page.goto('/learn');
  await see(page.locator('.lesson-card').getByText(say('lesson.step', { step: 1, steps: 7 }))).toBeVisible();
  await leave();
});
