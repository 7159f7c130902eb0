import type { Outcome } from '../economy/model.ts';
import type { BySeat, Seat, Viewer } from '../seats.ts';
import type {
  Audience,
  Clause,
  Occupant,
  Offer,
  Pause,
  Pledge,
  SeatResult,
  Setup,
  StancePoint,
  State,
  Treaty,
} from './state.ts';
import type { Versions } from './versions.ts';

/** Why a seat's political capital changed. */
export type CapitalCause =
  | 'income'
  | 'sealed'
  | 'measure'
  | 'measureCancelled'
  | 'ratification'
  | 'refused'
  | 'denunciation'
  | 'agenda'
  | 'news';

/** A bot's reason for a move: a key of the text catalogue and its parameters. */
export type Reason = { readonly key: string; readonly params: Readonly<Record<string, string | number>> };

type Payloads = {
  /** `versions`: missing in logs from before they were recorded, which are of the first. */
  tableOpened: { setup: Setup; versions?: Versions };
  /** The entries before were another table's; from here on it is a game of its own, without a clock. */
  branched: { setup: Setup };
  /** The hidden draws of a table. */
  cardsDrawn: { seed: string; deck: readonly string[] };
  mandateDrawn: { seat: Seat; mandate: string };
  occupantChanged: { seat: Seat; occupant: Occupant };
  /** Who may act for a seat; for the doorkeeper alone. */
  seatHeld: { seat: Seat; holder: string | null };
  gameStarted: { outcome: Outcome | null };
  roundBegan: { round: number; endsAt: number | null };
  closingBegan: { endsAt: number | null };
  readySet: { seat: Seat; ready: boolean };
  paused: { pause: Pause; left: number | null };
  releaseAsked: { seat: Seat };
  resumed: { endsAt: number | null };
  extended: { endsAt: number | null; ms: number };
  announced: { text: string };
  messageSpoken: { id: string; by: Seat; to: Seat | 'all'; text: string; pledge: Pledge | null };
  pledgeJudged: { id: string; by: Seat; to: Seat | 'all'; lever: string; kept: boolean };
  offerTabled: { offer: Offer };
  spendingSet: { seat: Seat; offer: string; spend: number };
  offerAccepted: { offer: string; by: Seat };
  acceptanceTakenBack: { offer: string; by: Seat };
  offerDeclined: { offer: string; by: Seat; note: string };
  offerCountered: { offer: string; by: Seat; counter: string };
  offerWithdrawn: { offer: string; by: Seat };
  offerExpired: { offer: string };
  /** How one's own legislature voted on an offer, with the capital that it took. */
  legislatureVoted: { seat: Seat; offer: string; support: number; price: number; passed: boolean };
  offerUnratified: { offer: string; refusedBy: readonly Seat[] };
  treatySigned: { treaty: Treaty };
  treatyDenounced: { treaty: string; by: Seat; fallsIn: number };
  /** The public echo of a sealed treaty's denunciation: that it exists, not what it says. */
  sealedTreatyRevealed: { by: Seat; parties: readonly Seat[] };
  treatyFell: { treaty: string };
  agendaOpened: { lever: string; to: Audience };
  capitalChanged: { seat: Seat; change: number; cause: CapitalCause };
  credibilityChanged: { seat: Seat; change: number; cause: 'denunciation' | 'pledge' };
  penaltyBooked: { seat: Seat; amount: number };
  measureOrdered: { seat: Seat; lever: string; level: number };
  measureCancelled: { seat: Seat; lever: string; bound: boolean };
  measureTaken: { seat: Seat; lever: string; from: number; to: number };
  leverMoved: { lever: string; from: number; to: number; cause: 'treaty' | 'snapback' };
  seatsMet: { pairs: readonly (readonly [Seat, Seat])[] };
  newsRevealed: { card: string };
  economySolved: { outcome: Outcome; reference: Outcome };
  flowBooked: { seat: Seat; value: number };
  /** A bot's reason; `to`: those who see the move itself, where the table allows reasons. */
  moveExplained: { seat: Seat; reason: Reason; to: Audience };
  seatSettled: { seat: Seat; result: SeatResult };
  gameEnded: { stance: StancePoint | null };
  mandatesOpened: { mandates: BySeat<string>; results: BySeat<SeatResult> };
  /** After the end: the same people may go on at the table of this code. */
  rematchCalled: { code: string; by: Seat };
};

