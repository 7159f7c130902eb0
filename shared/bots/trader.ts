import type { SeatAction } from '../engine/actions/index.ts';
import type { Reason } from '../engine/events.ts';
import { previewPackage } from '../engine/preview.ts';
import type { Clause, Offer } from '../engine/state.ts';
import { allowed } from '../engine/submit.ts';
import type { View } from '../engine/view.ts';
import type { Book } from '../scenarios/book.ts';
import { othersOf, type Seat } from '../seats.ts';
import type { Bot, BotSight, Move } from './bot.ts';
import { type Candidate, scanPackages } from './packages.ts';
import { fastValuation } from './valuation.ts';

/** How slowly it concedes, and the share of the best package below which it never asks (BOTS.md section 2). */
const PATIENCE = 3;
const FLOOR = 0.35;

const isLast = ({ book, view }: BotSight): boolean => view.round >= book.scenario.rules.rounds;

/** The share of its best package that it asks for now: from all of it down to the floor in the last round. */
const aspiration = ({ book, view }: BotSight): number => {
  const time = (view.round - 1) / Math.max(1, book.scenario.rules.rounds - 1);
  return FLOOR + (1 - FLOOR) * (1 - time ** PATIENCE);
};

const spendOf = ({ book, own }: BotSight): number =>
  Math.min(book.scenario.rules.ratification?.cap ?? 0, own.capital);

// Packages depend on public levels, known treaties and one's own mandate alone, so a search is done once for each.
const searches = new WeakMap<Book, Map<string, readonly Candidate[]>>();
const MOST_KEPT = 4096;

const searchKey = (view: View, mandate: string, parties: readonly Seat[]): string =>
  JSON.stringify([
    mandate,
    parties,
    view.levels,
    view.agenda,
    view.treaties.map((treaty) => (treaty.fallen ? [] : [treaty.parties, treaty.clauses])),
  ]);

/** The packages that it would put to these parties, most generous first. */
const candidatesFor = ({ book, view, own }: BotSight, parties: readonly Seat[]): readonly Candidate[] => {
  const known = searches.get(book) ?? new Map<string, readonly Candidate[]>();
  searches.set(book, known);
  const key = searchKey(view, own.mandate, parties);
  const found = known.get(key);
  if (found !== undefined) return found;
  const mine = fastValuation(book, [own.mandate]);
  const others = parties
    .filter((seat) => seat !== own.seat)
    .map((seat) =>
      fastValuation(
        book,
        book.mandatesOf(seat).map((mandate) => mandate.id),
      ),
    );
  const fresh = scanPackages(book, view, parties, mine, (levels) =>
    others.reduce((sum, theirs) => sum + theirs(levels), 0),
  );
  if (known.size >= MOST_KEPT) known.clear();
  known.set(key, fresh);
  return fresh;
};

/** The most generous package that still gives it what it aspires to; null when there is none. */
const nextPackage = (sight: BotSight, parties: readonly Seat[]): Candidate | null => {
  const candidates = candidatesFor(sight, parties);
  const best = Math.max(0, ...candidates.filter(({ theirs }) => theirs >= 0).map(({ mine }) => mine));
  const target = best * aspiration(sight);
  return candidates.find(({ mine }) => mine > 0 && mine >= target) ?? null;
};

const gainOf = ({ book, view, own }: BotSight, clauses: readonly Clause[]): number =>
  previewPackage(book, view, own.mandate, clauses).change;

/** The lever that moves most for a seat in a package, to name in the reason. */
const namedLever = (
  sight: BotSight,
  clauses: readonly Clause[],
  owner: (owners: readonly Seat[]) => boolean,
) => clauses.find(({ lever }) => owner(sight.book.leverOf(lever).owners))?.lever ?? null;

const reasonFor = (sight: BotSight, key: string, to: readonly Seat[], clauses: readonly Clause[]): Reason => {
  const { seat } = sight.own;
  const gives = namedLever(sight, clauses, (owners) => owners.includes(seat));
  const asks = namedLever(sight, clauses, (owners) => !owners.includes(seat));
  const named = { ...(asks === null ? {} : { asks }), ...(gives === null ? {} : { gives }) };
  if (asks === null || gives === null)
    return { key: 'reason.trader.ask', params: { seat: to[0] as Seat, asks: asks ?? gives ?? '' } };
  return to.length > 1
    ? { key: 'reason.trader.offerAll', params: named }
    : { key, params: { seat: to[0] as Seat, ...named } };
};

