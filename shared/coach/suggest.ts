import { type Bargain, clausesOf, type Deal, dealAt } from '../bots/bargain.ts';
import { lastOffer } from '../bots/manner.ts';
import { isBusy, isNegotiating } from '../bots/moves.ts';
import { chanceIn, type Option, optionAt } from '../bots/options.ts';
import { offerReason, singleFix } from '../bots/reasons.ts';
import { maskOf } from '../bots/situation.ts';
import { type Chances, dealWith, hopefuls, hopeOf, type Study } from '../bots/study.ts';
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

/** One lever at another level. */
type Fix = { readonly lever: string; readonly level: number };

/** A package to put to a group. `fix`: the one change that makes it out of an offer; null: it was thought up afresh. */
type Promising = {
  readonly bargain: Bargain;
  readonly deal: Deal;
  readonly hope: number;
  readonly isLikely: boolean;
  readonly fix: Fix | null;
};

const promiseOf = (study: Study, bargain: Bargain, option: Option, fix: Fix | null): Promising => ({
  bargain,
  deal: option.deal,
  hope: hopeOf(study, bargain, option),
  isLikely: chanceIn(bargain, study.known, option, study.sight.view.round) >= LONGEST_SHOT,
  fix,
});

/** What has a chance before the long shots, and of those the one that promises most. */
const byPromise = (one: Promising, other: Promising): number =>
  Number(other.isLikely) - Number(one.isLikely) || other.hope - one.hope;

const promising = (study: Study, chances: Chances): readonly Promising[] =>
  hopefuls(study, chances, TRIED).map(({ option }) => promiseOf(study, chances.bargain, option, null));

/** Of some packages the best that the rules let be laid down, if it promises more than waiting does. */
const bestOf = (
  lesson: Lesson,
  study: Study,
  packages: readonly Promising[],
  answered: Offer | null,
): Asked | null => {
  for (const { bargain, deal, hope, fix } of packages.toSorted(byPromise)) {
    const suggestion = hope > study.later ? suggestionOf(lesson, study, bargain, deal, answered) : null;
    if (suggestion !== null) return { suggestion, fix };
  }
  return null;
};

/** What to ask for, and, where it is an offer with a single lever changed, that change. */
export type Asked = { readonly suggestion: Suggestion; readonly fix: Fix | null };

/** An offer with the one change that makes it good enough; none: there is no such change. */
const mended = (study: Study, bargain: Bargain, offered: Deal): readonly Promising[] => {
  const fix = singleFix(bargain, offered, study.now);
  if (fix === null) return [];
  const levels = offered.levels.with(bargain.book.leverIndex[fix.lever] as number, fix.level);
  return [promiseOf(study, bargain, optionAt(bargain, study.known, dealAt(bargain, levels)), fix)];
};

/**
 * A package for the parties of an offer that brings more than it does: whichever promises most, the offer with one lever
 * changed or another package altogether. `answered`: the offer, if this is to counter it.
 */
export const betterThan = (
  lesson: Lesson,
  study: Study,
  offer: Offer,
  answered: Offer | null,
): Asked | null => {
  const chances = study.groups.find(({ bargain }) => bargain.group === maskOf(offer.parties));
  if (chances === undefined || !isNegotiating(study.sight)) return null;
  const { deal } = dealWith(study, chances.bargain.group, offer.clauses);
  const packages = [...mended(study, chances.bargain, deal), ...promising(study, chances)];
  return bestOf(
    lesson,
    study,
    packages.filter(({ deal: { mine } }) => mine > deal.mine),
    answered,
  );
};

/** The package to lay down of one's own: the most promising with any group to which nothing of this round lies open. */
export const openingFor = (lesson: Lesson, study: Study): Suggestion | null => {
  if (!isNegotiating(study.sight)) return null;
  const open = study.groups.filter(({ bargain }) => !isBusy(study.sight, bargain.group));
  const packages = open.flatMap((chances) => promising(study, chances));
  return bestOf(lesson, study, packages, null)?.suggestion ?? null;
};
