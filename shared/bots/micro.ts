import type { Reason } from '../engine/events.ts';
import type { Offer } from '../engine/state.ts';
import { withClauses } from '../engine/treaties.ts';
import type { Seat } from '../seats.ts';
import { type Deal, dealAt } from './bargain.ts';
import type { Bot, BotSight, Move } from './bot.ts';
import { layDown, regarded } from './manner.ts';
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
  toAnswer,
} from './moves.ts';
import { dealOf, type Prospect, prospectOf } from './prospect.ts';
import { recall } from './recall.ts';
import { mostClauses } from './search.ts';
import { groupsOf, keyOf, type Mask, maskOf } from './situation.ts';
import { PLAIN, type Style } from './style.ts';

// Less than this is no step, USD bn.
const LEAST_STEP = 0.5;

/** How often a seat has come towards it: offers that bring it more than all that this seat had offered before. */
const stepsOf = ({ book, events, own }: BotSight, { bargain }: Prospect, rival: Seat): number => {
  let most = 0;
  let steps = 0;
  for (const event of events) {
    if (event.kind !== 'offerTabled' || event.offer.by !== rival) continue;
    if (maskOf(event.offer.parties) !== bargain.group || !event.offer.parties.includes(own.seat)) continue;
    const levels = withClauses(book, bargain.situation.outlook, event.offer.clauses);
    const { mine } = dealAt(bargain, levels);
    if (mine > most + LEAST_STEP) steps++;
    most = Math.max(most, mine);
  }
  return steps;
};

/** How far down its ladder it has come: a rung for each step of the slower rival, and one for each of the last two turns. */
type Rung = { readonly answered: number; readonly forced: number };

const rungOf = (sight: BotSight, prospect: Prospect): Rung => {
  const { rounds } = sight.book.scenario.rules;
  const steps = Math.min(...prospect.bargain.others.map((rival) => stepsOf(sight, prospect, rival.seat)));
  const answered = Math.min(rounds - 1, steps);
  return { answered, forced: Math.min(rounds - 1 - answered, Math.max(0, sight.view.round - rounds + 2)) };
};

const reasonOf = ({ answered, forced }: Rung): Reason => {
  if (forced > 0) return { key: 'reason.bot.forced', params: { steps: forced } };
  if (answered > 0) return { key: 'reason.bot.step', params: { steps: answered } };
  return { key: 'reason.bot.first', params: {} };
};

/** The change of one lever that costs it least among those that give the others something. */
const cheapestConcession = ({ bargain }: Prospect, deal: Deal): Deal | null => {
  const { moves, situation, book } = bargain;
  let least: Deal | null = null;
  for (let m = 0; m < moves.length; m += 2) {
    if (deal.levels[moves[m]] === moves[m + 1]) continue;
    const next = dealAt(bargain, deal.levels.with(moves[m], moves[m + 1]));
    const gives = next.theirs.reduce((sum, gain, i) => sum + gain - deal.theirs[i], 0);
    const size = next.levels.filter((level, lever) => level !== situation.outlook[lever]).length;
    const isConcession = gives > 0 && next.mine < deal.mine && size <= mostClauses(book);
    if (isConcession && (least === null || next.mine > least.mine)) least = next;
  }
  return least;
};

/** Its ladder: from its best package down, an equal share of its gain a rung, always by the cheapest concession. */
const ladderOf = (prospect: Prospect, rungs: number): readonly Deal[] => {
  const ladder: Deal[] = [];
  const { best } = prospect;
  for (let deal = best; deal !== null && best !== null && deal.mine > 0 && ladder.length < rungs; ) {
    ladder.push(deal);
    const target = best.mine * (1 - ladder.length / rungs);
    while (deal !== null && deal.mine > target) deal = cheapestConcession(prospect, deal);
  }
  return ladder;
};

const rungNow = (sight: BotSight, style: Style, group: Mask): Deal | null => {
  const { book, own } = sight;
  const prospect = prospectOf(sight, style, group);
  const { rounds } = book.scenario.rules;
  const key = `ladder ${style.id} ${own.mandate} ${group} ${keyOf(prospect.bargain.situation)}`;
  const ladder = recall(book, key, () => ladderOf(prospect, rounds));
  const { answered, forced } = rungOf(sight, prospect);
  return ladder[Math.min(answered + forced, ladder.length - 1)] ?? null;
};

const answer = (sight: BotSight, style: Style, offer: Offer): Move | null => {
  const deal = dealOf(sight, style, offer);
  const { mine } = deal;
  const params = { seat: offer.by };
  if (mine > 0 && isLastTurn(sight)) return accept(sight, offer, { key: 'reason.bot.deadline', params });
  const rung = rungNow(sight, style, maskOf(offer.parties));
  if (mine > 0 && regarded(style, deal) >= (rung?.mine ?? 0))
    return accept(sight, offer, { key: 'reason.bot.enough', params });
  return mine < 0 ? decline(sight, offer, { key: 'reason.bot.worse', params }) : null;
};

const propose = (sight: BotSight, style: Style, group: Mask): Move | null => {
  if (hasTabled(sight, group)) return null;
  const deal = rungNow(sight, style, group);
  if (deal === null) return null;
  const prospect = prospectOf(sight, style, group);
  return layDown(sight, style, prospect.bargain, deal, reasonOf(rungOf(sight, prospect)));
};

/** Minimal concession with a style. */
export const microWith = (style: Style): Bot => ({
  id: 'micro',
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

/** Rung 3: gives way one small step for each new offer of the slower rival, and in the last two rounds. */
export const micro: Bot = { ...microWith(PLAIN), styled: microWith };
