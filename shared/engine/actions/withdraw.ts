import * as z from 'zod/mini';
import { refuse } from '../refusal.ts';
import { defineAction, Name } from './defineAction.ts';
import { isRefusal, openOffer, ownOf, seatOf, underway } from './preconditions.ts';

/** Takes one's own offer off the table. */
export const withdraw = defineAction({
  type: 'withdraw',
  roles: ['seat'],
  payload: z.strictObject({ offer: Name }),
  allowed: (sight, { offer: id }) => {
    const wrongPhase = underway(sight);
    if (wrongPhase !== null) return wrongPhase;
    const offer = openOffer(sight, id);
    if (isRefusal(offer)) return offer;
    return offer.by === ownOf(sight).seat ? null : refuse('offer.notYours');
  },
  decide: (turn, { offer }) => {
    turn.add({ kind: 'offerWithdrawn', offer, by: seatOf(turn) });
  },
});
