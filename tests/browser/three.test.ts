import type { Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Clause } from '../../shared/engine/state.ts';
import { type BySeat, SEATS, type Seat } from '../../shared/seats.ts';
import { type House, openHouse, see } from '../helpers/browser.ts';
import { doomedPackage, surePackage } from '../helpers/browserPackages.ts';
import { openTable, plainTable, sitDown } from '../helpers/browserParty.ts';
import * as result from '../helpers/browserResult.ts';
import * as play from '../helpers/browserTable.ts';
import { leverLabel, namesOf, say, shortName, upTo } from '../helpers/browserWords.ts';
import { clause } from '../helpers/game.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const MEASURE = 'cn-kr-coercion';
const IN_A_NOTE = 'canary-in-the-note';
const IN_PRIVATE = 'canary-in-the-message';
const HAGGLED = ['us-kr-security', 'kr-us-energy'];
const OPEN_WORD = 'canary-for-everybody';

/** Three players and a spectator, from four browsers, by every way in. */
const comeTogether = async () => {
  const [ann, bo, cy, dan] = await Promise.all(Array.from({ length: 4 }, () => house.newVisitor()));
  const [US, KR, CN, spectator] = [ann!, bo!, cy!, dan!];
  const code = await openTable(KR.page, 'Bo');
  expect(code).toMatch(/^[A-Z0-9]{6}$/);
  const link = await KR.page.getByLabel(say('wait.link'), { exact: true }).inputValue();
  expect(link).toBe(`${house.url}/t/${code}`);
  const waiting = (page: Page) => page.getByRole('list', { name: say('wait.seats') });
  // A reload in the waiting room keeps the seat.
  await KR.page.goto(plainTable(code));
  await see(waiting(KR.page).getByRole('listitem').filter({ hasText: 'Bo' })).toContainText(say('seat.you'));

  await US.page.goto(`${link}?board=none`);
  await sitDown(US.page, 'Ann', 'US');
  await see(waiting(KR.page).getByRole('listitem').filter({ hasText: 'Ann' })).toContainText(say('seat.US'));
  await see(KR.page.getByText(say('wait.waitingFor', { seats: shortName('CN') }))).toBeVisible();

  await CN.page.goto('/');
  const typed = `${code.slice(0, 3)}-${code.slice(3)}`.toLowerCase();
  await CN.page.getByLabel(say('home.code')).fill(typed);
  await CN.page.getByRole('button', { name: say('home.enter'), exact: true }).click();
  await see(CN.page.getByRole('heading', { name: say('door.title', { code }) })).toBeVisible();
  await see(CN.page.getByRole('button', { name: say('door.taken', { name: 'Ann' }) })).toBeDisabled();
  await sitDown(CN.page, 'Cy', 'CN');
  await play.seeRound(CN.page, 1);
  await CN.page.goto(plainTable(code));

  await spectator.page.goto(plainTable(code));
  await sitDown(spectator.page, 'Dan', 'spectator');
  for (const { page } of [US, KR, CN, spectator]) await play.seeRound(page, 1);
  return { US, KR, CN, spectator };
};

type Party = Awaited<ReturnType<typeof comeTogether>>;

const all = ({ US, KR, CN, spectator }: Party): readonly Page[] =>
  [US, KR, CN, spectator].map(({ page }) => page);

/** What is agreed and what fails at home, whichever mandates were drawn; no lever is in two of them. */
const packagesFor = (mandates: BySeat<string>) => {
  const spared = [MEASURE, ...HAGGLED];
  const leversOf = (clauses: readonly Clause[]): readonly string[] => clauses.map(({ lever }) => lever);
  const sealed = surePackage({ parties: ['KR', 'CN'], mandates, sealed: true, without: spared });
  const open = surePackage({ parties: SEATS, mandates, without: [...spared, ...leversOf(sealed)] });
  const without = [...spared, ...leversOf(sealed), ...leversOf(open)];
  return { sealed, open, doomed: doomedPackage({ parties: ['US', 'KR'], mandates, without, refuser: 'KR' }) };
};

