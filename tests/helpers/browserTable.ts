import type { Locator, Page } from '@playwright/test';
import type { Clause } from '../../shared/engine/state.ts';
import { bookOf } from '../../shared/scenarios/index.ts';
import { type BySeat, bySeat, type Seat } from '../../shared/seats.ts';
import { see } from './browser.ts';
import { begins, inOrder, leverLabel, namesOf, SCENARIO, say, shortName } from './browserWords.ts';

const book = bookOf(SCENARIO);
const { rounds, daysPerRound } = book.scenario.rules;
const days = rounds * daysPerRound;

type Tab = 'offers' | 'compose' | 'talk' | 'mandate' | 'log';

/** Brings a panel to the front. */
export const openTab = async (page: Page, tab: Tab): Promise<void> => {
  const button = page.getByRole('tab', { name: begins(`tab.${tab}`) });
  await button.click();
  await see(button).toHaveAttribute('aria-selected', 'true');
};

/** The phase that the top bar names. */
export const phaseOf = (page: Page, phase: 'negotiation' | 'closing'): Locator =>
  page.getByRole('banner').getByText(say(`phase.${phase}`), { exact: true });

/** Waits until a round is being negotiated. */
export const seeRound = async (page: Page, round: number): Promise<void> => {
  await see(page.locator('[aria-current=step]')).toContainText(say('clock.roundNow', { round }));
  await see(phaseOf(page, 'negotiation')).toBeAttached();
};

const resultTitle = (page: Page): Locator =>
  page.getByRole('heading', { level: 1, name: say('result.title', { days }), exact: true });

/** Waits for the page of the end. */
export const seeResult = (page: Page): Promise<void> => see(resultTitle(page)).toBeVisible();

export const hasEnded = (page: Page): Promise<boolean> => resultTitle(page).isVisible();

/** Sets a lever of the composer from the bottom of its ladder upward, in presses. */
const setLever = async (page: Page, { lever, level }: Clause): Promise<void> => {
  const { track, levels } = book.leverOf(lever);
  const name = leverLabel(lever);
  await page
    .getByRole('tablist', { name: say('compose.tracks') })
    .getByRole('tab', { name: begins(`track.${track}`) })
    .click();
  const less = page.getByRole('button', { name: say('compose.less', { lever: name }), exact: true });
  const more = page.getByRole('button', { name: say('compose.more', { lever: name }), exact: true });
  for (let step = 0; step < levels.length && (await less.isEnabled()); step++) await less.click();
  const steps = levels.slice(0, level).filter(({ treaty }) => treaty !== false).length;
  for (let step = 0; step < steps; step++) await more.click();
  const keep = page.getByRole('button', { name: say('compose.keep', { lever: name }), exact: true });
  if (await keep.isVisible()) await keep.click();
};

export type Terms = {
  readonly to: readonly Seat[];
  readonly clauses: readonly Clause[];
  readonly sealed?: boolean;
  readonly note?: string;
};

/** Fills the composer, from the parties to the note, and leaves it unsent. */
export const compose = async (
  page: Page,
  { to, clauses, sealed = false, note = '' }: Terms,
): Promise<void> => {
  await openTab(page, 'compose');
  const parties = page.getByRole('group', { name: say('compose.with') });
  for (const seat of to) await parties.getByRole('button', { name: shortName(seat) }).click();
  for (const clause of clauses) await setLever(page, clause);
  if (sealed) await page.getByRole('radio', { name: say('compose.sealSealed') }).check();
  if (note !== '') await page.getByLabel(say('compose.note')).fill(note);
};

/** Sends what is in the composer without waiting out the three seconds in which it could be called back. */
export const send = async (page: Page, to: readonly Seat[]): Promise<void> => {
  await page.getByRole('button', { name: say('compose.send', { seats: namesOf(to) }) }).click();
  await page.getByRole('button', { name: say('compose.sendNow') }).click();
  await see(page.getByRole('tab', { name: begins('tab.offers') })).toHaveAttribute('aria-selected', 'true');
};

/** Composes an offer and sends it. */
export const offer = async (page: Page, terms: Terms): Promise<void> => {
  await compose(page, terms);
  await send(page, terms.to);
};

/** The cards of the offers of one seat to this one. */
export const offersFrom = (page: Page, by: Seat, parties: 2 | 3 = 2): Locator =>
  page.getByRole('article', {
    name: say(parties === 2 ? 'offer.from' : 'offer.fromThree', { seat: shortName(by) }),
    exact: true,
  });

const dialogOf = (card: Locator, key: 'offer.acceptConfirm.title' | 'offer.declineConfirm.title'): Locator =>
  card.getByRole('dialog', { name: say(key) });

