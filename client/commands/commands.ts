import type { SeatAction } from '../../shared/engine/actions/index.ts';
import type { Clause, Offer } from '../../shared/engine/state.ts';
import { inForce } from '../../shared/engine/treaties.ts';
import type { Lever } from '../../shared/scenarios/schema.ts';
import type { Seat } from '../../shared/seats.ts';
import { actionOf, spendOf } from '../composing.ts';
import { EMPTY_DRAFT } from '../drafts.ts';
import {
  activeSeats,
  type Desk,
  levelNow,
  oddsOf,
  ownMandate,
  previewOf,
  refusalOf,
  showsWorth,
} from '../rules.ts';
import { phaseLeft } from '../sending.ts';
import { duration, figure, levelText, percent, worth } from '../words/figures.ts';
import { t, words } from '../words/language.ts';
import { refusalText } from '../words/refusals.ts';
import { seatName, seatNames } from '../words/telling.ts';
import { COMMAND_IDS, type CommandId, called, calledFirst, type Named } from './parse.ts';

/** What a command is answered with. `action`: what it is about to do; `isSure`: at once, else after a yes. */
export type Answer = {
  readonly lines: readonly string[];
  readonly action?: SeatAction;
  readonly isSure?: boolean;
};

type Command = (at: Desk, rest: string) => Answer;

const say = (...lines: readonly string[]): Answer => ({ lines });

/** Does it after a yes, told what it leads to; says why not where the rules don't let it. */
const afterYes = (at: Desk, action: SeatAction, lines: readonly string[]): Answer => {
  const refusal = refusalOf(action);
  return refusal === null
    ? { lines: [...lines, t('command.sure')], action }
    : say(...lines, refusalText(refusal, at.book.scenario));
};

const atOnce = (at: Desk, action: SeatAction): Answer => {
  const refusal = refusalOf(action);
  return refusal === null ? { lines: [], action, isSure: true } : say(refusalText(refusal, at.book.scenario));
};

const clauseLine = (at: Desk, { lever: id, level }: Clause): string => {
  const lever = at.book.leverOf(id);
  const [label, from, to] = [words(lever.label), levelText(lever, levelNow(at, id)), levelText(lever, level)];
  return from === to
    ? t('clause.to', { lever: label, level: to })
    : t('command.clause', { lever: label, from, to });
};

type Pack = Pick<Offer, 'parties' | 'clauses' | 'sealed'>;

/** What a package is worth, whether it would pass at home, and all that it changes. */
const packLines = (at: Desk, { parties, clauses, sealed }: Pack): readonly string[] => {
  const preview = showsWorth(at) ? previewOf(at, clauses) : null;
  const odds =
    at.own === null ? null : oddsOf(at, { parties, clauses, sealed, spend: spendOf(at, sealed, null) });
  return [
    ...(preview === null ? [] : [`${t('offer.worth')}: ${worth(preview.change)}`]),
    ...(odds === null ? [] : [`${t('offer.odds')}: ${percent(odds.probability)}`]),
    ...clauses.map((clause) => clauseLine(at, clause)),
  ];
};

const isMine = ({ own }: Desk, { parties }: Offer): boolean => own !== null && parties.includes(own.seat);

const offerLine = (at: Desk, offer: Offer): string =>
  t('command.offer', {
    number: at.view.offers.indexOf(offer) + 1,
    by: seatName(offer.by),
    to: seatNames(offer.parties.filter((seat) => seat !== offer.by)),
    count: offer.clauses.length,
    mark: !isMine(at, offer)
      ? t('command.mark.others')
      : offer.accepted.includes(at.own?.seat ?? offer.by)
        ? t('command.mark.signed')
        : t('command.mark.waits'),
  });

/** Does something with the open offer of a number; says so where there is none. */
const withOffer =
  (use: (at: Desk, offer: Offer) => Answer): Command =>
  (at, rest) => {
    const offer = at.view.offers[Number.parseInt(rest, 10) - 1];
    return offer?.state === 'open' ? use(at, offer) : say(t('command.noOffer', { text: rest }));
  };

const isLastToAccept = (at: Desk, { parties, accepted }: Offer): boolean =>
  parties.every((seat) => seat === at.own?.seat || accepted.includes(seat));

const namedLevers = (at: Desk): readonly Named<Lever>[] =>
  at.book.scenario.levers.map((lever, i) => ({
    names: [String(i + 1), lever.id, ...Object.values(lever.label)],
    what: lever,
  }));

const namedLevels = (lever: Lever): readonly Named<number>[] =>
  lever.levels.map((level, i) => ({ names: [levelText(lever, i), level.id], what: i }));

const namedSeats = (at: Desk): readonly Named<Seat>[] =>
  activeSeats(at)
    .filter((seat) => seat !== at.own?.seat)
    .map((seat) => ({ names: [seat, seatName(seat), t(`seat.${seat}`)], what: seat }));

const levelsText = (lever: Lever): string => lever.levels.map((_, i) => levelText(lever, i)).join(', ');