const seeTreaty = async (page: Page, parties: readonly Seat[]): Promise<void> => {
  await play.openTab(page, 'offers');
  await see(play.treatyOf(page, parties)).toContainText(say('treaties.binding'));
};

const signOpenTreaty = async (party: Party, clauses: readonly Clause[]): Promise<void> => {
  const { US, KR, CN } = party;
  await play.offer(KR.page, { to: ['US', 'CN'], clauses });
  for (const { page } of [US, CN]) {
    await play.openTab(page, 'offers');
    await play.accept(play.offersFrom(page, 'KR', 3));
  }
  for (const page of all(party)) await seeTreaty(page, SEATS);
};

/** Nobody who looks at this page can tell that Korea and China have anything between them. */
const seeNothingSealed = async (page: Page): Promise<void> => {
  await play.openTab(page, 'offers');
  await see(play.treatyOf(page, SEATS)).toBeVisible();
  expect(await play.treatyOf(page, ['KR', 'CN']).count()).toBe(0);
  expect(
    await page.getByRole('main').or(page.getByRole('tabpanel')).getByText(say('offer.sealed')).count(),
  ).toBe(0);
};

/** Korea and China agree behind closed doors; all that the others' sockets bring meanwhile are two public words. */
const signSealedTreaty = async (party: Party, clauses: readonly Clause[]): Promise<readonly string[]> => {
  const { US, KR, CN, spectator } = party;
  const before = [US, spectator].map(({ frames }) => frames.length);
  await play.speak(KR.page, 'CN', IN_PRIVATE);
  await play.offer(KR.page, { to: ['CN'], clauses, sealed: true, note: IN_A_NOTE });
  await play.openTab(CN.page, 'offers');
  const card = play.offersFrom(CN.page, 'KR');
  await see(card).toContainText(IN_A_NOTE);
  const id = (await card.getAttribute('data-testid'))!.replace('offer-', '');
  // A public word brings the others the whole table as they may see it: with the offer open, and with the treaty signed.
  await play.speak(KR.page, 'all', `${OPEN_WORD} once`);
  for (const { page } of [US, spectator]) {
    await play.seeRecorded(page, `${OPEN_WORD} once`);
    await seeNothingSealed(page);
  }
  await play.accept(card);
  for (const { page } of [KR, CN]) await seeTreaty(page, ['KR', 'CN']);
  await play.speak(CN.page, 'all', `${OPEN_WORD} twice`);
  for (const { page } of [US, spectator]) {
    await play.seeRecorded(page, `${OPEN_WORD} twice`);
    await seeNothingSealed(page);
  }
  expect([US, spectator].map(({ frames }, i) => frames.length - before[i]!)).toEqual([2, 2]);
  return [IN_A_NOTE, IN_PRIVATE, id];
};

/** The US offers, Korea counters, the US says no. */
const counterAndDecline = async ({ US, KR, CN }: Party): Promise<void> => {
  await play.offer(US.page, { to: ['KR'], clauses: [clause('us-kr-security', 'reaffirmed')] });
  await play.openTab(KR.page, 'offers');
  await play.counter(KR.page, play.offersFrom(KR.page, 'US'), [clause('kr-us-energy', '10')], ['US']);
  await play.openTab(US.page, 'offers');
  const card = play.offersFrom(US.page, 'KR');
  await see(card).toContainText(say('offer.counterTo'));
  for (const lever of HAGGLED) await see(card).toContainText(leverLabel(lever));
  await play.decline(card);
  const sentence = say('event.offerDeclined.plain', { by: shortName('US'), proposer: shortName('KR') });
  await play.seeRecorded(CN.page, sentence);
};

/** The US offers, Korea accepts and spends nothing on its legislature: it says no, and everybody learns who. */
const failAtHome = async ({ US, KR, CN, spectator }: Party, clauses: readonly Clause[]): Promise<void> => {
  await play.offer(US.page, { to: ['KR'], clauses });
  await play.openTab(KR.page, 'offers');
  await play.accept(play.offersFrom(KR.page, 'US'), 0);
  for (const { page } of [US, KR, CN, spectator])
    await play.seeRecorded(page, say('event.offerUnratified', { seats: shortName('KR') }));
  await play.seeRecorded(KR.page, upTo('event.legislatureVoted.failed', {}));
  await see(US.page.getByText(upTo('event.legislatureVoted.failed', {}))).toHaveCount(0);
};