/** Accepts an offer, putting at most `spend` capital into ratification (as much as allowed where it is left out). */
export const accept = async (card: Locator, spend?: number): Promise<void> => {
  await card.getByRole('button', { name: say('offer.accept'), exact: true }).click();
  const dialog = dialogOf(card, 'offer.acceptConfirm.title');
  if (spend !== undefined) {
    const amount = dialog.getByRole('status', { name: say('offer.spend') });
    const less = dialog.getByRole('button', { name: say('compose.less', { lever: say('offer.spend') }) });
    while ((await amount.textContent()) !== String(spend)) await less.click();
  }
  await dialog.getByRole('button', { name: say('offer.acceptConfirm.do') }).click();
  await see(dialog).toBeHidden();
};

export const decline = async (card: Locator): Promise<void> => {
  await card.getByRole('button', { name: say('offer.decline'), exact: true }).click();
  const dialog = dialogOf(card, 'offer.declineConfirm.title');
  await dialog.getByRole('button', { name: say('offer.declineConfirm.do') }).click();
  await see(dialog).toBeHidden();
};

/** Counters an offer with other clauses: the composer starts from what was offered. */
export const counter = async (
  page: Page,
  card: Locator,
  clauses: readonly Clause[],
  to: readonly Seat[],
): Promise<void> => {
  await card.getByRole('button', { name: say('offer.counter'), exact: true }).click();
  await see(page.getByRole('tab', { name: begins('tab.compose') })).toHaveAttribute('aria-selected', 'true');
  for (const clause of clauses) await setLever(page, clause);
  await send(page, to);
};

/** Says something to everybody or to one seat alone. */
export const speak = async (page: Page, to: Seat | 'all', text: string): Promise<void> => {
  await openTab(page, 'talk');
  const thread = to === 'all' ? say('seat.all') : shortName(to);
  await page
    .getByRole('tablist', { name: say('talk.thread') })
    .getByRole('tab', { name: thread })
    .click();
  const name = to === 'all' ? say('talk.placeholder') : say('talk.placeholderTo', { seat: thread });
  await page.getByRole('tabpanel').getByRole('textbox', { name }).fill(text);
  await page.getByRole('button', { name: say('talk.send') }).click();
  await see(page.getByRole('tabpanel').getByText(text)).toBeVisible();
};

/** Orders a measure on one of the player's own levers: one step up its ladder. */
export const orderMeasure = async (page: Page, lever: string): Promise<void> => {
  await openTab(page, 'compose');
  await page.getByRole('button', { name: say('compose.actAlone'), exact: true }).click();
  const name = leverLabel(lever);
  await page.getByRole('button', { name: say('compose.more', { lever: name }), exact: true }).click();
  await page.getByRole('button', { name: say('measures.orderOf', { lever: name }), exact: true }).click();
  const dialog = page.getByRole('dialog', { name: say('measures.confirm.title') });
  await dialog.getByRole('button', { name: say('measures.confirm.do') }).click();
  await see(page.getByText(say('measures.ordered'), { exact: true })).toBeVisible();
};

/** Pledges to everybody that the player's first lever stays where it is. */
export const pledge = async (page: Page): Promise<void> => {
  await openTab(page, 'talk');
  await page.getByRole('tab', { name: say('seat.all'), exact: true }).click();
  await page.getByRole('button', { name: say('talk.pledge'), exact: true }).click();
  await page.getByRole('button', { name: say('talk.pledgeSend'), exact: true }).click();
  await see(page.getByText(say('talk.pledges'))).toBeVisible();
};

/** Denounces the treaty of these seats. */
export const denounce = async (page: Page, parties: readonly Seat[]): Promise<void> => {
  await openTab(page, 'offers');
  await treatyOf(page, parties)
    .getByRole('button', { name: say('treaties.denounce'), exact: true })
    .click();
  const dialog = page.getByRole('dialog', { name: say('treaties.confirm.title') });
  await dialog.getByRole('button', { name: say('treaties.confirm.do') }).click();
  await see(dialog).toBeHidden();
};

/** Waits until a sentence, or its beginning, is on the record. */
export const seeRecorded = async (page: Page, sentence: string): Promise<void> => {
  await openTab(page, 'log');
  await see(page.getByRole('tabpanel').getByText(sentence).first()).toBeVisible();
};

/** The treaty card of these seats. */
export const treatyOf = (page: Page, parties: readonly Seat[]): Locator =>
  page.getByRole('article').filter({
    has: page.getByRole('heading', {
      name: say('treaties.of', { seats: namesOf(inOrder(parties)) }),
      exact: true,
    }),
  });

export const readyButton = (page: Page): Locator =>
  page.getByRole('button', { name: say('clock.ready'), exact: true });

/** The offers that wait for this player's answer. */
export const waitingOffers = (page: Page): Locator =>
  page.getByRole('region', { name: say('offers.in'), exact: true }).getByRole('article');

