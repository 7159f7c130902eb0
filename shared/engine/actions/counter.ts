import * as z from 'zod/mini';
import { tablingRefusal } from '../packages.ts';
import { refuse } from '../refusal.ts';
import { Clauses, defineAction, Index, Name, PlayerText } from './defineAction.ts';
import { isRefusal, negotiating, openOffer, ownOf, seatOf } from './preconditions.ts';
import { layOnTable } from './table.ts';

/** Answers an offer with another package among the same parties, under the same or a stronger seal. */
export const counter = defineAction({
  type: 'counter',
  roles: ['seat'],
  payload: z.strictObject({
    offer: Name,
    clauses: Clauses,
    sealed: z.boolean(),
    note: PlayerText,
    spend: Index,
  }),
  allowed: (sight, { offer: id, ...rest }) => {
    const wrongPhase = negotiating(sight);
    if (wrongPhase !== null) return wrongPhase;
    const own = ownOf(sight);
    const offer = openOffer(sight, id);
    if (isRefusal(offer)) return offer;
    if (offer.by === own.seat) return refuse('offer.own');
    if (!offer.parties.includes(own.seat)) return refuse('offer.notAddressed');
    if (offer.sealed && !rest.sealed) return refuse('offer.weakerSeal');
    return tablingRefusal(sight.book, sight.view, own, { parties: offer.parties, ...rest });
  },
  decide: (turn, { offer: id, ...rest }) => {
    const by = seatOf(turn);
    const parent = turn.state.offers.find((offer) => offer.id === id);
    if (parent === undefined) return;
    // To outsiders, an open offer that is answered under seal is simply declined.
    const inSecret = rest.sealed && !parent.sealed;
    if (inSecret) turn.add({ kind: 'offerDeclined', offer: id, by, note: '' });
    const offer = layOnTable(turn, { parties: parent.parties, ...rest }, id);
    if (!inSecret) turn.add({ kind: 'offerCountered', offer: id, by, counter: offer.id });
  },
});
