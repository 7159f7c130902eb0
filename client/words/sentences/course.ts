import type { EventOf } from '../../../shared/engine/events.ts';
import { SEATS } from '../../../shared/seats.ts';
import { incomeChange } from '../../economy.ts';
import { duration, figure, listed, percent, worth } from '../figures.ts';
import { t, words } from '../language.ts';
import { botName } from '../people.ts';
import { reasonText } from '../reasons.ts';
import { spokenText } from '../spoken.ts';
import { levelName, leverName, seatName, type Telling } from '../telling.ts';
import type { Tellers } from './talks.ts';

const seated = ({ seat, occupant }: EventOf<'occupantChanged'>): string => {
  const name = seatName(seat);
  if (occupant.kind === 'vacant') return t('event.occupantChanged.vacant', { seat: name });
  if (occupant.kind === 'bot')
    return t('event.occupantChanged.bot', { seat: name, name: botName(occupant.bot) });
  return occupant.standIn === null
    ? t('event.occupantChanged.person', { seat: name, name: occupant.name })
    : t('event.occupantChanged.standIn', { seat: name, name: occupant.name, bot: botName(occupant.standIn) });
};

const mandateName = ({ scenario }: Telling, id: string): string => {
  const mandate = scenario.mandates.find((candidate) => candidate.id === id);
  return mandate === undefined ? id : words(mandate.label);
};

const met = ({ pairs }: EventOf<'seatsMet'>): string =>
  pairs.length === 0
    ? t('event.seatsMet.none')
    : t('event.seatsMet.some', {
        pairs: listed(pairs.map(([a, b]) => t('log.pair', { first: seatName(a), last: seatName(b) }))),
      });

const headline = ({ card }: EventOf<'newsRevealed'>, { scenario }: Telling): string => {
  const known = scenario.news.find((candidate) => candidate.id === card);
  return known === undefined ? card : words(known.headline);
};

const moved = (
  key: 'event.leverMoved.treaty' | 'event.leverMoved.snapback',
  { lever, from, to }: EventOf<'leverMoved'>,
  telling: Telling,
): string =>
  t(key, {
    lever: leverName(telling, lever),
    from: levelName(telling, lever, from),
    to: levelName(telling, lever, to),
  });

const incomes = ({ outcome }: EventOf<'economySolved'>): string =>
  listed(
    SEATS.map(
      (seat) => `${seatName(seat)} ${percent(incomeChange(outcome, seat), { digits: 2, sign: true })}`,
    ),
  );

/** How the game runs: seats, clock, capital, levers, news, results. */
export const COURSE: Tellers<
  | 'tableOpened'
  | 'branched'
  | 'cardsDrawn'
  | 'mandateDrawn'
  | 'occupantChanged'
  | 'seatHeld'
  | 'gameStarted'
  | 'roundBegan'
  | 'closingBegan'
  | 'readySet'
  | 'paused'
  | 'releaseAsked'
  | 'resumed'
  | 'extended'
  | 'announced'
  | 'capitalChanged'
  | 'credibilityChanged'
  | 'penaltyBooked'
  | 'measureOrdered'
  | 'measureCancelled'
  | 'measureTaken'
  | 'leverMoved'
  | 'seatsMet'
  | 'newsRevealed'
  | 'economySolved'
  | 'flowBooked'
  | 'moveExplained'
  | 'seatSettled'
  | 'gameEnded'
  | 'mandatesOpened'
  | 'rematchCalled'
> = {
  tableOpened: () => t('event.tableOpened'),
  branched: ({ setup: { branch } }) => t('event.branched', { code: branch?.of ?? '' }),
  cardsDrawn: () => t('event.cardsDrawn'),
  mandateDrawn: ({ seat, mandate }, telling) =>
    t(`event.mandateDrawn.${seat === telling.own ? 'own' : 'other'}`, {
      seat: seatName(seat),
      mandate: mandateName(telling, mandate),
    }),
  occupantChanged: seated,
  seatHeld: ({ seat }) => t('event.seatHeld', { seat: seatName(seat) }),
  gameStarted: () => t('event.gameStarted'),
  roundBegan: ({ round }, { scenario: { rules } }) =>
    t('event.roundBegan', {
      round,
      from: (round - 1) * rules.daysPerRound + 1,
      to: round * rules.daysPerRound,
    }),
  closingBegan: () => t('event.closingBegan'),
  readySet: ({ ready }) => t(`event.readySet.${ready ? 'on' : 'off'}`),
  paused: ({ pause }) =>
    pause.by === 'facilitator'
      ? t('event.paused.facilitator')
      : t('event.paused.seat', { seat: seatName(pause.by) }),
  releaseAsked: ({ seat }) => t('event.releaseAsked', { seat: seatName(seat) }),
  resumed: () => t('event.resumed'),
  extended: ({ ms }) => t('event.extended', { time: duration(ms) }),
  announced: ({ text }) => t('event.announced', { text: spokenText(text) }),
  capitalChanged: ({ change, cause }) =>
    t('event.capitalChanged', { change: figure(change, { sign: true }), cause: t(`cause.${cause}`) }),
  credibilityChanged: ({ seat, change, cause }) =>
    t('event.credibilityChanged', {
      seat: seatName(seat),
      change: figure(change, { sign: true }),
      cause: t(`cause.credibility.${cause}`),
    }),
  penaltyBooked: ({ amount }) => t('event.penaltyBooked', { amount: worth(-amount) }),
  measureOrdered: ({ lever, level }, telling) =>
    t('event.measureOrdered', { lever: leverName(telling, lever), level: levelName(telling, lever, level) }),
  measureCancelled: ({ lever, bound }, telling) =>
    t(`event.measureCancelled.${bound ? 'bound' : 'own'}`, { lever: leverName(telling, lever) }),
  measureTaken: ({ seat, lever, from, to }, telling) =>
    t('event.measureTaken', {
      seat: seatName(seat),
      lever: leverName(telling, lever),
      from: levelName(telling, lever, from),
      to: levelName(telling, lever, to),
    }),
  leverMoved: (event, telling) => moved(`event.leverMoved.${event.cause}`, event, telling),
  seatsMet: met,
  newsRevealed: (event, telling) => t('event.newsRevealed', { headline: headline(event, telling) }),
  economySolved: (event) => t('event.economySolved', { incomes: incomes(event) }),
  flowBooked: ({ value }) => t('event.flowBooked', { value: worth(value) }),
  moveExplained: ({ seat, reason }, telling) =>
    t('event.moveExplained', { seat: seatName(seat), reason: reasonText(reason, telling) }),
  seatSettled: ({ result }) => t('event.seatSettled', { score: figure(result.score, { digits: 0 }) }),
  gameEnded: (_, { scenario: { rules } }) =>
    t('event.gameEnded', { days: rules.rounds * rules.daysPerRound }),
  rematchCalled: ({ by }) => t('event.rematchCalled', { seat: seatName(by) }),
  mandatesOpened: ({ mandates }, telling) =>
    t('event.mandatesOpened', {
      mandates: listed(
        SEATS.filter((seat) => telling.scenario.seats.includes(seat)).map(
          (seat) => `${seatName(seat)}: ${mandateName(telling, mandates[seat])}`,
        ),
      ),
    }),
};