/** China orders a measure that nobody sees before the round is over. */
const actAlone = async (party: Party): Promise<void> => {
  const others = [party.US, party.KR, party.spectator];
  const before = others.map(({ frames }) => frames.length);
  await play.orderMeasure(party.CN.page, MEASURE);
  await play.pledge(party.KR.page);
  for (const page of all(party))
    await play.seeRecorded(page, upTo('event.messageSpoken.pledgeAll', { by: shortName('KR') }));
  // Nothing but the pledge; Korea had an answer to it, too.
  expect(others.map(({ frames }, i) => frames.length - before[i]!)).toEqual([1, 2, 1]);
};

const seeFirstResolution = async (party: Party): Promise<void> => {
  const took = upTo('event.measureTaken', { seat: shortName('CN'), lever: leverLabel(MEASURE) });
  const met = say('event.seatsMet.some', {
    pairs: say('log.pair', { first: shortName('KR'), last: shortName('CN') }),
  });
  for (const page of all(party)) {
    await play.seeRecorded(page, took);
    await see(page.getByRole('tabpanel').getByText(met)).toBeVisible();
  }
};

/** The US breaks the treaty of all three; it falls one full round later. */
const breakTreaty = async (party: Party): Promise<void> => {
  await play.denounce(party.US.page, SEATS);
  const ending = say('treaties.ending', { seat: shortName('US'), round: 3 });
  for (const page of all(party)) {
    await play.openTab(page, 'offers');
    await see(play.treatyOf(page, SEATS)).toContainText(ending);
  }
};

/** All four are told the same, it adds up, and the broken word is charged. */
const seeSameResult = async (party: Party): Promise<void> => {
  const told = await Promise.all(
    all(party).map((page) =>
      Promise.all(
        SEATS.map(async (seat) => {
          const text = await result.sumOf(page, seat).innerText();
          return text.replace(say('seat.you'), '').replace(/\s+/g, ' ').trim();
        }),
      ),
    ),
  );
  for (const texts of told) expect(texts).toEqual(told[0]);
  for (const page of all(party)) await result.seeSums(page);
  for (const seat of SEATS) {
    const score = await party[seat].page.locator('.score-figure').innerText();
    expect(told[0]![SEATS.indexOf(seat)]).toContain(` ${score} `);
  }
  expect(told[0]![0]).toMatch(new RegExp(`${say('result.penalty')} −`));
};

test('three people and a spectator: open, sealed, countered, refused, denounced, to one result', async () => {
  const party = await comeTogether();
  const { US, KR, CN, spectator } = party;
  const mandates = await play.mandatesOn({ US: US.page, KR: KR.page, CN: CN.page });
  const { sealed, open, doomed } = packagesFor(mandates);
  await signOpenTreaty(party, open);
  const secrets = await signSealedTreaty(party, sealed);
  await counterAndDecline(party);
  await failAtHome(party, doomed);
  await actAlone(party);
  const players = [US.page, KR.page, CN.page];
  await play.endRound(players, 1);
  await seeFirstResolution(party);
  await breakTreaty(party);
  for (const round of [2, 3]) await play.endRound(players, round);
  for (const page of all(party))
    await play.seeRecorded(page, say('event.treatyFell', { parties: namesOf(SEATS) }));
  for (const round of [4, 5, 6]) await play.endRound(players, round);
  for (const page of all(party)) await play.seeResult(page);
  await seeSameResult(party);

  for (const secret of secrets) {
    for (const { heard } of [KR, CN]) expect(heard()).toContain(secret);
    for (const { heard, page } of [US, spectator]) {
      expect(heard()).toContain(OPEN_WORD);
      expect(heard()).not.toContain(secret);
      expect(await page.content()).not.toContain(secret);
    }
  }
  for (const { crashes, complaints } of [US, KR, CN, spectator])
    expect({ crashes, complaints }).toEqual({ crashes: [], complaints: [] });
}, 180_000);