/** Yes where that is possible and wanted, no otherwise. */
const answer = async (card: Locator, saysYes: boolean): Promise<void> => {
  const yes = card.getByRole('button', { name: say('offer.accept'), exact: true });
  if (saysYes && (await yes.isEnabled())) await accept(card);
  else await decline(card);
};

/** Answers the first waiting offer. Its proposer or another party may end it before that: gone is gone. */
const answerFirst = async (page: Page, saysYes: boolean): Promise<void> => {
  const first = waitingOffers(page).first();
  const id = await first.getAttribute('data-testid', { timeout: 1000 }).catch(() => null);
  if (id === null) return;
  const card = waitingOffers(page).and(page.getByTestId(id));
  void answer(card, saysYes).catch(() => undefined);
  await see(card).toHaveCount(0);
};

/**
 * Where the game stands, whether this player is ready and what was last announced, in one text: an offer of somebody
 * else may take a ready back before anybody has seen it.
 */
const standing = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const texts = ['[aria-current=step]', '.phase', '.turn-bar [aria-pressed=true]', '[role=log]', 'h1'].map(
      (selector) => document.querySelector(selector)?.textContent,
    );
    return texts.join('|');
  });

/** Presses the ready button, and waits until the table has taken it in. */
export const pressReady = async (page: Page): Promise<void> => {
  const before = await standing(page);
  // The clock may be faster, and the game be over.
  await readyButton(page)
    .click({ timeout: 10_000 })
    .catch(async (failure: unknown) => {
      if (!(await hasEnded(page))) throw failure;
    });
  await see.poll(() => standing(page), { intervals: [20, 50, 100] }).not.toBe(before);
};

const isClosing = async (page: Page): Promise<boolean> => (await phaseOf(page, 'closing').count()) > 0;

/** Ends a closing phase in which all are ready before its five seconds are over: not ready, and ready again. */
const hurry = async (page: Page): Promise<void> => {
  if (await isClosing(page)) await pressReady(page);
  if (await isClosing(page)) await pressReady(page);
};

/** What is to be done now; null while one can only wait. */
const toDo = async (page: Page): Promise<'nothing' | 'answer' | 'hurry' | 'ready' | null> => {
  if (await hasEnded(page)) return 'nothing';
  if ((await waitingOffers(page).count()) > 0) return 'answer';
  if (await isClosing(page)) return 'hurry';
  const pressed = await readyButton(page)
    .getAttribute('aria-pressed', { timeout: 1000 })
    .catch(() => null);
  return pressed === 'false' ? 'ready' : null;
};

/** Plays against bots to the last day: answers every offer, yes and no by turns, and is ready. Gives the number of answers. */
export const playToEnd = async (page: Page): Promise<number> => {
  await openTab(page, 'offers');
  for (let answers = 0; ; ) {
    let next: Awaited<ReturnType<typeof toDo>> = null;
    const look = async () => {
      next = await toDo(page);
      return next;
    };
    await see.poll(look, { intervals: [20, 50, 100] }).not.toBeNull();
    if (next === 'nothing') return answers;
    if (next === 'answer') await answerFirst(page, answers++ % 2 === 0);
    else await (next === 'hurry' ? hurry(page) : pressReady(page));
  }
};

/** All are ready for the closing phase, in which one of them takes it back, so that it stays. */
export const reachClosing = async (one: Page, others: readonly Page[]): Promise<void> => {
  for (const page of [...others, one]) await pressReady(page);
  await see(phaseOf(one, 'closing')).toBeAttached();
  await pressReady(one);
};

/** All three are ready: for the closing phase, and for its end. */
export const endRound = async (pages: readonly Page[], round: number): Promise<void> => {
  for (const page of pages) await pressReady(page);
  for (const page of pages) await see(phaseOf(page, 'closing')).toBeAttached();
  await hurry(pages[0]!);
  for (const page of pages) await (round === rounds ? seeResult(page) : seeRound(page, round + 1));
};

/** The mandate that a page says its player has drawn. */
export const mandateOn = async (page: Page, seat: Seat): Promise<string> => {
  await openTab(page, 'mandate');
  const shown = await page.getByRole('tabpanel').getByRole('heading', { level: 3 }).first().textContent();
  const mandate = book.mandatesOf(seat).find(({ label }) => label.en === shown);
  if (mandate === undefined) throw new Error(`${seat} has no mandate "${shown}"`);
  return mandate.id;
};

/** All three mandates, each read from its own player's page. */
export const mandatesOn = async (pages: BySeat<Page>): Promise<BySeat<string>> => {
  const found = { US: '', KR: '', CN: '' };
  for (const seat of ['US', 'KR', 'CN'] as const) found[seat] = await mandateOn(pages[seat], seat);
  return bySeat((seat) => found[seat]);
};
