import type { Offer } from '../engine/state.ts';
import { withClauses } from '../engine/treaties.ts';
import type { View } from '../engine/view.ts';
import type { Book } from '../scenarios/book.ts';
import { type BySeat, bySeat, type Seat } from '../seats.ts';
import { type Bargain, type Beliefs, bestFair, type Deal, dealAt, openBargain, scan } from './bargain.ts';
import type { BotSight } from './bot.ts';
import { recall } from './recall.ts';
import { keyOf, type Mask, maskOf, type Situation, situationOf } from './situation.ts';
import { ownSheet, PLAIN, type Style } from './style.ts';

/**
 * What a seat can hope for with a group when it knows no more of the others than their decks: good packages from selfish
 * to generous, and the best one for itself that should leave nobody worse off (null: there is nothing to gain).
 */
export type Prospect = {
  readonly bargain: Bargain;
  readonly deals: readonly Deal[];
  readonly best: Deal | null;
};

/** Whose prospect it is, and with whom. */
export type Hope = {
  readonly situation: Situation;
  readonly group: Mask;
  readonly seat: Seat;
  readonly mandate: string;
  readonly credibility: BySeat<number>;
};

/** The odds of everybody's mandates as their decks have them, but for one's own, which is known. */
export const deckOdds = (book: Book, seat: Seat, mandate: string): Beliefs =>
  bySeat((other) => {
    const deck = book.mandatesOf(other);
    return deck.map(({ id }) => (other === seat ? Number(id === mandate) : 1 / deck.length));
  });

/** What a seat with a mandate can hope for with a group. Found once for each situation. */
export const hopeFor = (book: Book, hope: Hope, style: Style = PLAIN): Prospect => {
  const { situation, group, seat, mandate, credibility } = hope;
  const words = `${credibility.US} ${credibility.KR} ${credibility.CN}`;
  return recall(book, `hope ${style.id} ${mandate} ${group} ${keyOf(situation)} ${words}`, () => {
    const bargain = openBargain({
      book,
      situation,
      group,
      seat,
      own: ownSheet(book, seat, mandate, style),
      odds: deckOdds(book, seat, mandate),
      credibility,
    });
    const deals = scan(bargain);
    const best = bestFair(bargain, deals);
    return { bargain, deals: best === null ? deals : [...deals, best], best };
  });
};

// A bot asks about one view many times in a move.
const situations = new WeakMap<View, Situation>();

const situationIn = ({ book, view, own }: BotSight): Situation => {
  const situation = situations.get(view) ?? situationOf(book, view, own.seat);
  situations.set(view, situation);
  return situation;
};

/** What a bot can hope for with a group, as things stand. */
export const prospectOf = (sight: BotSight, style: Style, group: Mask): Prospect => {
  const { book, view, own } = sight;
  const { seat, mandate } = own;
  const situation = situationIn(sight);
  return hopeFor(book, { situation, group, seat, mandate, credibility: view.credibility }, style);
};

/** What an offer would bring to its parties. */
export const dealOf = (sight: BotSight, style: Style, offer: Offer): Deal => {
  const { bargain } = prospectOf(sight, style, maskOf(offer.parties));
  return dealAt(bargain, withClauses(sight.book, bargain.situation.outlook, offer.clauses));
};
