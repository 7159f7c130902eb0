import type { Book } from '../scenarios/book.ts';
import { type BySeat, bySeat, type Seat } from '../seats.ts';
import type { Event, EventKind, EventOf } from './events.ts';
import { NO_RESULT } from './noResult.ts';
import type { Offer, State, Treaty } from './state.ts';

/** The state before anything happened: nobody sits, nothing is drawn. */
export const initialState = (book: Book): State => {
  const { rules, levers } = book.scenario;
  return {
    setup: { scenario: book.scenario.id, press: 'full', roundMs: null, explain: false, reveal: 'end' },
    seed: '',
    phase: 'waiting',
    round: 0,
    clock: { endsAt: null, left: null },
    pause: null,
    pausesUsed: bySeat(() => 0),
    occupants: bySeat(() => ({ kind: 'vacant' })),
    holders: bySeat(() => null),
    mandates: bySeat(() => ''),
    ready: bySeat(() => false),
    capital: bySeat(() => rules.capital.start),
    idleCapital: bySeat(() => rules.capital.start),
    credibility: bySeat(() => 100),
    penalties: bySeat(() => 0),
    levels: levers.map((lever) => lever.pause),
    offers: [],
    spending: {},
    treaties: [],
    measures: bySeat(() => []),
    pledges: [],
    agenda: {},
    deck: [],
    news: [],
    outcome: null,
    reference: null,
    flows: bySeat(() => []),
    meeting: [],
    met: [],
    tabled: bySeat(() => 0),
    spoken: bySeat(() => 0),
    stance: null,
    results: null,
    mandatesOpen: false,
  };
};

const withSeat = <T>(values: BySeat<T>, seat: Seat, value: T): BySeat<T> => ({ ...values, [seat]: value });

const withOffer = (state: State, id: string, change: (offer: Offer) => Partial<Offer>): State => ({
  ...state,
  offers: state.offers.map((offer) => (offer.id === id ? { ...offer, ...change(offer) } : offer)),
});

const endOffer = (state: State, id: string, how: Offer['state']): State => {
  const { [id]: _, ...spending } = state.spending;
  return withOffer({ ...state, spending }, id, () => ({ state: how, endedIn: state.round }));
};

const withTreaty = (state: State, id: string, change: Partial<Treaty>): State => ({
  ...state,
  treaties: state.treaties.map((treaty) => (treaty.id === id ? { ...treaty, ...change } : treaty)),
});

/** The pairs of parties, for the list of who met. */
const pairsOf = (parties: readonly Seat[]): readonly (readonly [Seat, Seat])[] =>
  parties.flatMap((one, i) => parties.slice(i + 1).map((other) => [one, other] as const));

const meet = (state: State, offer: Offer): State => {
  if (!offer.sealed) return state;
  const known = new Set(state.meeting.map((pair) => [...pair].sort().join()));
  const fresh = pairsOf(offer.parties).filter((pair) => !known.has([...pair].sort().join()));
  return fresh.length === 0 ? state : { ...state, meeting: [...state.meeting, ...fresh] };
};

const meetAgain = (state: State, id: string): State => {
  const offer = state.offers.find((candidate) => candidate.id === id);
  return offer === undefined ? state : meet(state, offer);
};

const sign = (state: State, treaty: Treaty): State => {
  const levers = new Set(treaty.clauses.map((clause) => clause.lever));
  const older = state.treaties.map((other) =>
    !other.fallen && other.clauses.some((clause) => levers.has(clause.lever))
      ? { ...other, clauses: other.clauses.filter((clause) => !levers.has(clause.lever)) }
      : other,
  );
  return endOffer({ ...state, treaties: [...older, treaty] }, treaty.offer, 'signed');
};

const cap = (book: Book, value: number): number =>
  Math.max(0, Math.min(book.scenario.rules.capital.max, value));

type Evolve<K extends EventKind> = (state: State, event: EventOf<K>, book: Book) => State;

