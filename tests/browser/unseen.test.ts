import type { Locator, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bookOf } from '../../shared/scenarios/index.ts';
import { type House, openHouse, see } from '../helpers/browser.ts';
import { press, seeFocusKept, tabTo } from '../helpers/browserKeys.ts';
import { begins, leverLabel, say, shortName, upTo } from '../helpers/browserWords.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const SHORT = bookOf('short-pause-2025');
const OWN_LEVER = leverLabel('kr-investment-screening');

/** What a screen reader finds: everything here is looked for by its role and its name. */
const button = (within: Page | Locator, name: string | RegExp): Locator =>
  within.getByRole('button', { name, exact: typeof name === 'string' });
const panel = (page: Page): Locator => page.getByRole('tabpanel').first();
const incoming = (page: Page): Locator =>
  page.getByRole('region', { name: say('offers.in'), exact: true }).getByRole('article');
const ready = (page: Page): Locator => button(page, say('clock.ready'));
const resultTitle = (page: Page): Locator =>
  page.getByRole('heading', { level: 1, name: upTo('result.title', {}) });

/** Goes to a radio group and through it with the arrows. */
const choose = async (page: Page, first: Locator, wanted: Locator): Promise<void> => {
  await tabTo(page, first);
  for (let step = 0; step < 6 && !(await wanted.isChecked()); step++) await page.keyboard.press('ArrowDown');
  await see(wanted).toBeChecked();
};

/** The panels by their figures. */
const openPanel = async (
  page: Page,
  key: '1' | '2' | '3' | '4',
  tab: 'offers' | 'compose' | 'talk' | 'mandate',
) => {
  await page.keyboard.press(key);
  await see(page.getByRole('tab', { name: begins(`tab.${tab}`) })).toBeFocused();
};

const openTable = async (page: Page): Promise<void> => {
  await page.goto('/?board=none');
  await press(page, page.getByRole('link', { name: begins('home.new') }));
  await see(page.getByRole('heading', { level: 1, name: say('new.title') })).toBeFocused();
  await see(page).toHaveTitle(new RegExp(say('new.title')));
  const [long, short] = [bookOf('tariff-pause-2025'), SHORT].map(({ scenario }) =>
    page.getByRole('radio', { name: new RegExp(`^${scenario.title.en}`) }),
  );
  await choose(page, long!, short!);
  for (const seat of ['US', 'CN'] as const) {
    await tabTo(page, page.getByRole('combobox', { name: say(`seat.${seat}`), exact: true }));
    await page.keyboard.type(say('new.seatBot', { bot: say('bot.conceder') }));
  }
  await choose(
    page,
    page.getByRole('radio', { name: say('pace.standard') }),
    page.getByRole('radio', { name: say('pace.untimed') }),
  );
  await press(page, button(page, say('new.open')));
  await see(ready(page)).toBeVisible();
};

/** The state of the world, from the board as a table. */
const readBoard = async (page: Page): Promise<void> => {
  const board = page.getByRole('region', { name: say('table.board'), exact: true });
  await tabTo(page, board);
  const trade = board.getByRole('table', { name: say('board.trade') });
  const cars = trade
    .getByRole('row')
    .filter({ hasText: shortName('KR') })
    .filter({ hasText: shortName('US') });
  expect(await cars.first().innerText()).toMatch(/\$\d+.*\d+%/s);
  const levers = board.getByRole('table', { name: say('board.gates') });
  const farm = levers.getByRole('row', { name: leverLabel('kr-us-farm-access') });
  await see(farm).toContainText(say('board.gate.shut'));
};

const readMandate = async (page: Page): Promise<void> => {
  await openPanel(page, '4', 'mandate');
  const name = await panel(page).getByRole('heading', { level: 3 }).first().innerText();
  const mandate = SHORT.mandatesOf('KR').find(({ label }) => label.en === name);
  expect(mandate, name).toBeDefined();
  for (const goal of mandate!.goals) await see(panel(page).getByText(goal.label.en)).toBeVisible();
};

const makeOffer = async (page: Page): Promise<void> => {
  await openPanel(page, '2', 'compose');
  const parties = page.getByRole('group', { name: say('compose.with') });
  await press(page, button(parties, shortName('CN')), 'Space');
  const lever = leverLabel('kr-cn-fta');
  await press(page, button(page, say('compose.more', { lever })));
  await see(page.getByRole('status', { name: lever, exact: true })).not.toHaveText('');
  await tabTo(page, page.getByRole('textbox', { name: say('compose.note') }));
  await page.keyboard.type('A first word from Seoul.');
  const send = button(page, say('compose.send', { seats: shortName('CN') }));
  // Called back, and sent after all.
  await press(page, send);
  await see(button(page, say('app.cancel'))).toBeFocused();
  await page.keyboard.press('Enter');
  await see(send).toBeFocused();
  await page.keyboard.press('Enter');
  await press(page, button(page, say('compose.sendNow')));
  await see(page.getByRole('tab', { name: begins('tab.offers') })).toBeFocused();
  const mine = page.getByRole('article', { name: say('offer.mine', { seats: shortName('CN') }) });
  await see(mine).toContainText('A first word from Seoul.');
};