export type EventKind = keyof Payloads;

/** What happened: a kind and its facts. The log's entries are made of these; `evolve` folds them to a state. */
export type Event = { [K in EventKind]: { readonly kind: K } & Readonly<Payloads[K]> }[EventKind];

export type EventOf<K extends EventKind> = Extract<Event, { kind: K }>;

const NOBODY: Audience = [];
const own = (event: { seat: Seat }): Audience => [event.seat];
const heard = (event: { by: Seat; to: Seat | 'all' }): Audience =>
  event.to === 'all' ? 'all' : [event.by, event.to];

const ofSealed = (item: { sealed: boolean; parties: readonly Seat[] } | undefined): Audience =>
  item === undefined ? NOBODY : item.sealed ? item.parties : 'all';
const ofOffer = (event: { offer: string }, state: State): Audience =>
  ofSealed(state.offers.find((offer) => offer.id === event.offer));
const ofTreaty = (event: { treaty: string }, state: State): Audience =>
  ofSealed(state.treaties.find((treaty) => treaty.id === event.treaty));

/**
 * The audience of every event kind: a type error until it is stated. Judged on the state before or after the event
 * alike, for an offer and a treaty never change parties or seal; a secret with a public echo is two events.
 */
export const AUDIENCES: { [K in EventKind]: (event: EventOf<K>, state: State) => Audience } = {
  tableOpened: () => 'all',
  branched: () => 'all',
  cardsDrawn: () => NOBODY,
  mandateDrawn: own,
  occupantChanged: () => 'all',
  seatHeld: () => NOBODY,
  gameStarted: () => 'all',
  roundBegan: () => 'all',
  closingBegan: () => 'all',
  // Private: a light that goes out when a sealed offer arrives would tell the third seat of it.
  readySet: own,
  paused: () => 'all',
  releaseAsked: () => 'all',
  resumed: () => 'all',
  extended: () => 'all',
  announced: () => 'all',
  messageSpoken: heard,
  pledgeJudged: heard,
  offerTabled: (event) => ofSealed(event.offer),
  spendingSet: own,
  offerAccepted: ofOffer,
  acceptanceTakenBack: ofOffer,
  offerDeclined: ofOffer,
  offerCountered: ofOffer,
  offerWithdrawn: ofOffer,
  offerExpired: ofOffer,
  legislatureVoted: own,
  offerUnratified: ofOffer,
  treatySigned: (event) => ofSealed(event.treaty),
  treatyDenounced: ofTreaty,
  sealedTreatyRevealed: () => 'all',
  treatyFell: ofTreaty,
  agendaOpened: (event) => event.to,
  capitalChanged: own,
  credibilityChanged: () => 'all',
  penaltyBooked: own,
  measureOrdered: own,
  measureCancelled: own,
  measureTaken: () => 'all',
  leverMoved: () => 'all',
  seatsMet: () => 'all',
  newsRevealed: () => 'all',
  economySolved: () => 'all',
  flowBooked: own,
  moveExplained: (event) => event.to,
  seatSettled: own,
  gameEnded: () => 'all',
  mandatesOpened: () => 'all',
  rematchCalled: () => 'all',
};

/** Whether a viewer may see an event. `state`: any state in which the event's offer or treaty exists. */
export const canSee = (event: Event, viewer: Viewer, state: State): boolean => {
  if (viewer === 'facilitator') return true;
  const audienceOf = AUDIENCES[event.kind] as (event: Event, state: State) => Audience;
  const audience = audienceOf(event, state);
  return audience === 'all' || (audience as readonly Viewer[]).includes(viewer);
};

/** The events of a list that a viewer may see. */
export const visibleEvents = (events: readonly Event[], viewer: Viewer, state: State): readonly Event[] =>
  events.filter((event) => canSee(event, viewer, state));

/** A clause as a stable key, for comparing packages whatever their order. */
export const packageKey = (clauses: readonly Clause[]): string =>
  clauses
    .map((clause) => `${clause.lever}=${clause.level}@${clause.from}`)
    .sort()
    .join(' ');
