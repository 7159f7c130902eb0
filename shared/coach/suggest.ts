import { type Bargain, clausesOf, type Deal, dealAt } from '../bots/bargain.ts';
import { lastOffer } from '../bots/manner.ts';
import { isNegotiating, ownOpen } from '../bots/moves.ts';
import { chanceIn, optionAt } from '../bots/options.ts';
import { offerReason } from '../bots/reasons.ts';
import { maskOf } from '../bots/situation.ts';
import { type Chances, dealWith, hopefuls, type Study } from '../bots/study.ts';
import type { SeatAction } from '../engine/actions/index.ts';
import { packageKey, type Reason } from '../engine/events.ts';
import { mostToSpend } from '../engine/ratification.ts';
import type { Offer } from '../engine/state.ts';
import { allowed } from '../engine/submit.ts';
import type { Hint, Lesson, Suggestion } from './advice.ts';
import { worthOfClauses } from './worth.ts';

// Less than this is not worth a proposal, points of the score.
const LEAST = 0.5;

/** A bot's reason for a package, said to whom the package is suggested. */
const toldTo = ({ key, params }: Reason): Hint => ({
  key: key.replace('reason.bot.', 'coach.pack.'),
  params,
});

type Bare = Pick<Suggestion, 'to' | 'clauses' | 'sealed' | 'counters'>;

const mayLay = ({ book, view, own }: Lesson, { to, clauses, sealed, counters }: Bare): boolean => {
  const terms = { clauses: [...clauses], sealed, note: '', spend: mostToSpend(book, own.capital, sealed) };
  const action: SeatAction =
    counters === null
      ? { type: 'table', to: [...to], ...terms }
      : { type: 'counter', offer: counters, ...terms };
  return allowed(book, view, own.seat, action, 0) === null;
};

/** A package as a suggestion; null: the rules don't let it be laid down now, or it brings next to nothing. */
const suggestionOf = (
  lesson: Lesson,
  study: Study,
  bargain: Bargain,
  deal: Deal,
  answered: Offer | null,
): Suggestion | null => {
  const clauses = clausesOf(lesson.book, bargain.situation.outlook, deal.levels);
  const isSame = answered !== null && packageKey(clauses) === packageKey(answered.clauses);
  const bare: Bare = {
    to: bargain.others.map(({ seat }) => seat),
    clauses,
    sealed: answered?.sealed ?? false,
    counters: answered?.id ?? null,
  };
  if (isSame || clauses.length === 0 || !mayLay(lesson, bare)) return null;
  const worth = worthOfClauses(lesson, clauses);
  if (worth.points < LEAST) return null;
  const option = optionAt(bargain, study.known, deal);
  const chance = study.trust * chanceIn(bargain, study.known, option, lesson.view.round);
  const earlier = answered === null ? lastOffer(study.sight, bargain) : null;
  return { ...bare, worth, chance, why: toldTo(offerReason(bargain, deal, earlier)) };
};

// What hardly anybody takes is no lesson, even where trying costs nothing.
const LONGEST_SHOT = 0.02;
const TRIED = 6;

/** Packages with a group that promise more than waiting does, the most promising first, what has a chance before the long shots. */
const promising = (study: Study, chances: Chances) => {
  const { bargain } = chances;
  const packages = hopefuls(study, chances, TRIED).map(({ option, hope }) => ({
    deal: option.deal,
    bargain,
    hope,
    isLikely: chanceIn(bargain, study.known, option, study.sight.view.round) >= LONGEST_SHOT,
  }));
  return packages.filter(({ hope }) => hope > study.later).sort(byPromise);
};

type Promising = { readonly hope: number; readonly isLikely: boolean };
const byPromise = (one: Promising, other: Promising): number =>
  Number(other.isLikely) - Number(one.isLikely) || other.hope - one.hope;

/** A package for the parties of an offer that brings more than it does. `answered`: the offer, if this is to counter it. */
export const betterThan = (
  lesson: Lesson,
  study: Study,
  offer: Offer,
  answered: Offer | null,
): Suggestion | null => {
  const chances = study.groups.find(({ bargain }) => bargain.group === maskOf(offer.parties));
  if (chances === undefined || !isNegotiating(study.sight)) return null;
  const offered = dealWith(study, chances.bargain.group, offer.clauses).deal.mine;
  for (const { bargain, deal } of promising(study, chances)) {
    const found = deal.mine > offered ? suggestionOf(lesson, study, bargain, deal, answered) : null;
    if (found !== null) return found;
  }
  return null;
};

/** An offer with one lever at another level. `answered`: the offer, if this is to counter it. */
export const fixTo = (
  lesson: Lesson,
  study: Study,
  offer: Offer,
  { lever, level }: { readonly lever: string; readonly level: number },
  answered: Offer | null,
): Suggestion | null => {
  if (!isNegotiating(study.sight)) return null;
  const { bargain, deal } = dealWith(study, maskOf(offer.parties), offer.clauses);
  const levels = deal.levels.with(lesson.book.leverIndex[lever] as number, level);
  return suggestionOf(lesson, study, bargain, dealAt(bargain, levels), answered);
};

/** The package to lay down of one's own: the most promising with any group that one has no open offer to. */
export const openingFor = (lesson: Lesson, study: Study): Suggestion | null => {
  if (!isNegotiating(study.sight)) return null;
  const packages = study.groups
    .filter(({ bargain }) => ownOpen(study.sight, bargain.group).length === 0)
    .flatMap((chances) => promising(study, chances))
    .sort(byPromise);
  for (const { bargain, deal } of packages) {
    const found = suggestionOf(lesson, study, bargain, deal, null);
    if (found !== null) return found;
  }
  return null;
};
