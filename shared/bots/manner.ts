import type { Reason } from '../engine/events.ts';
import { withClauses } from '../engine/treaties.ts';
import type { Seat } from '../seats.ts';
import { type Bargain, clausesOf, type Deal, dealAt } from './bargain.ts';
import type { BotSight, Move } from './bot.ts';
import { table } from './moves.ts';
import { maskOf, seatsOf } from './situation.ts';
import type { Style } from './style.ts';

/** How often a seat has broken its word, as far as this seat knows: treaties denounced, pledges not kept. */
export const grievancesAgainst = ({ events }: BotSight, seat: Seat): number =>
  events.filter(
    (event) =>
      (event.kind === 'treatyDenounced' && event.by === seat) ||
      (event.kind === 'pledgeJudged' && event.by === seat && !event.kept),
  ).length;

/** What a style makes of a target: it wavers, and asks more of those who broke their word. */
export const mannered = (sight: BotSight, style: Style, { group }: Bargain, target: number): number => {
  const others = seatsOf(group).filter((seat) => seat !== sight.own.seat);
  const grievances =
    style.grudge === 0 ? 0 : others.reduce((sum, seat) => sum + grievancesAgainst(sight, seat), 0);
  const swing =
    style.noise === 0
      ? 0
      : style.noise * (2 * sight.random(`waver ${sight.view.round} ${group} ${sight.own.tabled}`) - 1);
  return target * (1 + style.grudge * grievances + swing);
};

/** What a package is worth to a style: its gain, less what it begrudges the others who gain more. */
export const regarded = ({ fairness }: Style, { mine, theirs }: Deal): number =>
  mine - fairness * theirs.reduce((sum, gain) => sum + Math.max(0, gain - mine), 0);

/** One's own last offer to a bargain's group, as it would count now; null: there was none. */
export const lastOffer = ({ book, events, own }: BotSight, bargain: Bargain): Deal | null => {
  for (let i = events.length - 1; i >= 0; i--) {
    const event = events[i];
    if (event.kind !== 'offerTabled' || event.offer.by !== own.seat) continue;
    if (maskOf(event.offer.parties) !== bargain.group) continue;
    return dealAt(bargain, withClauses(book, bargain.situation.outlook, event.offer.clauses));
  }
  return null;
};

/** Lays a package before a bargain's group: under seal at the whim of its style, where it can be. */
export const layDown = (
  sight: BotSight,
  { secrecy }: Style,
  { group, others, situation }: Bargain,
  deal: Deal,
  reason: Reason,
): Move | null => {
  const clauses = clausesOf(sight.book, situation.outlook, deal.levels);
  const isSecret =
    secrecy > 0 && others.length === 1 && sight.random(`seal ${sight.view.round} ${group}`) < secrecy;
  const { seat } = others[0];
  const sealed = isSecret
    ? table(sight, group, clauses, { key: 'reason.bot.seal', params: { seat } }, true)
    : null;
  return sealed ?? table(sight, group, clauses, reason);
};
