import type { Offer, Treaty } from '#shared/engine/state';
import type { View } from '#shared/engine/view';
import { isSeat, type Seat } from '#shared/seats';
import type { Sheet } from './model.ts';

/** The viewer's seat; null for spectators and facilitators. */
export const viewerOf = (view: View): Seat | null => (isSeat(view.viewer) ? view.viewer : null);

/** An offer as the board draws it. */
export const offerSheet = (offer: Offer, view: View): Sheet => {
  const viewer = viewerOf(view);
  const mine = viewer !== null && offer.parties.includes(viewer);
  const waits = mine && offer.state === 'open' && !offer.accepted.includes(viewer);
  return {
    id: offer.id,
    from: offer.by,
    parties: offer.parties,
    state: 'open',
    sealed: offer.sealed,
    mine,
    waits,
    ends: false,
  };
};

/** A treaty as the board draws it. */
export const treatySheet = (treaty: Treaty, view: View): Sheet => {
  const viewer = viewerOf(view);
  return {
    id: treaty.id,
    from: view.offers.find((offer) => offer.id === treaty.offer)?.by ?? treaty.parties[0],
    parties: treaty.parties,
    state: 'signed',
    sealed: treaty.sealed,
    mine: viewer !== null && treaty.parties.includes(viewer),
    waits: false,
    ends: treaty.denouncedBy !== null,
  };
};
