import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openHouse, see } from '../helpers/browser.ts';
import { soloTable } from '../helpers/browserSolo.ts';
import * as play from '../helpers/browserTable.ts';
import { leverLabel, say, shortName } from '../helpers/browserWords.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

test('whoever leaves while an offer is held back is asked first; about a draft, which is kept, nobody is', async () => {
  const { page, crashes, leave } = await house.newVisitor();
  // The three seconds last as long as the test needs.
  await page.addInitScript(() => {
    const usual = window.setInterval.bind(window);
    const patient = (run: TimerHandler, ms?: number) => usual(run, ms === 1000 ? 1e9 : ms);
    window.setInterval = patient as typeof window.setInterval;
  });
  await page.goto('/');
  await page.goto(await soloTable(page, 'leaving'));
  await play.seeRound(page, 1);
  const terms = { to: ['CN'] as const, clauses: [{ lever: 'kr-cn-fta', level: 1, from: 0 }] };
  await play.compose(page, terms);
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.dismiss();
  });
  await page.reload();
  await play.openTab(page, 'compose');
  const less = page.getByRole('button', { name: say('compose.less', { lever: leverLabel('kr-cn-fta') }) });
  await see(less).toBeEnabled();
  expect(asked).toEqual([]);

  await page.getByRole('button', { name: say('compose.send', { seats: shortName('CN') }) }).click();
  await see(page.getByText(say('compose.sending', { seconds: 3 }))).toBeVisible();
  await page.close({ runBeforeUnload: true });
  await see.poll(() => asked).toEqual(['beforeunload']);
  await see(page.getByText(say('compose.sending', { seconds: 3 }))).toBeVisible();

  await page.getByRole('button', { name: say('app.cancel'), exact: true }).click();
  await see(page.getByText(say('compose.sending', { seconds: 3 }))).toHaveCount(0);
  await page.reload();
  await play.seeRound(page, 1);
  expect(asked).toEqual(['beforeunload']);
  expect(crashes).toEqual([]);
  await leave();
});
