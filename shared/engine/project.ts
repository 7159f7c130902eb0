import { isSeat, type Seat, type Viewer } from '../seats.ts';
import type { Audience, Offer, State, Treaty } from './state.ts';
import type { OwnView, View } from './view.ts';

const sees = (viewer: Viewer, audience: Audience): boolean =>
  viewer === 'facilitator' || audience === 'all' || (audience as readonly Viewer[]).includes(viewer);

const mayKnow = (viewer: Viewer, item: Offer | Treaty): boolean => !item.sealed || sees(viewer, item.parties);

/** Open offers, and those that ended in this round: the cool-down is judged on them. */
const isCurrent = (offer: Offer, round: number): boolean => offer.state === 'open' || offer.endedIn === round;

/** What has ended stays as a headline; its clauses are in the events. One's own keep them: the cool-down is judged on them. */
const inBrief = (offer: Offer, viewer: Viewer): Offer =>
  offer.state === 'open' || offer.by === viewer ? offer : { ...offer, clauses: [], note: '' };

const ownView = (state: State, seat: Seat): OwnView => {
  const spending: Record<string, number> = {};
  for (const [offer, amounts] of Object.entries(state.spending)) {
    const amount = amounts[seat];
    if (amount !== undefined) spending[offer] = amount;
  }
  return {
    seat,
    mandate: state.mandates[seat],
    capital: state.capital[seat],
    idleCapital: state.idleCapital[seat],
    penalty: state.penalties[seat],
    ready: state.ready[seat],
    pausesUsed: state.pausesUsed[seat],
    tabled: state.tabled[seat],
    spoken: state.spoken[seat],
    measures: state.measures[seat],
    spending,
    flows: state.flows[seat],
    result: state.results?.[seat] ?? null,
  };
};

/**
 * What one viewer may know of a table: a whitelist, so that whatever is not named here stays on the server.
 * The only way out of the state.
 */
export const project = (state: State, viewer: Viewer): View => {
  const opened = state.mandatesOpen || viewer === 'facilitator';
  return {
    viewer,
    setup: state.setup,
    phase: state.phase,
    round: state.round,
    clock: state.clock,
    pause: state.pause,
    occupants: state.occupants,
    credibility: state.credibility,
    levels: state.levels,
    offers: state.offers
      .filter((offer) => isCurrent(offer, state.round) && mayKnow(viewer, offer))
      .map((offer) => inBrief(offer, viewer)),
    treaties: state.treaties.filter((treaty) => mayKnow(viewer, treaty)),
    pledges: state.pledges.filter((pledge) =>
      sees(viewer, pledge.to === 'all' ? 'all' : [pledge.seat, pledge.to]),
    ),
    agenda: Object.keys(state.agenda).filter((lever) => sees(viewer, state.agenda[lever] ?? [])),
    news: state.news,
    met: state.met,
    outcome: state.outcome,
    stance: state.stance,
    mandates: opened ? state.mandates : null,
    results: opened ? state.results : null,
    own: isSeat(viewer) ? ownView(state, viewer) : null,
    ...(state.rematch !== undefined && { rematch: state.rematch }),
  };
};
