import type { Book } from '../scenarios/book.ts';
import type { Seat } from '../seats.ts';
import { packageKey } from './events.ts';
import { type Package, ratificationOdds } from './ratification.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { Clause, Offer } from './state.ts';
import { bindingOf } from './treaties.ts';
import type { OwnView, View } from './view.ts';

/** A package as its proposer puts it together. */
export type Proposal = {
  readonly parties: readonly Seat[];
  readonly clauses: readonly Clause[];
  readonly sealed: boolean;
  readonly note: string;
  readonly spend: number;
};

type Check = (book: Book, view: View, own: OwnView, proposal: Proposal) => Refusal | null;

/** Whether tabling these clauses puts an off-agenda lever on the agenda, as far as the viewer knows. */
export const opensAgenda = (book: Book, view: View, clauses: readonly Clause[]): boolean =>
  clauses.some(
    ({ lever }) =>
      book.hasLever(lever) && book.leverOf(lever).offAgenda === true && !view.agenda.includes(lever),
  );

const parties: Check = (book, _, own, { parties: seats }) => {
  const distinct = new Set(seats).size === seats.length;
  const active = seats.every((seat) => book.scenario.seats.includes(seat));
  return distinct && active && seats.length >= 2 && seats.includes(own.seat) ? null : refuse('offer.parties');
};

const size: Check = (book, _, __, { clauses }) => {
  const { maxClauses, complete } = book.scenario.rules;
  if (clauses.length === 0) return refuse('offer.empty');
  if (clauses.length > maxClauses) return refuse('offer.tooManyClauses', { max: maxClauses });
  const levers = new Set(clauses.map((clause) => clause.lever));
  if (levers.size < clauses.length) return refuse('offer.leverTwice');
  return complete && levers.size < book.scenario.levers.length ? refuse('offer.incomplete') : null;
};

/** Bound by a treaty that the viewer knows and whose parties are not all at this table: only an amendment may touch it. */
const isBoundElsewhere = (view: View, lever: string, seats: readonly Seat[]): boolean =>
  bindingOf(view.treaties, lever)?.parties.some((party) => !seats.includes(party)) ?? false;

const clauseRefusal = (book: Book, view: View, proposal: Proposal, clause: Clause): Refusal | null => {
  const { lever: id, level, from } = clause;
  if (!book.hasLever(id)) return refuse('offer.unknownLever', { lever: id });
  const lever = book.leverOf(id);
  const step = lever.levels[level];
  if (step === undefined) return refuse('offer.unknownLevel', { lever: id });
  if (step.treaty === false) return refuse('offer.measureOnly', { lever: id, level });
  const late = from > book.scenario.rules.rounds + 1;
  if (late || (from !== 0 && from < view.round)) return refuse('offer.start', { lever: id });
  if (!lever.owners.every((owner) => proposal.parties.includes(owner)))
    return refuse('offer.ownerMissing', { lever: id });
  return isBoundElsewhere(view, id, proposal.parties) ? refuse('offer.leverBound', { lever: id }) : null;
};

const clauses: Check = (book, view, _, proposal) => {
  for (const clause of proposal.clauses) {
    const refusal = clauseRefusal(book, view, proposal, clause);
    if (refusal !== null) return refusal;
  }
  return null;
};

const agenda: Check = (book, view, own, proposal) => {
  if (!opensAgenda(book, view, proposal.clauses)) return null;
  const { opener, capital } = book.scenario.rules.offAgenda;
  if (own.seat !== opener) return refuse('offer.offAgenda');
  return own.capital < capital ? refuse('offer.agendaCost', { capital }) : null;
};

const note: Check = (book, view, _, proposal) => {
  if (proposal.note === '') return null;
  const { noteLength } = book.scenario.rules;
  if (proposal.note.length > noteLength) return refuse('offer.noteTooLong', { max: noteLength });
  if (view.setup.press === 'none') return refuse('press.none');
  return view.setup.press === 'public-only' && proposal.sealed ? refuse('press.publicOnly') : null;
};

const seal: Check = (book, _, own, proposal) => {
  if (!proposal.sealed) return null;
  const { capital } = book.scenario.rules.sealed;
  if (proposal.parties.length === book.scenario.seats.length) return refuse('offer.sealNeedsThird');
  return own.capital < capital ? refuse('offer.sealCost', { capital }) : null;
};

/** Whether one's own ratification could be paid for now: told to oneself alone. */
const ratificationRefusal = (
  book: Book,
  view: View,
  own: OwnView,
  pack: Package & { readonly spend: number },
): Refusal | null => {
  const cap = book.scenario.rules.ratification?.cap ?? 0;
  if (pack.spend > Math.min(cap, own.capital)) return refuse('offer.spend', { max: cap });
  const odds = ratificationOdds(book, own.seat, own.mandate, own.capital, view.credibility, pack);
  return odds.affordable
    ? null
    : refuse('offer.wontRatify', { support: Math.round(odds.support), price: odds.price });
};

const ratification: Check = (book, view, own, proposal) =>
  ratificationRefusal(book, view, own, {
    ...proposal,
    opensAgenda: opensAgenda(book, view, proposal.clauses),
  });

const used: Check = (book, view, own) => {
  const { tablings, openOffers } = book.scenario.rules;
  if (own.tabled >= tablings) return refuse('offer.tooMany', { max: tablings });
  const open = view.offers.filter((offer) => offer.by === own.seat && offer.state === 'open').length;
  return open >= openOffers ? refuse('offer.tooManyOpen', { max: openOffers }) : null;
};

const TURNED_DOWN: readonly Offer['state'][] = ['declined', 'countered', 'withdrawn'];

const coolDown: Check = (_, view, own, proposal) => {
  const key = packageKey(proposal.clauses);
  const same = view.offers.some(
    (offer) =>
      TURNED_DOWN.includes(offer.state) &&
      offer.by === own.seat &&
      offer.endedIn === view.round &&
      offer.parties.length === proposal.parties.length &&
      offer.parties.every((party) => proposal.parties.includes(party)) &&
      packageKey(offer.clauses) === key,
  );
  return same ? refuse('offer.coolDown') : null;
};

const CHECKS: readonly Check[] = [parties, size, clauses, agenda, note, seal, used, coolDown, ratification];

/** Why a seat may not table (or counter with) a package, on what it can see; null: it may. */
export const tablingRefusal = (book: Book, view: View, own: OwnView, proposal: Proposal): Refusal | null => {
  for (const check of CHECKS) {
    const refusal = check(book, view, own, proposal);
    if (refusal !== null) return refusal;
  }
  return null;
};

/** Why a seat may not bind itself to an offer that lies on the table; null: it may. */
export const bindingRefusal = (
  book: Book,
  view: View,
  own: OwnView,
  offer: Offer,
  spend: number,
): Refusal | null => {
  const bound = offer.clauses.find(({ lever }) => isBoundElsewhere(view, lever, offer.parties));
  if (bound !== undefined) return refuse('offer.leverBound', { lever: bound.lever });
  const pack = { ...offer, spend };
  return seal(book, view, own, pack) ?? ratificationRefusal(book, view, own, pack);
};
