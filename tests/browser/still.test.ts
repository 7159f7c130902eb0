import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openHouse, see } from '../helpers/browser.ts';
import { gather } from '../helpers/browserParty.ts';
import { say } from '../helpers/browserWords.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse({ IDLE_MS: '1500' });
});
afterAll(() => house.close());

test('who keeps two others waiting is asked, in the title too, and any key is an answer', async () => {
  const { US, KR, CN } = await gather(house);
  for (const { page } of [US, KR])
    await page.getByRole('button', { name: say('clock.ready'), exact: true }).click();
  const question = CN.page.getByRole('dialog', { name: say('still.title') });
  await see(question.getByRole('timer')).toHaveText(/^0:(0\d|1[0-5])$/);
  await see(CN.page).toHaveTitle(/^0:(0\d|1[0-5]) /);
  await see(US.page.getByText(say('seat.idle')).first()).toBeVisible();
  await see(US.page.getByRole('dialog', { name: say('still.title') })).toHaveCount(0);
  await CN.page.keyboard.press('Shift');
  await see(question).toBeHidden();
  await see(CN.page).toHaveTitle(say('app.title'));
  await see(US.page.getByText(say('seat.standIn', { bot: say('bot.trader') }))).toHaveCount(0);
  expect([...US.crashes, ...KR.crashes, ...CN.crashes]).toEqual([]);
  await Promise.all([US, KR, CN].map(({ leave }) => leave()));
});
