import type { EventKind, EventOf } from '../../../shared/engine/events.ts';
import type { Pledge } from '../../../shared/engine/state.ts';
import { figure, percent } from '../figures.ts';
import { t } from '../language.ts';
import { spokenText } from '../spoken.ts';
import { clausesText, levelName, leverName, seatName, seatNames, type Telling } from '../telling.ts';

/** One function per event kind, from the event to a sentence. */
export type Tellers<K extends EventKind> = {
  readonly [One in K]: (event: EventOf<One>, telling: Telling) => string;
};

/** A pledge in words. */
export const pledgeText = (telling: Telling, pledge: Pledge): string =>
  t(`pledge.${pledge.bound}`, {
    lever: leverName(telling, pledge.lever),
    level: levelName(telling, pledge.lever, pledge.level),
    round: pledge.by,
  });

const spoken = (event: EventOf<'messageSpoken'>, telling: Telling): string => {
  const by = seatName(event.by);
  const to = event.to === 'all' ? '' : seatName(event.to);
  const reach = event.to === 'all' ? 'all' : 'private';
  const said =
    event.text === '' ? '' : t(`event.messageSpoken.${reach}`, { by, to, text: spokenText(event.text) });
  if (event.pledge === null) return said;
  const pledge = pledgeText(telling, event.pledge);
  const kind = reach === 'all' ? 'pledgeAll' : 'pledgePrivate';
  return `${said} ${t(`event.messageSpoken.${kind}`, { by, to, pledge })}`.trim();
};

const tabled = ({ offer }: EventOf<'offerTabled'>, telling: Telling): string => {
  const to = seatNames(offer.parties.filter((seat) => seat !== offer.by));
  const params = { by: seatName(offer.by), to, clauses: clausesText(telling, offer.clauses) };
  if (offer.parent === null) return t(`event.offerTabled.${offer.sealed ? 'sealed' : 'open'}`, params);
  return t(`event.offerTabled.${offer.sealed ? 'counterSealed' : 'counter'}`, params);
};

const proposer = (telling: Telling, offer: string): string => {
  const known = telling.offers.get(offer);
  return known === undefined ? '?' : seatName(known.by);
};

const parties = (telling: Telling, treaty: string): string => {
  const known = telling.treaties.get(treaty);
  return known === undefined ? '?' : seatNames(known.parties);
};

const voted = ({ passed, price, support }: EventOf<'legislatureVoted'>): string => {
  const how = passed ? (price > 0 ? 'bought' : 'passed') : 'failed';
  return t(`event.legislatureVoted.${how}`, { support: percent(support / 100), price });
};

/** What is said, offered, signed and denounced. */
export const TALKS: Tellers<
  | 'messageSpoken'
  | 'pledgeJudged'
  | 'offerTabled'
  | 'spendingSet'
  | 'offerAccepted'
  | 'acceptanceTakenBack'
  | 'offerDeclined'
  | 'offerCountered'
  | 'offerWithdrawn'
  | 'offerExpired'
  | 'legislatureVoted'
  | 'offerUnratified'
  | 'treatySigned'
  | 'treatyDenounced'
  | 'sealedTreatyRevealed'
  | 'treatyFell'
  | 'agendaOpened'
> = {
  messageSpoken: spoken,
  pledgeJudged: (event, telling) =>
    t(`event.pledgeJudged.${event.kept ? 'kept' : 'broken'}`, {
      by: seatName(event.by),
      lever: leverName(telling, event.lever),
    }),
  offerTabled: tabled,
  spendingSet: ({ spend }) => t('event.spendingSet', { spend: figure(spend) }),
  offerAccepted: ({ by, offer }, telling) =>
    t('event.offerAccepted', { by: seatName(by), proposer: proposer(telling, offer) }),
  acceptanceTakenBack: ({ by, offer }, telling) =>
    t('event.acceptanceTakenBack', { by: seatName(by), proposer: proposer(telling, offer) }),
  offerDeclined: ({ by, offer, note }, telling) =>
    t(`event.offerDeclined.${note === '' ? 'plain' : 'note'}`, {
      by: seatName(by),
      proposer: proposer(telling, offer),
      note: spokenText(note),
    }),
  offerCountered: ({ by, offer }, telling) =>
    t('event.offerCountered', { by: seatName(by), proposer: proposer(telling, offer) }),
  offerWithdrawn: ({ by }) => t('event.offerWithdrawn', { by: seatName(by) }),
  offerExpired: ({ offer }, telling) => t('event.offerExpired', { proposer: proposer(telling, offer) }),
  legislatureVoted: voted,
  offerUnratified: ({ refusedBy }) => t('event.offerUnratified', { seats: seatNames(refusedBy) }),
  treatySigned: ({ treaty }, telling) =>
    t(`event.treatySigned.${treaty.sealed ? 'sealed' : 'open'}`, {
      parties: seatNames(treaty.parties),
      clauses: clausesText(telling, treaty.clauses),
    }),
  treatyDenounced: ({ by, treaty, fallsIn }, telling) =>
    t('event.treatyDenounced', { by: seatName(by), parties: parties(telling, treaty), round: fallsIn }),
  sealedTreatyRevealed: (event) =>
    t('event.sealedTreatyRevealed', { by: seatName(event.by), parties: seatNames(event.parties) }),
  treatyFell: ({ treaty }, telling) => t('event.treatyFell', { parties: parties(telling, treaty) }),
  agendaOpened: ({ lever }, telling) => t('event.agendaOpened', { lever: leverName(telling, lever) }),
};