/** A lever and the level that it is to have; or what is not understood. */
const clauseIn = (at: Desk, text: string): Clause | string => {
  const found = calledFirst(text, namedLevers(at));
  if (found === null) return t('command.noLever', { text });
  const level = called(found.rest, namedLevels(found.what));
  return level === null
    ? t('command.noLevel', { lever: words(found.what.label), levels: levelsText(found.what) })
    : { lever: found.what.id, level, from: 0 };
};

const propose: Command = (at, rest) => {
  const to: Seat[] = [];
  let left = rest;
  for (let next = calledFirst(left, namedSeats(at)); next !== null && to.length < 2; ) {
    if (!to.includes(next.what)) to.push(next.what);
    left = next.rest;
    next = calledFirst(left, namedSeats(at));
  }
  if (to.length === 0 || at.own === null) return say(t('command.noSeat'));
  const read = left.split(/[,，、]/).map((part) => clauseIn(at, part));
  const faults = read.filter((clause) => typeof clause === 'string');
  if (faults.length > 0) return say(...faults);
  const clauses = read.filter((clause) => typeof clause !== 'string');
  const pack = { parties: [at.own.seat, ...to], clauses, sealed: false };
  return afterYes(at, actionOf(at, { ...EMPTY_DRAFT, to, clauses }), [
    t('command.propose', { seats: seatNames(to) }),
    ...packLines(at, pack),
  ]);
};

const timeText = (): string => {
  const left = phaseLeft();
  return left === null ? t('clock.noLimit') : `${t('clock.left')}: ${duration(left)}`;
};

const status: Command = (at) => {
  const { view, own, rules } = at;
  const waiting = view.offers.filter(
    (offer) => offer.state === 'open' && isMine(at, offer) && !offer.accepted.includes(own?.seat ?? offer.by),
  );
  return say(
    t('command.status', {
      round: view.round,
      rounds: rules.rounds,
      phase: t(view.pause === null ? `phase.${view.phase}` : 'phase.paused'),
    }),
    timeText(),
    t('command.waiting', { count: waiting.length }),
    ...(own === null ? [] : [`${t('mandate.capital')}: ${figure(own.capital)}`]),
    ...(own?.ready === true ? [t('clock.readySet')] : []),
  );
};

/** All commands: one table, in which each says what it does. */
export const COMMANDS: Readonly<Record<Exclude<CommandId, 'yes' | 'no'>, Command>> = {
  help: () => say(...COMMAND_IDS.map((id) => `${firstWord(id)}: ${t(`command.about.${id}`)}`)),
  status,
  clock: () => say(timeText()),
  offers: (at) => {
    const open = at.view.offers.filter(({ state }) => state === 'open');
    return open.length === 0 ? say(t('command.noOffers')) : say(...open.map((offer) => offerLine(at, offer)));
  },
  read: withOffer((at, offer) => say(offerLine(at, offer), ...packLines(at, offer))),
  accept: withOffer((at, offer) =>
    afterYes(at, { type: 'accept', offer: offer.id, spend: spendOf(at, offer.sealed, null) }, [
      t('offer.acceptConfirm.title'),
      t(isLastToAccept(at, offer) ? 'offer.acceptConfirm.last' : 'offer.acceptConfirm.notLast'),
      ...packLines(at, offer),
    ]),
  ),
  decline: withOffer((at, offer) =>
    afterYes(at, { type: 'decline', offer: offer.id, note: '' }, [
      t('offer.declineConfirm.title'),
      t('offer.declineConfirm.body'),
    ]),
  ),
  withdraw: withOffer((at, offer) => {
    const type = offer.by === at.own?.seat ? 'withdraw' : 'takeBack';
    return afterYes(at, { type, offer: offer.id }, [
      t(`offer.${type}Confirm.title`),
      t(`offer.${type}Confirm.body`),
    ]);
  }),
  propose,
  levers: (at) =>
    say(
      ...at.book.scenario.levers.map((lever, i) =>
        t('command.lever', {
          number: i + 1,
          lever: words(lever.label),
          level: levelText(lever, levelNow(at, lever.id)),
          levels: levelsText(lever),
        }),
      ),
    ),
  treaties: (at) => {
    const signed = inForce(at.view.treaties);
    if (signed.length === 0) return say(t('command.noTreaties'));
    return say(
      ...signed.flatMap(({ parties, clauses }) => [
        t('treaties.of', { seats: seatNames(parties) }),
        ...clauses.map((clause) => clauseLine(at, clause)),
      ]),
    );
  },
  score: (at) => {
    const mandate = ownMandate(at);
    const preview = showsWorth(at) ? previewOf(at, []) : null;
    if (mandate === null) return say(t('table.watching'));
    return say(
      words(mandate.label),
      ...(preview === null ? [] : [t('command.score', { worth: worth(preview.before) })]),
    );
  },
  say: (at, rest) => {
    if (rest === '') return say(t('command.about.say'));
    return atOnce(at, { type: 'speak', to: 'all', text: rest, pledge: null });
  },
  ready: (at) => atOnce(at, { type: 'ready', ready: true }),
  notReady: (at) => atOnce(at, { type: 'ready', ready: false }),
};

/** The word by which a command is best known. */
const firstWord = (id: CommandId): string => t(`command.word.${id}`).split('|')[0] ?? id;
