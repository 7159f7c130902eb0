import type { Press } from '../../../shared/engine/state.ts';
import type { BySeat, Seat } from '../../../shared/seats.ts';

/**
 * A table that lives in this browser alone: nobody else can come, nothing is ranked, and all its secrets are here.
 * `seats`: the bot in each seat; `self` is played by whoever sits at this browser (null: bots play, one watches).
 */
export type LocalPlan = {
  readonly scenario: string;
  readonly self: Seat | null;
  readonly name: string;
  readonly seats: BySeat<string>;
  readonly press: Press;
  readonly explain: boolean;
  /** Whether a coach looks over the player's shoulder. */
  readonly hints: boolean;
  readonly roundMs: number | null;
  readonly seed: string;
  /** How long a bot thinks, in ms: at least and at most. */
  readonly pace: readonly [number, number];
  readonly mandates?: Partial<BySeat<string>>;
};

const PREFIX = 'SOLO-';
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

const pick = (count: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(count)), (byte) => LETTERS[byte % LETTERS.length]).join(
    '',
  );

/** A code for a new local table: no server ever gives one that begins so. */
export const localCode = (): string => `${PREFIX}${pick(6)}`;

/** Whether a code is a local table's. */
export const isLocalCode = (code: string): boolean => code.startsWith(PREFIX);

/** A seed that nobody chose. */
export const freshSeed = (): string => pick(16);
