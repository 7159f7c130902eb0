import type { Book } from '../scenarios/book.ts';
import type { BySeat, Seat } from '../seats.ts';
import { type Draft, deltaOf, missingIn, missingWith, moveLever, openDraft } from './draft.ts';
import { type House, houseOf, type Odds } from './house.ts';
import { bestLevels, mostClauses } from './search.ts';
import { layoutOf, mixOf, type Sheet, sheetOf, worthOn } from './sheet.ts';
import { type Mask, movesOf, type Situation, seatsOf } from './situation.ts';

/** What one seat makes of packages for a group: its own sheet, what it believes of the others', what all may move. */
export type Bargain = {
  readonly book: Book;
  readonly situation: Situation;
  readonly group: Mask;
  readonly own: Sheet;
  readonly zero: number;
  readonly others: readonly Partner[];
  readonly houses: readonly House[];
  readonly moves: readonly number[];
};

/** Another party: the mean of the sheets that it may have, and what the outlook is worth on it. */
export type Partner = { readonly seat: Seat; readonly sheet: Sheet; readonly zero: number };

/** A package: the levels that it leads to, the proposer's gain and those expected of the others, in the bargain's order. USD bn. */
export type Deal = {
  readonly levels: readonly number[];
  readonly mine: number;
  readonly theirs: readonly number[];
};

/** What a seat knows of another: the odds of its mandates. */
export type Beliefs = BySeat<Odds>;

/** The value of going on without a further treaty, on a sheet of a seat with some mandates. */
export const zeroOf = (book: Book, situation: Situation, sheet: Sheet, reservation: number): number =>
  book.scenario.rules.complete && !situation.signed
    ? reservation
    : worthOn(layoutOf(book), sheet, situation.outlook);

// A bot reads many packages with the same beliefs. By the odds themselves: they belong to one seat of one scenario.
const expected = new WeakMap<Odds, Sheet>();

/** The mean sheet of a seat of which the odds of its mandates are known. */
export const expectedSheet = (book: Book, seat: Seat, odds: Odds): Sheet => {
  const known = expected.get(odds);
  if (known !== undefined) return known;
  const sheets = book.mandatesOf(seat).map(({ id }) => sheetOf(book, id));
  const fresh = mixOf(sheets, odds);
  expected.set(odds, fresh);
  return fresh;
};

const expectedReservation = (book: Book, seat: Seat, odds: Odds): number =>
  book.mandatesOf(seat).reduce((sum, { reservation }, i) => sum + odds[i] * reservation, 0);

/** Opens a bargain of a seat with the other seats of a group. `odds`: of every party's mandates, one's own certain. */
export const openBargain = ({
  book,
  situation,
  group,
  seat,
  own,
  odds,
  credibility,
}: {
  readonly book: Book;
  readonly situation: Situation;
  readonly group: Mask;
  readonly seat: Seat;
  readonly own: Sheet;
  readonly odds: Beliefs;
  readonly credibility: BySeat<number>;
}): Bargain => {
  const parties = seatsOf(group);
  const circle = { group, credibility, unopened: situation.unopened };
  return {
    book,
    situation,
    group,
    own,
    zero: zeroOf(book, situation, own, expectedReservation(book, seat, odds[seat])),
    others: parties
      .filter((party) => party !== seat)
      .map((party) => {
        const sheet = expectedSheet(book, party, odds[party]);
        const reservation = expectedReservation(book, party, odds[party]);
        return { seat: party, sheet, zero: zeroOf(book, situation, sheet, reservation) };
      }),
    houses:
      book.scenario.rules.ratification === null
        ? []
        : parties.map((party) => houseOf(book, party, odds[party], circle)),
    moves: movesOf(book, situation, group),
  };
};

/** Reads what levels would bring to all parties. */
export const dealAt = ({ book, own, zero, others }: Bargain, levels: readonly number[]): Deal => {
  const layout = layoutOf(book);
  return {
    levels,
    mine: worthOn(layout, own, levels) - zero,
    theirs: others.map((other) => worthOn(layout, other.sheet, levels) - other.zero),
  };
};

/** The best package where each party's gain counts with a weight: one's own with 1. */
export const weighted = (bargain: Bargain, weights: readonly number[], rough = false): Deal => {
  const { book, situation, own, others, houses, moves } = bargain;
  const objective = mixOf([own, ...others.map(({ sheet }) => sheet)], [1, ...weights]);
  return dealAt(bargain, bestLevels(book, { objective, start: situation.outlook, moves, houses, rough }));
};

/** Weights of the others' gains from selfish to generous. */
export const WEIGHTS = [0.15, 0.4, 0.7, 1, 1.15, 1.35, 1.6, 2, 2.7, 4] as const;

/** Packages from the most selfish to the most generous, each giving every lever to whom it matters more. */
export const scan = (bargain: Bargain, weights: readonly number[] = WEIGHTS): readonly Deal[] =>
  weights.map((weight) =>
    weighted(
      bargain,
      bargain.others.map(() => weight),
    ),
  );

/** A worth that a package may lose, on a sheet, no more than `slack` of. */
type Guard = { readonly sheet: Sheet; slack: number };

