import type { Outcome } from '../economy/model.ts';
import type { BySeat, Seat, Viewer } from '../seats.ts';
import type {
  Clock,
  Measure,
  Occupant,
  Offer,
  Pause,
  Phase,
  Rematch,
  SeatResult,
  Setup,
  SpokenPledge,
  StancePoint,
  Treaty,
} from './state.ts';

/** What a seat alone knows about itself. */
export type OwnView = {
  readonly seat: Seat;
  readonly mandate: string;
  readonly capital: number;
  readonly idleCapital: number;
  readonly penalty: number;
  readonly ready: boolean;
  readonly pausesUsed: number;
  /** Tablings and messages used in this round. */
  readonly tabled: number;
  readonly spoken: number;
  readonly measures: readonly Measure[];
  /** Capital put aside per open offer, for its ratification. */
  readonly spending: Readonly<Record<string, number>>;
  /** Flows booked so far, USD bn a year, one per resolved round. */
  readonly flows: readonly number[];
  readonly result: SeatResult | null;
};

/**
 * All that one viewer may know of a table, and all that `allowed`, bots and screens ever get.
 * `offers`: open ones and those that ended in this round (of others, without their clauses); `treaties`: all that the viewer knows, fallen ones too;
 * `agenda`: off-agenda levers that the viewer knows to be on it; `levels`: level index in force per lever.
 */
export type View = {
  readonly viewer: Viewer;
  readonly setup: Setup;
  readonly phase: Phase;
  readonly round: number;
  readonly clock: Clock;
  readonly pause: Pause | null;
  readonly occupants: BySeat<Occupant>;
  readonly credibility: BySeat<number>;
  readonly levels: readonly number[];
  readonly offers: readonly Offer[];
  readonly treaties: readonly Treaty[];
  readonly pledges: readonly SpokenPledge[];
  readonly agenda: readonly string[];
  readonly news: readonly string[];
  readonly met: readonly (readonly (readonly [Seat, Seat])[])[];
  readonly outcome: Outcome | null;
  readonly stance: StancePoint | null;
  /** Drawn mandates and results: after the end, when they are open to all. */
  readonly mandates: BySeat<string> | null;
  readonly results: BySeat<SeatResult> | null;
  readonly own: OwnView | null;
  /** The table at which the same people may play again, once somebody has asked for one. */
  readonly rematch?: Rematch;
};
