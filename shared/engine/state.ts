import type { Outcome } from '../economy/model.ts';
import type { BySeat, Seat } from '../seats.ts';

/** `waiting`: seats are being taken. `negotiation`, `closing`: the two halves of a round. `ended`: settled, immutable. */
export type Phase = 'waiting' | 'negotiation' | 'closing' | 'ended';

/** Who may see something: everybody, some seats, or nobody but the facilitator. */
export type Audience = 'all' | readonly Seat[];

/** Which talk a table allows beside offers. */
export type Press = 'full' | 'public-only' | 'none';

/**
 * What a table is opened with. `roundMs`: a round's length, null = no time limit (the round ends when all are ready).
 * `explain`: bots' reasons are public as they act. `hints`: a coach advises whoever plays (missing: it doesn't).
 * `worth` false: the screens don't work out what packages are worth and whether they would pass at home.
 * `reveal`: when the drawn mandates open to all: at the end, when the facilitator says, or when the day is over.
 * `spectatorDelay`: how many rounds later than the seats spectators see what happens (missing: at once).
 */
export type Setup = {
  readonly scenario: string;
  readonly press: Press;
  readonly roundMs: number | null;
  readonly explain: boolean;
  readonly hints?: boolean;
  readonly worth?: boolean;
  readonly reveal: 'end' | 'facilitator' | 'day';
  readonly spectatorDelay?: 1;
  /** It goes on from another table, of this code, after that many of its entries. */
  readonly branch?: { readonly of: string; readonly at: number };
};

/** Who plays a seat. A `standIn` bot answers for an absent person, who keeps the seat. */
export type Occupant =
  | { readonly kind: 'vacant' }
  | { readonly kind: 'bot'; readonly bot: string }
  | { readonly kind: 'person'; readonly name: string; readonly standIn: string | null };

/** One lever and the level index it shall have; `from`: the round at whose resolution it starts, 0 = the next one, rounds + 1 = after the last day. */
export type Clause = { readonly lever: string; readonly level: number; readonly from: number };

export type OfferState =
  | 'open'
  | 'signed'
  | 'declined'
  | 'countered'
  | 'withdrawn'
  | 'expired'
  | 'unratified';

/** A package of clauses among two or three parties. Never edited: only `accepted` and `state` change. */
export type Offer = {
  readonly id: string;
  readonly by: Seat;
  readonly parties: readonly Seat[];
  readonly clauses: readonly Clause[];
  readonly sealed: boolean;
  readonly note: string;
  readonly parent: string | null;
  readonly round: number;
  /** Parties that have accepted so far, the proposer first. */
  readonly accepted: readonly Seat[];
  readonly state: OfferState;
  /** The round in which it left `open`; 0 while open. */
  readonly endedIn: number;
  /** It put an off-agenda lever on the table: support in the targeted capital is lower. */
  readonly opensAgenda: boolean;
};

/** A signed and ratified offer. `fallsIn`: the round at whose resolution it ends after a denunciation. */
export type Treaty = {
  readonly id: string;
  readonly offer: string;
  readonly parties: readonly Seat[];
  /** Clauses in force; an amendment takes its levers out of the older treaty. */
  readonly clauses: readonly Clause[];
  readonly sealed: boolean;
  readonly round: number;
  readonly denouncedBy: Seat | null;
  readonly fallsIn: number | null;
  readonly fallen: boolean;
};

export type Measure = { readonly lever: string; readonly level: number };

/** Cheap talk on the record: own lever at least / at most a level by the resolution of round `by`. */
export type Pledge = {
  readonly lever: string;
  readonly bound: 'atLeast' | 'atMost';
  readonly level: number;
  readonly by: number;
};

/** A pledge that was spoken: by whom, to whom, and its verdict once due. */
export type SpokenPledge = Pledge & {
  readonly id: string;
  readonly seat: Seat;
  readonly to: Seat | 'all';
  readonly kept: boolean | null;
};

/** A phase's clock in epoch ms: `endsAt` while running, `left` ms while paused, both null without a limit. */
export type Clock = { readonly endsAt: number | null; readonly left: number | null };

export type Pause = {
  readonly by: Seat | 'facilitator';
  readonly until: number | null;
  readonly release: readonly Seat[];
};

/** What a seat's game came to, in USD bn and points of its ideal (see payoff.ts). */
export type SeatResult = {
  readonly flow: number;
  readonly settlement: number;
  readonly capital: number;
  readonly penalty: number;
  readonly result: number;
  readonly score: number;
};

/** Where a seat stands between two others, each 0..1 (GAME.md section 6). */
export type StancePoint = { readonly x: number; readonly y: number };

/** A table, of this code, for the same people to play again. `by`: the seat that asked for it. */
export type Rematch = { readonly code: string; readonly by: Seat };

/** The whole truth about a table. Only the server and offline tables hold it; everyone else holds a `View`. */
export type State = {
  readonly setup: Setup;
  readonly seed: string;
  readonly phase: Phase;
  readonly round: number;
  readonly clock: Clock;
  readonly pause: Pause | null;
  readonly pausesUsed: BySeat<number>;
  readonly occupants: BySeat<Occupant>;
  /** Who holds a seat: the guest's id, for the doorkeeper alone. */
  readonly holders: BySeat<string | null>;
  readonly mandates: BySeat<string>;
  readonly ready: BySeat<boolean>;
  readonly capital: BySeat<number>;
  /** The capital that a seat would have had it never spent any: the zero of what is left over. */
  readonly idleCapital: BySeat<number>;
  readonly credibility: BySeat<number>;
  readonly penalties: BySeat<number>;
  /** Level index in force per lever, in the scenario's order. */
  readonly levels: readonly number[];
  readonly offers: readonly Offer[];
  /** Private: the most capital that a party would spend on an offer's ratification. */
  readonly spending: Readonly<Record<string, Partial<BySeat<number>>>>;
  readonly treaties: readonly Treaty[];
  readonly measures: BySeat<readonly Measure[]>;
  readonly pledges: readonly SpokenPledge[];
  /** Who knows that an off-agenda lever is on the agenda. */
  readonly agenda: Readonly<Record<string, Audience>>;
  readonly deck: readonly string[];
  readonly news: readonly string[];
  readonly outcome: Outcome | null;
  readonly reference: Outcome | null;
  readonly flows: BySeat<readonly number[]>;
  /** Pairs that met under seal in this round; revealed at its resolution. */
  readonly meeting: readonly (readonly [Seat, Seat])[];
  /** Pairs per resolved round. */
  readonly met: readonly (readonly (readonly [Seat, Seat])[])[];
  readonly tabled: BySeat<number>;
  readonly spoken: BySeat<number>;
  readonly stance: StancePoint | null;
  readonly results: BySeat<SeatResult> | null;
  /** The drawn mandates are open to all. */
  readonly mandatesOpen: boolean;
  /** The table at which the same people may play again; missing: nobody has asked for one. */
  readonly rematch?: Rematch;
};