/** Raises a package's worth on one sheet as long as no guard falls below its slack, the best trade first. */
const raise = (draft: Draft, sheet: Sheet, guards: readonly Guard[], moves: readonly number[]): void => {
  const most = mostClauses(draft.book);
  const bans = draft.houses.length > 0;
  for (;;) {
    const lacking = bans ? missingIn(draft) : 0;
    let best = 0;
    let found = -1;
    for (let m = 0; m < moves.length; m += 2) {
      const [lever, level] = [moves[m], moves[m + 1]];
      const old = draft.levels[lever];
      if (old === level || (draft.changed >= most && old === draft.start[lever])) continue;
      const gain = deltaOf(draft, sheet, lever, level);
      if (gain <= 1e-6) continue;
      let cost = 1e-3;
      let kept = true;
      for (const guard of guards) {
        const loss = -deltaOf(draft, guard.sheet, lever, level);
        kept = kept && loss <= guard.slack;
        cost += Math.max(0, loss);
      }
      if (!kept || gain / cost <= best || (bans && missingWith(draft, lever, level) > lacking + 1e-9))
        continue;
      best = gain / cost;
      found = m;
    }
    if (found < 0) return;
    for (const guard of guards) guard.slack += deltaOf(draft, guard.sheet, moves[found], moves[found + 1]);
    moveLever(draft, moves[found], moves[found + 1]);
  }
};

const refined = (
  bargain: Bargain,
  deal: Deal,
  sheet: Sheet,
  guards: readonly { readonly sheet: Sheet; readonly slack: number }[],
): Deal => {
  const { book, situation, houses, moves } = bargain;
  const draft = openDraft(book, situation.outlook, houses, deal.levels);
  raise(
    draft,
    sheet,
    guards.map((guard) => ({ ...guard })),
    moves,
  );
  return dealAt(bargain, draft.levels);
};

const least = (deal: Deal): number => Math.min(...deal.theirs);
const total = (deal: Deal): number => deal.theirs.reduce((sum, gain) => sum + gain, 0);

/** The best package for the proposer among those that should leave nobody worse off; null when there is none. */
export const bestFair = (bargain: Bargain, deals: readonly Deal[]): Deal | null => {
  const fair = deals.filter((deal) => least(deal) >= 0 && deal.mine > 0);
  const best = (fair.length > 0 ? fair : mended(bargain, deals)).reduce<Deal | null>(
    (top, deal) => (top === null || deal.mine > top.mine ? deal : top),
    null,
  );
  if (best === null) return null;
  const guards = bargain.others.map(({ sheet }, i) => ({ sheet, slack: best.theirs[i] }));
  return refined(bargain, best, bargain.own, guards);
};

/** Where no package of a scan is fair, its best ones with the others' losses made good. */
const mended = (bargain: Bargain, deals: readonly Deal[]): readonly Deal[] =>
  deals
    .filter((deal) => deal.mine > 0)
    .map((deal) => refined(bargain, deal, theirSheet(bargain), [{ sheet: bargain.own, slack: deal.mine }]))
    .filter((deal) => least(deal) >= 0 && deal.mine > 0);

const theirSheet = ({ others }: Bargain): Sheet =>
  mixOf(
    others.map(({ sheet }) => sheet),
    others.map(() => 1),
  );

/** The best package for the others among those that bring the proposer at least `target`; null when there is none. */
export const bestForThem = (bargain: Bargain, deals: readonly Deal[], target: number): Deal | null => {
  const enough = deals.filter((deal) => deal.mine >= target);
  const best = enough.reduce<Deal | null>(
    (top, deal) => (top === null || total(deal) > total(top) ? deal : top),
    null,
  );
  if (best === null) return null;
  return refined(bargain, best, theirSheet(bargain), [{ sheet: bargain.own, slack: best.mine - target }]);
};

/** The clauses of a package: what it moves; in a scenario of complete packages, everything. */
export const clausesOf = (book: Book, outlook: readonly number[], levels: readonly number[]) =>
  book.scenario.levers.flatMap((lever, i) =>
    book.scenario.rules.complete || levels[i] !== outlook[i]
      ? [{ lever: lever.id, level: levels[i], from: 0 }]
      : [],
  );

// Enough packages to see the edge of what is possible.
const EDGE = [0.5, 0.9, 1.4, 2.5] as const;

/**
 * What a fair share of a bargain is worth to its seat: its gain where the product of all gains is largest (Nash), along
 * the edge of what is possible, the others taken together. USD bn; 0 when there is nothing to share.
 */
export const fairShare = (bargain: Bargain): number => {
  const edge = EDGE.map((weight) => {
    const even = bargain.others.map(() => weight);
    const deal = weighted(bargain, even, true);
    return { mine: deal.mine, theirs: total(deal) };
  });
  let most = 0;
  let share = 0;
  for (let i = 0; i < edge.length; i++) {
    const [one, other] = [edge[i], edge[Math.min(i + 1, edge.length - 1)]];
    for (let step = 0; step < 8; step++) {
      const mine = one.mine + ((other.mine - one.mine) * step) / 8;
      const theirs = one.theirs + ((other.theirs - one.theirs) * step) / 8;
      const product = mine > 0 && theirs > 0 ? mine * theirs ** bargain.others.length : 0;
      if (product <= most) continue;
      most = product;
      share = mine;
    }
  }
  return share;
};
