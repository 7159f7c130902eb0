import * as z from 'zod/mini';
import { refuse } from '../refusal.ts';
import { defineAction, Name } from './defineAction.ts';
import { isRefusal, openOffer, ownOf, seatOf, underway } from './preconditions.ts';

/** Takes an acceptance back, as long as the last one has not come. A proposer withdraws instead. */
export const takeBack = defineAction({
  type: 'takeBack',
  roles: ['seat'],
  payload: z.strictObject({ offer: Name }),
  allowed: (sight, { offer: id }) => {
    const wrongPhase = underway(sight);
    if (wrongPhase !== null) return wrongPhase;
    const own = ownOf(sight);
    const offer = openOffer(sight, id);
    if (isRefusal(offer)) return offer;
    if (offer.by === own.seat) return refuse('offer.own');
    return offer.accepted.includes(own.seat) ? null : refuse('offer.notAccepted');
  },
  decide: (turn, { offer }) => {
    turn.add({ kind: 'acceptanceTakenBack', offer, by: seatOf(turn) });
  },
});
