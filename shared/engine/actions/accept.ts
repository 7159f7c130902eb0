import * as z from 'zod/mini';
import { concludeIfAccepted } from '../conclude.ts';
import { bindingRefusal } from '../packages.ts';
import { refuse } from '../refusal.ts';
import { defineAction, Index, Name } from './defineAction.ts';
import { isRefusal, openOffer, ownOf, seatOf, underway } from './preconditions.ts';

/** Accepts one offer by its id. With the last party's acceptance the legislatures vote. */
export const accept = defineAction({
  type: 'accept',
  roles: ['seat'],
  payload: z.strictObject({ offer: Name, spend: Index }),
  allowed: (sight, { offer: id, spend }) => {
    const wrongPhase = underway(sight);
    if (wrongPhase !== null) return wrongPhase;
    const own = ownOf(sight);
    const offer = openOffer(sight, id);
    if (isRefusal(offer)) return offer;
    if (!offer.parties.includes(own.seat)) return refuse('offer.notAddressed');
    if (offer.accepted.includes(own.seat)) return refuse('offer.accepted');
    return bindingRefusal(sight.book, sight.view, own, offer, spend);
  },
  decide: (turn, { offer, spend }) => {
    const seat = seatOf(turn);
    turn.add({ kind: 'offerAccepted', offer, by: seat });
    turn.add({ kind: 'spendingSet', seat, offer, spend });
    concludeIfAccepted(turn, offer);
  },
});
