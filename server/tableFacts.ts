import type { Phase, Press } from '../shared/engine/state.ts';
import type { BySeat, Seat } from '../shared/seats.ts';

/** Round lengths in ms by time control; null: no limit, a round ends when all are ready. */
export const TIME_CONTROLS = {
  blitz: 60_000,
  standard: 240_000,
  class: 600_000,
  correspondence: 86_400_000,
  untimed: null,
} as const;

export type TimeControl = keyof typeof TIME_CONTROLS;

/** Who sits where, as the lobby shows it. `present`: connected now. */
export type SeatFact =
  | { readonly kind: 'vacant' }
  | { readonly kind: 'bot'; readonly bot: string }
  | { readonly kind: 'person'; readonly name: string; readonly present: boolean };

/** What everybody may know of a table without being at it. */
export type TableFacts = {
  readonly code: string;
  readonly scenario: string;
  readonly phase: Phase;
  readonly round: number;
  readonly timeControl: TimeControl;
  readonly roundMs: number | null;
  readonly press: Press;
  readonly explain: boolean;
  readonly listed: boolean;
  readonly quick: boolean;
  /** `chosen`: whoever opened the table chose at least one mandate. */
  readonly mandates: 'drawn' | 'chosen';
  /** It is the table of this UTC day, `2026-11-25`, played from this seat. */
  readonly daily?: { readonly day: string; readonly seat: Seat };
  /** How many rounds later than the seats spectators see what happens; missing: at once. */
  readonly spectatorDelay?: 1;
  /** It goes on from another table, of this code, after that many of its entries. */
  readonly branch?: { readonly of: string; readonly at: number };
  readonly created: number;
  readonly seats: BySeat<SeatFact>;
  /** Spectators connected now. */
  readonly watching: number;
};
