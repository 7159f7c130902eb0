import * as z from 'zod/mini';
import { refuse } from '../refusal.ts';
import { defineAction, Name, PlayerText } from './defineAction.ts';
import { isRefusal, openOffer, ownOf, seatOf, underway } from './preconditions.ts';

/** Declines an offer, with or without a word about why. One refusal ends it for all its parties. */
export const decline = defineAction({
  type: 'decline',
  roles: ['seat'],
  payload: z.strictObject({ offer: Name, note: PlayerText }),
  allowed: (sight, { offer: id, note }) => {
    const wrongPhase = underway(sight);
    if (wrongPhase !== null) return wrongPhase;
    const own = ownOf(sight);
    const offer = openOffer(sight, id);
    if (isRefusal(offer)) return offer;
    if (offer.by === own.seat) return refuse('offer.own');
    if (!offer.parties.includes(own.seat)) return refuse('offer.notAddressed');
    if (note === '') return null;
    if (sight.view.setup.press === 'none') return refuse('press.none');
    if (sight.view.setup.press === 'public-only' && offer.sealed) return refuse('press.publicOnly');
    const { noteLength } = sight.book.scenario.rules;
    return note.length > noteLength ? refuse('offer.noteTooLong', { max: noteLength }) : null;
  },
  decide: (turn, { offer, note }) => {
    turn.add({ kind: 'offerDeclined', offer, by: seatOf(turn), note });
  },
});
