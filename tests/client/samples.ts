import type { Event } from '../../shared/engine/events.ts';
import type { Offer, SeatResult, Treaty } from '../../shared/engine/state.ts';
import { bookOf } from '../../shared/scenarios/index.ts';

const book = bookOf('tariff-pause-2025');

/** The scenario of the samples. */
export const { scenario } = book;

const outcome = book.economyAt(book.pause, []);
if (outcome === null) throw new Error('the scenario has an economy');

const clauses = [{ lever: 'us-kr-auto-tariff', level: 1, from: 0 }];

const offer: Offer = {
  id: 'offer-1',
  by: 'US',
  parties: ['US', 'KR'],
  clauses,
  sealed: false,
  note: 'A first word.',
  parent: null,
  round: 1,
  accepted: ['US'],
  state: 'open',
  endedIn: 0,
  opensAgenda: false,
};

const treaty: Treaty = {
  id: 'treaty-1',
  offer: 'offer-1',
  parties: ['US', 'KR'],
  clauses,
  sealed: false,
  round: 1,
  denouncedBy: null,
  fallsIn: null,
  fallen: false,
};

const result: SeatResult = { flow: 4, settlement: 12, capital: 0.5, penalty: 0, result: 10.5, score: 31 };
const pledge = { lever: 'kr-us-tariff', bound: 'atMost', level: 0, by: 6 } as const;
const mandates = { US: scenario.mandates[0].id, KR: scenario.mandates[3].id, CN: scenario.mandates[6].id };
const KR = 'KR' as const;
const US = 'US' as const;
const many = scenario.levers.slice(0, 7).map(({ id }) => ({ lever: id, level: 0, from: 0 }));