const legal = ({ book, view, own }: BotSight, action: SeatAction): boolean =>
  allowed(book, view, own.seat, action, 0) === null;

const accept = (sight: BotSight, offer: Offer): Move | null => {
  const action = { type: 'accept', offer: offer.id, spend: spendOf(sight) } as const;
  if (!legal(sight, action) || (sight.standIn && offer.sealed)) return null;
  const key = isLast(sight) ? 'reason.trader.acceptLast' : 'reason.trader.accept';
  return { action, reason: { key, params: { seat: offer.by } } };
};

const counter = (sight: BotSight, offer: Offer): Move | null => {
  const wanted = nextPackage(sight, offer.parties);
  if (wanted === null) return null;
  const action: SeatAction = {
    type: 'counter',
    offer: offer.id,
    clauses: [...wanted.clauses],
    sealed: offer.sealed,
    note: '',
    spend: spendOf(sight),
  };
  if (!legal(sight, action) || (sight.standIn && offer.sealed)) return null;
  return { action, reason: reasonFor(sight, 'reason.trader.counter', [offer.by], wanted.clauses) };
};

const decline = (sight: BotSight, offer: Offer): Move | null => {
  const action = { type: 'decline', offer: offer.id, note: '' } as const;
  if (!legal(sight, action)) return null;
  return { action, reason: { key: 'reason.trader.decline', params: { seat: offer.by } } };
};

const isNegotiating = ({ view }: BotSight): boolean => view.phase === 'negotiation';

/** Accepts what is at least as good as its own next offer, in the end whatever beats no deal; else counters or declines. */
const answer = (sight: BotSight, offer: Offer): Move | null => {
  const gain = gainOf(sight, offer.clauses);
  const wanted = nextPackage(sight, offer.parties);
  const enough = isLast(sight) ? 0 : (wanted?.mine ?? Number.POSITIVE_INFINITY);
  if (gain > 0 && gain >= enough) {
    const accepted = accept(sight, offer);
    if (accepted !== null) return accepted;
  }
  if (isNegotiating(sight) && offer.round === sight.view.round)
    return counter(sight, offer) ?? (gain < 0 ? decline(sight, offer) : null);
  return gain < 0 ? decline(sight, offer) : null;
};

const sameParties = (one: readonly Seat[], other: readonly Seat[]): boolean =>
  one.length === other.length && one.every((seat) => other.includes(seat));

/** One offer a round to each group: both others first, then each alone; nothing where something of its own still lies. */
const propose = (sight: BotSight): Move | null => {
  const { book, view, own } = sight;
  const others = othersOf(own.seat).filter((seat) => book.scenario.seats.includes(seat));
  const groups = others.length > 1 ? [others, ...others.map((seat) => [seat])] : [others];
  for (const to of groups) {
    const parties = [own.seat, ...to];
    const busy = view.offers.some(
      (offer) =>
        sameParties(offer.parties, parties) &&
        (offer.by === own.seat
          ? offer.round === view.round || offer.state === 'open'
          : offer.state === 'open'),
    );
    const wanted = busy ? null : nextPackage(sight, parties);
    if (wanted === null || wanted.theirs < 0) continue;
    const clauses = [...wanted.clauses];
    const action = { type: 'table', to, clauses, sealed: false, note: '', spend: spendOf(sight) } as const;
    if (legal(sight, action)) return { action, reason: reasonFor(sight, 'reason.trader.offer', to, clauses) };
  }
  return null;
};

/** Rung 4: asks for a share of its best package that shrinks slowly, and always in the package that is best for the others. */
export const trader: Bot = {
  id: 'trader',
  next: (sight) => {
    const { view, own } = sight;
    const toAnswer = view.offers.filter(
      (offer) =>
        offer.state === 'open' && offer.parties.includes(own.seat) && !offer.accepted.includes(own.seat),
    );
    for (const offer of toAnswer) {
      const move = answer(sight, offer);
      if (move !== null) return move;
    }
    if (own.ready || !isNegotiating(sight)) return null;
    const proposal = propose(sight);
    if (proposal !== null) return proposal;
    return { action: { type: 'ready', ready: true }, reason: { key: 'reason.ready', params: {} } };
  },
};
