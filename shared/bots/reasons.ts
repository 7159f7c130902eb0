import type { Reason } from '../engine/events.ts';
import type { Seat } from '../seats.ts';
import { type Bargain, type Deal, dealAt } from './bargain.ts';

/** What a reason is about: the other seats of a group, and the packages that it compares. Every name in it is found by trying the package without it. */
const total = (gains: readonly number[]): number => gains.reduce((sum, gain) => sum + gain, 0);

type Part = { readonly lever: string; readonly mine: number; readonly theirs: number };

/** What each lever that differs between two packages adds to the second, beside all the others. USD bn. */
const partsOf = (bargain: Bargain, from: readonly number[], deal: Deal): readonly Part[] =>
  bargain.book.scenario.levers.flatMap(({ id }, i) => {
    if (deal.levels[i] === from[i]) return [];
    const without = dealAt(bargain, deal.levels.with(i, from[i]));
    const mine = deal.mine - without.mine;
    return [{ lever: id, mine, theirs: total(deal.theirs) - total(without.theirs) }];
  });

const most = (parts: readonly Part[], by: (part: Part) => number): Part | null =>
  parts.reduce<Part | null>((top, part) => (top === null || by(part) > by(top) ? part : top), null);

/** The lever that a package asks the others for: of those that they have a say in, the one that it would be worth least without. */
const asked = ({ book, others }: Bargain, parts: readonly Part[]): Part | null => {
  const isTheirs = ({ lever }: Part): boolean =>
    book.leverOf(lever).owners.some((owner) => others.some(({ seat }) => seat === owner));
  return most(
    parts.filter((part) => part.mine > 0 && isTheirs(part)),
    ({ mine }) => mine,
  );
};

/** The lever that a package gives away: it costs its proposer less than it brings the others, and brings them most. */
const given = (parts: readonly Part[]): Part | null =>
  most(
    parts.filter(({ mine, theirs }) => mine < 0 && theirs > -mine),
    ({ theirs }) => theirs,
  );

/** The lever by which a package moves towards the others: it costs its proposer something, and brings them most. */
const conceded = (parts: readonly Part[]): Part | null =>
  most(
    parts.filter(({ mine, theirs }) => mine < 0 && theirs > 0),
    ({ theirs }) => theirs,
  );

const seatParam = ({ others }: Bargain): { readonly seat?: Seat } =>
  others.length === 1 ? { seat: others[0].seat } : {};

/**
 * Why a package is offered. With an earlier offer of one's own that asked for more: a concession, with the lever that
 * costs most of it. Otherwise what it asks for and what it gives in return.
 */
export const offerReason = (bargain: Bargain, deal: Deal, earlier: Deal | null): Reason => {
  const params = seatParam(bargain);
  const suffix = params.seat === undefined ? 'All' : '';
  if (earlier !== null && deal.mine < earlier.mine - 0.5 && total(deal.theirs) > total(earlier.theirs)) {
    const gives = conceded(partsOf(bargain, earlier.levels, deal));
    if (gives !== null)
      return { key: `reason.bot.concession${suffix}`, params: { ...params, gives: gives.lever } };
  }
  const parts = partsOf(bargain, bargain.situation.outlook, deal);
  const asks = asked(bargain, parts);
  const gives = given(parts);
  if (asks === null) return { key: 'reason.bot.open', params: {} };
  if (gives === null) return { key: `reason.bot.ask${suffix}`, params: { ...params, asks: asks.lever } };
  const trade = { ...params, asks: asks.lever, gives: gives.lever };
  return { key: `reason.bot.logroll${suffix}`, params: trade };
};

/** The one change of one lever that would make an offer good enough, at the least cost to the others; null: there is none. */
export const singleFix = (
  bargain: Bargain,
  deal: Deal,
  enough: number,
): { readonly lever: string; readonly level: number } | null => {
  const { moves, book } = bargain;
  let found: { lever: string; level: number } | null = null;
  let best = Number.NEGATIVE_INFINITY;
  for (let m = 0; m < moves.length; m += 2) {
    const [lever, level] = [moves[m], moves[m + 1]];
    if (deal.levels[lever] === level) continue;
    const next = dealAt(bargain, deal.levels.with(lever, level));
    if (next.mine < enough || next.mine <= 0 || total(next.theirs) <= best) continue;
    best = total(next.theirs);
    found = { lever: book.scenario.levers[lever].id, level };
  }
  return found;
};

/** Why an offer is not accepted: the one change that would mend it where there is one, else that it is worse than no deal, or not enough. */
export const refusalReason = (bargain: Bargain, deal: Deal, enough: number, by: Seat): Reason => {
  const fix = singleFix(bargain, deal, enough);
  if (fix !== null) return { key: 'reason.bot.fix', params: { seat: by, ...fix } };
  return { key: deal.mine < 0 ? 'reason.bot.worse' : 'reason.bot.notEnough', params: { seat: by } };
};
