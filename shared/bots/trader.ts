import type { Offer } from '../engine/state.ts';
import { bestForThem, clausesOf, type Deal } from './bargain.ts';
import type { Bot, BotSight, Move } from './bot.ts';
import { lastOffer, layDown, mannered, regarded } from './manner.ts';
import {
  accept,
  counter,
  decline,
  firstOf,
  isBusy,
  isLastTurn,
  isNegotiating,
  ready,
  stepBack,
  stoodBy,
  timeOf,
  toAnswer,
} from './moves.ts';
import { dealOf, type Prospect, prospectOf } from './prospect.ts';
import { offerReason, refusalReason } from './reasons.ts';
import { groupsOf, type Mask, maskOf } from './situation.ts';
import { PLAIN, type Style } from './style.ts';

/** How slowly it concedes, and the share of its best package below which it never asks (BOTS.md section 2). */
const PATIENCE = 3;
const FLOOR = 0.35;

/** The share of its best package that it asks for now: from all of it down to the floor in the last round. */
const aspiration = (sight: BotSight, style: Style): number => {
  const floor = Math.min(1, FLOOR + style.floor);
  return floor + (1 - floor) * (1 - timeOf(sight) ** (PATIENCE * style.patience));
};

/** The package that it would put to a group now: the best for the others at what it asks for; null: nothing to gain. */
const nextDeal = (
  sight: BotSight,
  style: Style,
  { bargain, deals, best }: Prospect,
  extra = 0,
): Deal | null => {
  if (best === null) return null;
  const target = mannered(sight, style, bargain, best.mine * (aspiration(sight, style) + extra));
  return bestForThem(bargain, deals, Math.min(target, best.mine * (1 + extra))) ?? best;
};

const answer = (sight: BotSight, style: Style, offer: Offer): Move | null => {
  const deal = dealOf(sight, style, offer);
  const prospect = prospectOf(sight, style, maskOf(offer.parties));
  const params = { seat: offer.by };
  if (deal.mine > 0 && isLastTurn(sight)) return accept(sight, offer, { key: 'reason.bot.deadline', params });
  const next = nextDeal(sight, style, prospect);
  const enough = next?.mine ?? 0;
  if (deal.mine > 0 && regarded(style, deal) >= enough) {
    const accepted = accept(sight, offer, { key: 'reason.bot.enough', params });
    if (accepted !== null) return accepted;
  }
  if (deal.mine >= 0) return null;
  const { bargain } = prospect;
  const clauses = next === null ? [] : clausesOf(sight.book, bargain.situation.outlook, next.levels);
  const answered =
    next === null || isBusy(sight, bargain.group)
      ? null
      : counter(sight, offer, clauses, offerReason(bargain, next, null));
  return answered ?? decline(sight, offer, refusalReason(bargain, deal, enough, offer.by));
};

const propose = (sight: BotSight, style: Style, group: Mask): Move | null => {
  if (isBusy(sight, group)) return null;
  const prospect = prospectOf(sight, style, group);
  const { bargain } = prospect;
  const deal = nextDeal(sight, style, prospect, timeOf(sight) < 0.5 ? style.anchor : 0);
  if (deal === null) return null;
  const reason = offerReason(bargain, deal, lastOffer(sight, bargain));
  return layDown(sight, style, bargain, deal, reason);
};

/** The trader with a style. */
export const traderWith = (style: Style): Bot => ({
  id: 'trader',
  next: (sight) => {
    const spoiled = firstOf(stoodBy(sight), (offer) =>
      dealOf(sight, style, offer).mine < 0
        ? stepBack(sight, offer, { key: 'reason.bot.spoiled', params: {} })
        : null,
    );
    const answered = spoiled ?? firstOf(toAnswer(sight), (offer) => answer(sight, style, offer));
    if (answered !== null || sight.own.ready || !isNegotiating(sight)) return answered;
    const groups = [...groupsOf(sight.book, sight.own.seat)].reverse();
    return firstOf(groups, (group) => propose(sight, style, group)) ?? ready(sight);
  },
});

/** Rung 4: asks for a share of its best package that shrinks slowly, and always in the package that is best for the others. */
export const trader: Bot = { ...traderWith(PLAIN), styled: traderWith };