/** Says no to the first offer, after having thought better of it once. */
const decline = async (page: Page): Promise<void> => {
  await see(incoming(page).first()).toBeVisible();
  const refuse = button(incoming(page).first(), say('offer.decline'));
  await press(page, refuse);
  const sheet = page.getByRole('dialog', { name: say('offer.declineConfirm.title') });
  await see(sheet).toBeVisible();
  await press(page, button(sheet, say('app.cancel')));
  await see(sheet).toBeHidden();
  await see(refuse).toBeFocused();
};

/** Answers the first waiting offer, yes where that is possible and wanted. Its proposer may be faster: gone is gone. */
const answer = async (page: Page, saysYes: boolean): Promise<void> => {
  // A newer one may come before it meanwhile: this very one is meant.
  const id = await incoming(page)
    .first()
    .getAttribute('data-testid', { timeout: 1000 })
    .catch(() => null);
  if (id === null) return;
  const card = incoming(page).and(page.getByTestId(id));
  const yes = button(card, say('offer.accept'));
  const attempt = async (): Promise<void> => {
    const kind = saysYes && (await yes.isEnabled()) ? 'accept' : 'decline';
    await press(page, kind === 'accept' ? yes : button(card, say('offer.decline')));
    const sheet = card.getByRole('dialog', { name: say(`offer.${kind}Confirm.title`) });
    await press(page, button(sheet, say(`offer.${kind}Confirm.do`)));
  };
  const answered = attempt();
  const gone = see(card).toHaveCount(0);
  await Promise.race([gone, answered.then(() => gone)]).catch(async (failure: unknown) => {
    if ((await card.count()) > 0) throw failure;
  });
  await seeFocusKept(page);
};

const talk = async (page: Page): Promise<void> => {
  await openPanel(page, '3', 'talk');
  await tabTo(page, page.getByRole('tab', { name: say('seat.all'), exact: true }));
  await page.keyboard.press('ArrowRight');
  const privately = page.getByRole('tab', { name: shortName('US'), exact: true });
  await see(privately).toBeFocused();
  await see(privately).toHaveAttribute('aria-selected', 'true');
  const field = panel(page).getByRole('textbox', {
    name: say('talk.placeholderTo', { seat: shortName('US') }),
  });
  await tabTo(page, field);
  await page.keyboard.type('Between us.');
  await page.keyboard.press('Enter');
  await see(panel(page).getByText('Between us.')).toBeVisible();
  await press(page, button(page, say('talk.pledge')));
  await press(page, button(page, say('talk.pledgeSend')));
  await see(panel(page).getByText(say('talk.pledges'))).toBeVisible();
  // Where one types, figures are figures.
  await see(field).toBeFocused();
  await page.keyboard.press('Tab');
};

const orderMeasure = async (page: Page): Promise<void> => {
  await openPanel(page, '2', 'compose');
  await press(page, button(page, say('compose.actAlone')));
  const more = button(page, say('compose.more', { lever: OWN_LEVER }));
  // To the end of its ladder: a step that goes no further keeps the focus.
  await tabTo(page, more);
  for (let step = 0; step < 6; step++) await page.keyboard.press('Enter');
  await see(more).toBeFocused();
  await press(page, button(page, say('measures.orderOf', { lever: OWN_LEVER })));
  const sheet = page.getByRole('dialog', { name: say('measures.confirm.title') });
  await press(page, button(sheet, say('measures.confirm.do')));
  await see(panel(page).getByText(say('measures.ordered'), { exact: true })).toBeVisible();
  await seeFocusKept(page);
};

type Next = 'over' | 'answer' | 'press';

/** What is to be done now; null while one can only wait. */
const next = async (page: Page): Promise<Next | null> => {
  if (await resultTitle(page).isVisible()) return 'over';
  if ((await incoming(page).count()) > 0) return 'answer';
  // In the closing seconds too: not ready and ready again ends them at once.
  if (await page.getByRole('banner').getByText(say('phase.closing'), { exact: true }).isVisible())
    return 'press';
  const isReady = await ready(page)
    .getAttribute('aria-pressed', { timeout: 1000 })
    .catch(() => null);
  return isReady === 'false' ? 'press' : null;
};

const playOn = async (page: Page): Promise<void> => {
  await openPanel(page, '1', 'offers');
  for (let answers = 0; ; ) {
    let doing: Next | null = null;
    await see.poll(async () => (doing = await next(page)), { intervals: [20, 50, 100] }).not.toBeNull();
    if (doing === 'over') return;
    if (doing === 'answer') await answer(page, answers++ % 2 === 0);
    else await page.keyboard.press('r');
  }
};

test('a whole game by keyboard and through the accessibility tree alone, from the first page to the score', async () => {
  const { page, crashes, complaints, leave } = await house.newVisitor();
  await openTable(page);
  await readBoard(page);
  await readMandate(page);
  await makeOffer(page);
  await decline(page);
  await talk(page);
  await orderMeasure(page);
  await press(page, ready(page), 'Space');
  await playOn(page);
  await see(resultTitle(page)).toBeFocused();
  const sums = page.getByRole('region', { name: say('result.breakdown'), exact: true }).getByRole('listitem');
  await see(sums.filter({ hasText: say('seat.you') }).first()).toContainText(/\d/);
  expect({ crashes, complaints }).toEqual({ crashes: [], complaints: [] });
  await leave();
});
