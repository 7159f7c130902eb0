import type { Clause } from '../engine/state.ts';
import { withClauses } from '../engine/treaties.ts';
import { bySeat } from '../seats.ts';
import { type Bargain, type Beliefs, type Deal, dealAt, fairShare, openBargain } from './bargain.ts';
import type { BotSight } from './bot.ts';
import { regarded } from './manner.ts';
import { type Memory, memoryOf } from './memory.ts';
import { oddsOf } from './mind.ts';
import { chanceIn, type Known, type Option, optionsOf, worthOfWaiting } from './options.ts';
import { deckOdds } from './prospect.ts';
import { afterPackage, groupsOf, keyOf, type Mask, type Situation, situationOf } from './situation.ts';
import { ownSheet, type Style } from './style.ts';

/** What can be done with one group: the packages to put to it, and what they promise from each round on. */
export type Chances = {
  readonly bargain: Bargain;
  readonly options: readonly Option[];
  readonly waiting: readonly number[];
  /** A fair share of what is left to gain with it. */
  readonly left: number;
};

/** How a seat that has thought about it sees the game now. Values in USD bn. */
export type Study = {
  readonly sight: BotSight;
  readonly style: Style;
  readonly situation: Situation;
  readonly odds: Beliefs;
  readonly known: Known;
  /** How much it believes its own judgement of chances, by its record in this game. */
  readonly trust: number;
  readonly groups: readonly Chances[];
  /** What it expects to gain from this round on, and from the next one on. */
  readonly now: number;
  readonly later: number;
  /** What deals were found to be worth, by what they lead to. */
  readonly found: Map<string, number>;
};

type Basis = Omit<Study, 'groups' | 'now' | 'later' | 'found'>;

/** Opens a bargain with a group in some situation, with what is believed of its parties. */
export const bargainIn = ({ sight, style, odds }: Basis, situation: Situation, group: Mask): Bargain => {
  const { book, own, view } = sight;
  return openBargain({
    book,
    situation,
    group,
    seat: own.seat,
    own: ownSheet(book, own.seat, own.mandate, style),
    odds,
    credibility: view.credibility,
  });
};

/** Either all at one table, or each other seat alone: the larger of what the two ways promise. */
const together = (values: readonly number[]): number => {
  const alone = values.slice(0, -1).reduce((sum, value) => sum + value, 0);
  return Math.max(values.at(-1) ?? 0, alone);
};

const believed = ({ book, own }: BotSight, { minds }: Memory): Beliefs => {
  const deck = deckOdds(book, own.seat, own.mandate);
  return bySeat((seat) =>
    seat === own.seat || deck[seat].length === 0 ? deck[seat] : oddsOf(book, seat, minds[seat]),
  );
};

const begin = (basis: Basis): Study => {
  const { sight, situation, known, trust } = basis;
  const groups = groupsOf(sight.book, sight.own.seat).map((group): Chances => {
    const bargain = bargainIn(basis, situation, group);
    const options = optionsOf(bargain, known);
    const waiting = worthOfWaiting(bargain, known, options, sight.view.round, trust);
    return { bargain, options, waiting, left: fairShare(bargain) };
  });
  const now = together(groups.map(({ waiting }) => waiting[0]));
  const later = together(groups.map(({ waiting }) => waiting[1]));
  return { ...basis, groups, now, later, found: new Map() };
};

// A seat thinks again only when it has learnt something: its own moves teach it nothing.
const studies = new WeakMap<Memory['minds'], Map<string, Study>>();

/** Studies the table: what everybody may be after, what can be got, and with what chances. */
export const studyOf = (sight: BotSight, style: Style): Study => {
  const { book, own, view } = sight;
  const memory = memoryOf(sight);
  const situation = situationOf(book, view, own.seat);
  const words = `${view.credibility.US} ${view.credibility.KR} ${view.credibility.CN}`;
  const key = `${style.id} ${own.mandate} ${view.round} ${memory.sent} ${memory.won} ${words} ${keyOf(situation)}`;
  const known = studies.get(memory.minds) ?? new Map<string, Study>();
  studies.set(memory.minds, known);
  const study =
    known.get(key) ??
    begin({
      sight,
      style,
      situation,
      odds: believed(sight, memory),
      known: { minds: memory.minds, credibility: view.credibility, rounds: book.scenario.rules.rounds },
      trust: trustOf(memory),
    });
  known.set(key, study);
  return { ...study, sight };
};

// A long record of its own before the first game: the few offers of one game say little (tried: less makes it timid).
const trustOf = ({ sent, won }: Memory): number => Math.min(1, (20 + won) / (22 + sent));

/** What a deal comes to in the end: its gain, and what is still to be had afterwards. */
export const worthOf = (study: Study, deal: Deal, group: Mask): number => {
  const key = `${group} ${deal.levels.join('')}`;
  const known = study.found.get(key);
  if (known !== undefined) return known;
  const situation = afterPackage(study.situation, deal.levels, group);
  const after = study.groups.map(({ bargain, waiting, left }) => {
    if (left <= 0 || waiting[0] <= 0) return 0;
    return waiting[0] * Math.min(1, fairShare(bargainIn(study, situation, bargain.group)) / left);
  });
  const worth = regarded(study.style, deal) + together(after);
  study.found.set(key, worth);
  return worth;
};

/** What a package among a group would lead to. */
export const dealWith = (
  study: Study,
  group: Mask,
  clauses: readonly Clause[],
): { readonly bargain: Bargain; readonly deal: Deal } => {
  const bargain =
    study.groups.find((chances) => chances.bargain.group === group)?.bargain ??
    bargainIn(study, study.situation, group);
  return { bargain, deal: dealAt(bargain, withClauses(study.sight.book, study.situation.outlook, clauses)) };
};

/** An option and what is hoped of it: its worth and the worth of waiting, by its chances. */
export type Hopeful = { readonly option: Option; readonly hope: number };

// Options are first ranked by their own gain; what remains afterwards is worked out for these few alone.
const SHORTLIST = 4;

/** How likely a package is to become a treaty if it is laid down now, as a style counts on it. */
const chanceNow = ({ known, style, trust, sight }: Study, bargain: Bargain, option: Option): number =>
  (trust * chanceIn(bargain, known, option, sight.view.round)) ** style.risk;

/** What is hoped of a package that is laid down now: what it comes to in the end if it is taken, else what waiting promises. */
export const hopeOf = (study: Study, bargain: Bargain, option: Option): number => {
  const chance = chanceNow(study, bargain, option);
  return chance * worthOf(study, option.deal, bargain.group) + (1 - chance) * study.later;
};

/** The options with a group that promise most, all things considered, best first. */
export const hopefuls = (
  study: Study,
  { bargain, options }: Chances,
  most = SHORTLIST,
): readonly Hopeful[] => {
  const ranked = options.map((option) => ({
    option,
    hope: chanceNow(study, bargain, option) * (option.deal.mine - study.later),
  }));
  ranked.sort((one, other) => other.hope - one.hope);
  const weighed = ranked
    .slice(0, most)
    .map(({ option }) => ({ option, hope: hopeOf(study, bargain, option) }));
  return weighed.sort((one, other) => other.hope - one.hope);
};
