import * as z from 'zod/mini';
import type { Book } from '../../scenarios/book.ts';
import { type Actor, isSeat, SEATS } from '../../seats.ts';
import { unstacked } from '../../unstacked.ts';
import type { Refusal } from '../refusal.ts';
import type { Turn } from '../turn.ts';
import type { OwnView, View } from '../view.ts';

/** Who may send an action: any seat, the host's clock and doorkeeper, the facilitator. */
export type Role = 'seat' | 'system' | 'facilitator';

/** What legality is judged on: the actor's own view, and the time. */
export type Sight = {
  readonly book: Book;
  readonly view: View;
  /** The acting seat's own part; null for system and facilitator. */
  readonly own: OwnView | null;
  readonly now: number;
};

/**
 * An action: its name, who may send it, its payload's format, why it may be refused on what the actor can see, and
 * the events that it leads to. `decide` may not refuse.
 */
export type ActionSpec<T extends string, P> = {
  readonly type: T;
  readonly roles: readonly Role[];
  readonly payload: z.ZodMiniType<P>;
  readonly allowed: (sight: Sight, payload: P) => Refusal | null;
  readonly decide: (turn: Turn, payload: P) => void;
};

/** Defines an action; the registry derives the `Action` type from what is defined. */
export const defineAction = <const T extends string, P>(spec: ActionSpec<T, P>): ActionSpec<T, P> => spec;

/** The role in which an actor acts. */
export const roleOf = (actor: Actor): Role => (isSeat(actor) ? 'seat' : actor);

export const SeatName = z.enum(SEATS);
export const Name = z.string().check(z.minLength(1), z.maxLength(64));
const LONGEST_TEXT = 2000;
const SEEN = /[^\s\p{Default_Ignorable_Code_Point}]/u;
/** Words that a player wrote: at most 2,000 characters on the wire (rules are tighter); '' when there is nothing to see. */
export const PlayerText = z.pipe(
  z.string().check(z.maxLength(LONGEST_TEXT)),
  // Control and bidirectional characters could make a text look like another one.
  z.transform((text: string) =>
    SEEN.test(text)
      ? unstacked(text)
          .replace(/\p{Cc}/gu, ' ')
          .replace(/\p{Bidi_Control}/gu, '')
          .trim()
      : '',
  ),
);
// Minus zero is not itself any more after a log has been written and read again.
const isNoMinusZero = (value: number): boolean => !Object.is(value, -0);
export const Index = z.int().check(z.nonnegative(), z.lte(1000), z.refine(isNoMinusZero));
export const Clauses = z
  .array(z.strictObject({ lever: Name, level: Index, from: Index }))
  .check(z.maxLength(64));
