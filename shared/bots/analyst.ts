import { denounceRuinous, orderPaying } from './alone.ts';
import type { Bargain, Deal } from './bargain.ts';
import type { Bot, BotSight, Move } from './bot.ts';
import { lastOffer, layDown, mannered } from './manner.ts';
import {
  accept,
  decline,
  firstOf,
  isBusy,
  isLastTurn,
  isNegotiating,
  ownOpen,
  ready,
  stepBack,
  stoodBy,
  toAnswer,
} from './moves.ts';
import { offerReason, refusalReason } from './reasons.ts';
import { maskOf } from './situation.ts';
import { type Chances, dealWith, hopefuls, type Study, studyOf, worthOf } from './study.ts';
import { PLAIN, type Style } from './style.ts';

/** Steps back from what has become worse than nothing since it gave its word. */
export const backOut = (study: Study): Move | null =>
  firstOf(stoodBy(study.sight), (offer) =>
    dealWith(study, maskOf(offer.parties), offer.clauses).deal.mine < 0
      ? stepBack(study.sight, offer, { key: 'reason.bot.spoiled', params: {} })
      : null,
  );

/** What it expects to get without the offers on the table. USD bn. */
const expectedIn = (study: Study): number => (isNegotiating(study.sight) ? study.now : study.later);

/** Accepts the best offer that is worth at least what it expects otherwise. */
const take = (study: Study): Move | null => {
  const { sight } = study;
  const offers = toAnswer(sight)
    .map((offer) => {
      const { bargain, deal } = dealWith(study, maskOf(offer.parties), offer.clauses);
      return {
        offer,
        bargain,
        worth: deal.mine <= 0 ? Number.NEGATIVE_INFINITY : worthOf(study, deal, bargain.group),
      };
    })
    .sort((one, other) => other.worth - one.worth);
  const enough = expectedIn(study);
  const key = isLastTurn(sight) ? 'reason.bot.deadline' : 'reason.bot.expected';
  return firstOf(offers, ({ offer, bargain, worth }) =>
    worth >= mannered(sight, study.style, bargain, enough)
      ? accept(sight, offer, { key, params: { seat: offer.by } })
      : null,
  );
};

/** Declines what is worse than nothing. */
export const declineBad = (study: Study): Move | null =>
  firstOf(toAnswer(study.sight), (offer) => {
    const { bargain, deal } = dealWith(study, maskOf(offer.parties), offer.clauses);
    const reason = refusalReason(bargain, deal, expectedIn(study), offer.by);
    return deal.mine < 0 ? decline(study.sight, offer, reason) : null;
  });

// A package has to promise more than this beyond waiting to be worth the paper, USD bn.
const LEAST_HOPE = 0.01;

/** Lays a package before its group; an older one of its own is taken off the table first. */
export const tableDeal = (study: Study, bargain: Bargain, deal: Deal): Move | null => {
  const { sight } = study;
  const stale = firstOf(ownOpen(sight, bargain.group), (offer) =>
    stepBack(sight, offer, { key: 'reason.bot.renewed', params: {} }),
  );
  const reason = offerReason(bargain, deal, lastOffer(sight, bargain));
  return stale ?? layDown(sight, study.style, bargain, deal, reason);
};

/** Lays the most promising package before a group. */
const propose = (study: Study, chances: Chances): Move | null => {
  if (isBusy(study.sight, chances.bargain.group)) return null;
  const best = hopefuls(study, chances)[0];
  if (best === undefined || best.hope <= study.later + LEAST_HOPE) return null;
  return tableDeal(study, chances.bargain, best.option.deal);
};

/** Whether there is nothing to decide: everything has been said, and nothing lies on the table that concerns this seat. */
export const isIdle = (sight: BotSight): boolean =>
  (sight.own.ready || !isNegotiating(sight)) && toAnswer(sight).length === 0 && stoodBy(sight).length === 0;

/** The analyst with a style. */
export const analystWith = (style: Style): Bot => ({
  id: 'analyst',
  next: (sight) => {
    if (isIdle(sight)) return isLastTurn(sight) ? orderPaying(sight, style) : null;
    const study = studyOf(sight, style);
    const answered = backOut(study) ?? take(study) ?? declineBad(study) ?? denounceRuinous(sight, style);
    if (answered !== null || sight.own.ready || !isNegotiating(sight)) return answered;
    return firstOf(study.groups, (chances) => propose(study, chances)) ?? ready(sight);
  },
});

/** Rung 5: knows what the others may be after from what they did, and asks for what promises most. */
export const analyst: Bot = { ...analystWith(PLAIN), styled: analystWith };
