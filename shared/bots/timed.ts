import type { Offer } from '../engine/state.ts';
import { type Deal, dealAt } from './bargain.ts';
import type { Bot, BotSight, Move } from './bot.ts';
import { layDown, mannered, regarded } from './manner.ts';
import {
  accept,
  decline,
  firstOf,
  hasTabled,
  isLastTurn,
  isNegotiating,
  ready,
  stepBack,
  stoodBy,
  timeOf,
  toAnswer,
} from './moves.ts';
import { dealOf, type Prospect, prospectOf } from './prospect.ts';
import { mostClauses } from './search.ts';
import { groupsOf, type Mask, maskOf } from './situation.ts';
import { PLAIN, type Style } from './style.ts';

/** What a bot that goes by the clock needs to know about itself: the exponent of its concessions. */
export type Pace = { readonly id: string; readonly exponent: number; readonly style?: Style };

/** The share of its best package that it asks for: all of it at first, nothing but a gain in the last round. */
const aspiration = (sight: BotSight, { exponent, style = PLAIN }: Pace): number => {
  const bare = 1 - timeOf(sight) ** (exponent * style.patience);
  return style.floor + (1 - style.floor) * bare;
};

const wanted = (sight: BotSight, pace: Pace, { bargain, best }: Prospect): number =>
  best === null ? 0 : mannered(sight, pace.style ?? PLAIN, bargain, best.mine * aspiration(sight, pace));

// Enough changes to end up anywhere in the band, few enough to cost nothing.
const CHANGES = 24;

/** A package at random that brings at least a target: the best one, with levers moved at random while it lasts. */
const somePackage = (
  sight: BotSight,
  { bargain, best }: Prospect,
  target: number,
  label: string,
): Deal | null => {
  if (best === null) return null;
  const { moves, situation } = bargain;
  let deal = best;
  for (let i = 0; i < CHANGES; i++) {
    const at = 2 * Math.floor((sight.random(`${label} ${i}`) * moves.length) / 2);
    const next = dealAt(bargain, deal.levels.with(moves[at], moves[at + 1]));
    const size = next.levels.filter((level, lever) => level !== situation.outlook[lever]).length;
    if (next.mine >= target && next.mine > 0 && size <= mostClauses(sight.book)) deal = next;
  }
  return deal;
};

const answer = (sight: BotSight, pace: Pace, offer: Offer): Move | null => {
  const { style = PLAIN } = pace;
  const deal = dealOf(sight, style, offer);
  const { mine } = deal;
  const params = { seat: offer.by };
  if (mine > 0 && isLastTurn(sight)) return accept(sight, offer, { key: 'reason.bot.deadline', params });
  const enough = wanted(sight, pace, prospectOf(sight, style, maskOf(offer.parties)));
  if (mine > 0 && regarded(style, deal) >= enough)
    return accept(sight, offer, { key: 'reason.bot.enough', params });
  return mine < 0 ? decline(sight, offer, { key: 'reason.bot.worse', params }) : null;
};

const propose = (sight: BotSight, pace: Pace, group: Mask): Move | null => {
  if (hasTabled(sight, group)) return null;
  const prospect = prospectOf(sight, pace.style ?? PLAIN, group);
  const label = `${pace.id} ${sight.view.round} ${group}`;
  const target = wanted(sight, pace, prospect);
  const deal = somePackage(sight, prospect, target, label);
  if (deal === null || prospect.best === null) return null;
  const share = Math.round((100 * target) / prospect.best.mine);
  const reason = { key: 'reason.bot.pace', params: { share } };
  return layDown(sight, pace.style ?? PLAIN, prospect.bargain, deal, reason);
};

/** A negotiator that gives way by the clock alone: packages at random at or above what it asks for now. */
export const timedBot = (pace: Pace): Bot => ({
  id: pace.id,
  styled: (style) => timedBot({ ...pace, style }),
  next: (sight) => {
    const spoiled = firstOf(stoodBy(sight), (offer) =>
      dealOf(sight, pace.style ?? PLAIN, offer).mine < 0
        ? stepBack(sight, offer, { key: 'reason.bot.spoiled', params: {} })
        : null,
    );
    const answered = spoiled ?? firstOf(toAnswer(sight), (offer) => answer(sight, pace, offer));
    if (answered !== null || sight.own.ready || !isNegotiating(sight)) return answered;
    const groups = [...groupsOf(sight.book, sight.own.seat)].reverse();
    return firstOf(groups, (group) => propose(sight, pace, group)) ?? ready(sight);
  },
});