/** What each event changes. One event is one small step; nothing here decides anything. */
const EVOLVE: { [K in EventKind]: Evolve<K> } = {
  tableOpened: (state, { setup }) => ({ ...state, setup }),
  branched: (state, { setup }) => ({
    ...state,
    setup,
    phase: 'negotiation',
    clock: { endsAt: null, left: null },
    pause: null,
    ready: bySeat(() => false),
  }),
  cardsDrawn: (state, { seed, deck }) => ({ ...state, seed, deck }),
  mandateDrawn: (state, { seat, mandate }) => ({
    ...state,
    mandates: withSeat(state.mandates, seat, mandate),
  }),
  occupantChanged: (state, { seat, occupant }) => ({
    ...state,
    occupants: withSeat(state.occupants, seat, occupant),
  }),
  seatHeld: (state, { seat, holder }) => ({ ...state, holders: withSeat(state.holders, seat, holder) }),
  gameStarted: (state, { outcome }) => ({ ...state, outcome, reference: outcome }),
  roundBegan: (state, { round, endsAt }) => ({
    ...state,
    phase: 'negotiation',
    round,
    clock: { endsAt, left: null },
    ready: bySeat(() => false),
    tabled: bySeat(() => 0),
    spoken: bySeat(() => 0),
    meeting: [],
  }),
  closingBegan: (state, { endsAt }) => ({ ...state, phase: 'closing', clock: { endsAt, left: null } }),
  readySet: (state, { seat, ready }) => ({ ...state, ready: withSeat(state.ready, seat, ready) }),
  paused: (state, { pause, left }) => ({
    ...state,
    pause,
    clock: { endsAt: null, left },
    pausesUsed:
      pause.by === 'facilitator'
        ? state.pausesUsed
        : withSeat(state.pausesUsed, pause.by, state.pausesUsed[pause.by] + 1),
  }),
  releaseAsked: (state, { seat }) =>
    state.pause === null
      ? state
      : { ...state, pause: { ...state.pause, release: [...state.pause.release, seat] } },
  resumed: (state, { endsAt }) => ({ ...state, pause: null, clock: { endsAt, left: null } }),
  extended: (state, { endsAt, ms }) => ({
    ...state,
    clock: state.clock.left === null ? { endsAt, left: null } : { endsAt: null, left: state.clock.left + ms },
  }),
  announced: (state) => state,
  messageSpoken: (state, { id, by, to, pledge }) => ({
    ...state,
    spoken: withSeat(state.spoken, by, state.spoken[by] + 1),
    pledges:
      pledge === null ? state.pledges : [...state.pledges, { ...pledge, id, seat: by, to, kept: null }],
  }),
  pledgeJudged: (state, { id, kept }) => ({
    ...state,
    pledges: state.pledges.map((pledge) => (pledge.id === id ? { ...pledge, kept } : pledge)),
  }),
  offerTabled: (state, { offer }) =>
    meet(
      {
        ...state,
        offers: [...state.offers, offer],
        tabled: withSeat(state.tabled, offer.by, state.tabled[offer.by] + 1),
      },
      offer,
    ),
  spendingSet: (state, { seat, offer, spend }) => ({
    ...state,
    spending: { ...state.spending, [offer]: { ...state.spending[offer], [seat]: spend } },
  }),
  offerAccepted: (state, { offer, by }) =>
    meetAgain(
      withOffer(state, offer, ({ accepted }) => ({ accepted: [...accepted, by] })),
      offer,
    ),
  acceptanceTakenBack: (state, { offer, by }) =>
    withOffer(state, offer, ({ accepted }) => ({ accepted: accepted.filter((seat) => seat !== by) })),
  offerDeclined: (state, { offer }) => endOffer(state, offer, 'declined'),
  offerCountered: (state, { offer }) => endOffer(state, offer, 'countered'),
  offerWithdrawn: (state, { offer }) => endOffer(state, offer, 'withdrawn'),
  offerExpired: (state, { offer }) => endOffer(state, offer, 'expired'),
  legislatureVoted: (state) => state,
  offerUnratified: (state, { offer }) => endOffer(state, offer, 'unratified'),
  treatySigned: (state, { treaty }) => sign(state, treaty),
  treatyDenounced: (state, { treaty, by, fallsIn }) =>
    withTreaty(state, treaty, { denouncedBy: by, fallsIn }),
  sealedTreatyRevealed: (state) => state,
  treatyFell: (state, { treaty }) => withTreaty(state, treaty, { fallen: true }),
  agendaOpened: (state, { lever, to }) => {
    const known = state.agenda[lever] ?? [];
    const wider = to === 'all' || known === 'all' ? 'all' : [...new Set([...known, ...to])];
    return { ...state, agenda: { ...state.agenda, [lever]: wider } };
  },
  capitalChanged: (state, { seat, change, cause }, book) => ({
    ...state,
    capital: withSeat(state.capital, seat, cap(book, state.capital[seat] + change)),
    idleCapital:
      cause === 'income' || cause === 'news'
        ? withSeat(state.idleCapital, seat, cap(book, state.idleCapital[seat] + change))
        : state.idleCapital,
  }),
  credibilityChanged: (state, { seat, change }) => ({
    ...state,
    credibility: withSeat(state.credibility, seat, Math.max(0, state.credibility[seat] + change)),
  }),
  penaltyBooked: (state, { seat, amount }) => ({
    ...state,
    penalties: withSeat(state.penalties, seat, state.penalties[seat] + amount),
  }),
  measureOrdered: (state, { seat, lever, level }) => ({
    ...state,
    measures: withSeat(state.measures, seat, [...state.measures[seat], { lever, level }]),
  }),
  measureCancelled: (state, { seat, lever }) => ({
    ...state,
    measures: withSeat(
      state.measures,
      seat,
      state.measures[seat].filter((measure) => measure.lever !== lever),
    ),
  }),
  measureTaken: (state, { seat, lever, to }, book) => ({
    ...state,
    levels: state.levels.with(book.leverIndex[lever] as number, to),
    measures: withSeat(
      state.measures,
      seat,
      state.measures[seat].filter((measure) => measure.lever !== lever),
    ),
  }),
  leverMoved: (state, { lever, to }, book) => ({
    ...state,
    levels: state.levels.with(book.leverIndex[lever] as number, to),
  }),
  seatsMet: (state, { pairs }) => ({ ...state, met: [...state.met, pairs] }),
  newsRevealed: (state, { card }) => ({ ...state, news: [...state.news, card] }),
  economySolved: (state, { outcome, reference }) => ({ ...state, outcome, reference }),
  flowBooked: (state, { seat, value }) => ({
    ...state,
    flows: withSeat(state.flows, seat, [...state.flows[seat], value]),
  }),
  moveExplained: (state) => state,
  seatSettled: (state, { seat, result }) => ({
    ...state,
    results: { ...(state.results ?? bySeat(() => NO_RESULT)), [seat]: result },
  }),
  gameEnded: (state, { stance }) => ({
    ...state,
    phase: 'ended',
    stance,
    clock: { endsAt: null, left: null },
    pause: null,
  }),
  rematchCalled: (state, { code, by }) => ({ ...state, rematch: { code, by } }),
  mandatesOpened: (state) => ({ ...state, mandatesOpen: true }),
};

/** The state after an event. Total: any recorded event gives a state. */
export const evolve = (book: Book, state: State, event: Event): State =>
  (EVOLVE[event.kind] as Evolve<EventKind>)(state, event as never, book);

/** The state after a list of events: replay is a fold. */
export const fold = (book: Book, state: State, events: readonly Event[]): State =>
  events.reduce((before, event) => evolve(book, before, event), state);
