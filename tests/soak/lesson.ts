import type { Page } from '@playwright/test';
import { lessonTrial, type Screens } from '../faults/trials/lessonTrial.ts';
import { openHouse, see, type Visitor } from '../helpers/browser.ts';
import { say } from '../helpers/browserWords.ts';
import buildClient from '../helpers/buildClient.ts';
import type { Classroom } from '../helpers/classroom.ts';
import { mustBe, type Soak } from './soak.ts';

const TABLES = 10;
const PEOPLE = 3;

/** The facilitator's page of a class, opened by the secret link. */
const openConsole = async ({ page }: Visitor, { code, secret }: Classroom): Promise<Page> => {
  await page.goto(`/class/${code}#${secret}`);
  return page;
};

const screensOf = (visitors: readonly Visitor[], facilitator: Visitor): Screens => ({
  people: visitors.length,
  join: async (room) => {
    await openConsole(facilitator, room);
    for (const [i, { page }] of visitors.entries()) {
      await page.goto(`/join/${room.code}`);
      await page.getByLabel(say('home.name')).fill(`Screen ${i + 1}`);
      await page.getByRole('button', { name: say('class.join.press'), exact: true }).click();
      await see(page.getByText(say('class.join.wait'))).toBeVisible();
    }
  },
  seated: async () => {
    for (const { page } of visitors) await page.waitForURL(/\/t\/[A-Z0-9]{6}$/);
    for (const { page } of visitors)
      await see(page.getByRole('button', { name: say('clock.ready'), exact: true })).toBeVisible();
  },
  paused: async () => {
    await Promise.all(
      visitors.map(({ page }) => page.getByText(say('phase.paused'), { exact: true }).first().waitFor()),
    );
  },
  reloaded: async (tables) => {
    await facilitator.page.reload();
    await see(facilitator.page.locator('.class-table')).toHaveCount(tables);
  },
});

/** R25: a class of thirty, three of them at real screens, to its end, its export and its debrief. */
export const lesson: Soak = async ({ chance, show, progress }) => {
  buildClient();
  const house = await openHouse({ GRACE_MS: '1000', BOT_DELAY_MS: '50' });
  try {
    const visitors = [];
    for (let i = 0; i < PEOPLE; i++) {
      const visitor = await house.newVisitor();
      // The map is another test's.
      await visitor.page.addInitScript(() => {
        HTMLCanvasElement.prototype.getContext = () => null;
      });
      visitors.push(visitor);
    }
    const facilitator = await house.newVisitor();
    const report = await lessonTrial({
      url: house.url,
      chance,
      scenario: 'tariff-pause-2025',
      tables: TABLES,
      lost: TABLES,
      back: 3,
      everyMs: 5000,
      isShort: false,
      screens: screensOf(visitors, facilitator),
      progress,
    });
    for (const { leave } of visitors) await leave();
    const began = performance.now();
    const page = facilitator.page;
    await page.goto(`/class/${report.room.code}/debrief`);
    await page.waitForFunction(
      (count) => document.querySelectorAll('.table-mark').length >= 3 * count,
      TABLES,
      { timeout: 120_000 },
    );
    const debrief = (performance.now() - began) / 1000;
    mustBe(
      'pages that crashed',
      [facilitator, ...visitors].flatMap(({ crashes }) => crashes),
      [],
    );
    show({ what: 'looks at the console, reloaded', value: report.looks, unit: '', target: 12, least: true });
    show({ what: 'the slowest answer to one', value: report.slowestLook, unit: 'ms', target: 1000 });
    show({ what: 'from the pause of all to the last screen', value: report.pause, unit: 'ms', target: 500 });
    show({ what: 'from a lost line to the stand-in', value: report.standIn, unit: 'ms', target: 3000 });
    show({
      what: 'entries in the export, all joined',
      value: report.entries,
      unit: '',
      target: 300,
      least: true,
    });
    show({ what: 'all tables in the debrief of the class', value: debrief, unit: 's', target: 10 });
  } finally {
    await house.close();
  }
};