/** An event of every kind, and of every shade that has a sentence of its own. */
export const sampleEvents: readonly Event[] = [
  {
    kind: 'tableOpened',
    setup: { scenario: scenario.id, press: 'full', roundMs: null, explain: true, reveal: 'end' },
  },
  { kind: 'cardsDrawn', seed: 's', deck: [] },
  { kind: 'mandateDrawn', seat: KR, mandate: mandates.KR },
  { kind: 'mandateDrawn', seat: US, mandate: mandates.US },
  { kind: 'occupantChanged', seat: KR, occupant: { kind: 'vacant' } },
  { kind: 'occupantChanged', seat: KR, occupant: { kind: 'bot', bot: 'trader' } },
  { kind: 'occupantChanged', seat: KR, occupant: { kind: 'person', name: 'Kim', standIn: null } },
  { kind: 'occupantChanged', seat: KR, occupant: { kind: 'person', name: 'Kim', standIn: 'trader' } },
  { kind: 'seatHeld', seat: KR, holder: 'guest' },
  { kind: 'gameStarted', outcome },
  { kind: 'roundBegan', round: 1, endsAt: null },
  { kind: 'closingBegan', endsAt: null },
  { kind: 'readySet', seat: KR, ready: true },
  { kind: 'readySet', seat: KR, ready: false },
  { kind: 'paused', pause: { by: KR, until: 1, release: [] }, left: 1 },
  { kind: 'paused', pause: { by: 'facilitator', until: null, release: [] }, left: 1 },
  { kind: 'releaseAsked', seat: US },
  { kind: 'resumed', endsAt: 1 },
  {
    kind: 'branched',
    setup: {
      scenario: 'tariff-pause-2025',
      press: 'full',
      roundMs: null,
      explain: false,
      reveal: 'end',
      branch: { of: 'K7PQ2M', at: 9 },
    },
  },
  { kind: 'extended', endsAt: 1, ms: 60_000 },
  { kind: 'announced', text: 'Five minutes.' },
  { kind: 'messageSpoken', id: 'm1', by: KR, to: 'all', text: 'We listen.', pledge: null },
  { kind: 'messageSpoken', id: 'm2', by: KR, to: US, text: 'Between us.', pledge: null },
  { kind: 'messageSpoken', id: 'm3', by: KR, to: 'all', text: '', pledge },
  {
    kind: 'messageSpoken',
    id: 'm4',
    by: KR,
    to: US,
    text: 'Mark this:',
    pledge: { ...pledge, bound: 'atLeast' },
  },
  { kind: 'pledgeJudged', id: 'm3', by: KR, to: 'all', lever: 'kr-us-tariff', kept: true },
  { kind: 'pledgeJudged', id: 'm3', by: KR, to: 'all', lever: 'kr-us-tariff', kept: false },
  { kind: 'offerTabled', offer },
  { kind: 'offerTabled', offer: { ...offer, id: 'offer-2', sealed: true } },
  { kind: 'offerTabled', offer: { ...offer, id: 'offer-3', parent: 'offer-1' } },
  { kind: 'offerTabled', offer: { ...offer, id: 'offer-4', parent: 'offer-1', sealed: true, clauses: many } },
  { kind: 'spendingSet', seat: KR, offer: 'offer-1', spend: 3 },
  { kind: 'offerAccepted', offer: 'offer-1', by: KR },
  { kind: 'acceptanceTakenBack', offer: 'offer-1', by: KR },
  { kind: 'offerDeclined', offer: 'offer-1', by: KR, note: '' },
  { kind: 'offerDeclined', offer: 'offer-1', by: KR, note: 'Too dear.' },
  { kind: 'offerCountered', offer: 'offer-1', by: KR, counter: 'offer-3' },
  { kind: 'offerWithdrawn', offer: 'offer-1', by: US },
  { kind: 'offerExpired', offer: 'offer-1' },
  { kind: 'legislatureVoted', seat: KR, offer: 'offer-1', support: 56.4, price: 0, passed: true },
  { kind: 'legislatureVoted', seat: KR, offer: 'offer-1', support: 47, price: 2, passed: true },
  { kind: 'legislatureVoted', seat: KR, offer: 'offer-1', support: 38, price: 6, passed: false },
  { kind: 'offerUnratified', offer: 'offer-1', refusedBy: [KR] },
  { kind: 'treatySigned', treaty },
  { kind: 'treatySigned', treaty: { ...treaty, id: 'treaty-2', sealed: true } },
  { kind: 'treatyDenounced', treaty: 'treaty-1', by: US, fallsIn: 3 },
  { kind: 'sealedTreatyRevealed', by: US, parties: [US, 'CN'] },
  { kind: 'treatyFell', treaty: 'treaty-1' },
  { kind: 'agendaOpened', lever: 'kr-defence-cost', to: 'all' },
  ...(
    [
      'income',
      'sealed',
      'measure',
      'measureCancelled',
      'ratification',
      'refused',
      'denunciation',
      'agenda',
      'news',
    ] as const
  ).map((cause) => ({ kind: 'capitalChanged', seat: KR, change: -3, cause }) as const),
  { kind: 'credibilityChanged', seat: KR, change: -10, cause: 'denunciation' },
  { kind: 'credibilityChanged', seat: KR, change: -5, cause: 'pledge' },
  { kind: 'penaltyBooked', seat: KR, amount: 6 },
  { kind: 'measureOrdered', seat: KR, lever: 'kr-us-tariff', level: 1 },
  { kind: 'measureCancelled', seat: KR, lever: 'kr-us-tariff', bound: false },
  { kind: 'measureCancelled', seat: KR, lever: 'kr-us-tariff', bound: true },
  { kind: 'measureTaken', seat: KR, lever: 'kr-us-tariff', from: 0, to: 1 },
  { kind: 'leverMoved', lever: 'us-kr-auto-tariff', from: 2, to: 1, cause: 'treaty' },
  { kind: 'leverMoved', lever: 'us-kr-auto-tariff', from: 1, to: 2, cause: 'snapback' },
  { kind: 'seatsMet', pairs: [] },
  { kind: 'seatsMet', pairs: [[US, KR]] },
  { kind: 'newsRevealed', card: scenario.news[0].id },
  { kind: 'economySolved', outcome, reference: outcome },
  { kind: 'flowBooked', seat: KR, value: 3.2 },
  {
    kind: 'moveExplained',
    seat: US,
    reason: { key: 'reason.bot.logroll', params: { seat: KR, asks: 'kr-us-fabs' } },
    to: 'all',
  },
  { kind: 'moveExplained', seat: US, reason: { key: 'reason.not.there', params: {} }, to: 'all' },
  { kind: 'seatSettled', seat: KR, result },
  { kind: 'gameEnded', stance: { x: 0.5, y: 0.2 } },
  { kind: 'mandatesOpened', mandates, results: { US: result, KR: result, CN: result } },
  { kind: 'rematchCalled', code: 'K7PQ2M', by: KR },
];
