import type { SeatAction } from '../engine/actions/index.ts';
import type { Event, Reason } from '../engine/events.ts';
import type { OwnView, View } from '../engine/view.ts';
import type { Book } from '../scenarios/book.ts';
import type { Style } from './style.ts';

/**
 * What a bot decides on: exactly what a person in its seat sees, and seeded chance.
 * `events`: all that its seat has seen happen so far; whatever a bot remembers, it folds from them.
 * `random`: a number in [0, 1) for a named purpose, the same for the same seat, table and label.
 * `standIn`: it answers for an absent person, so it binds nobody under seal and denounces nothing.
 */
export type BotSight = {
  readonly book: Book;
  readonly view: View;
  readonly own: OwnView;
  readonly events: readonly Event[];
  readonly random: (label: string) => number;
  readonly standIn: boolean;
};

/** One action and the reason for it, as a key of the text catalogue. */
export type Move = { readonly action: SeatAction; readonly reason: Reason };

/** A negotiator: a pure function from what its seat sees to its next single move; null: nothing to do until something happens. */
export type Bot = {
  readonly id: string;
  readonly next: (sight: BotSight) => Move | null;
  /** Of a bot that thinks for long, so that a server asks it in a thread of its own: who decides when its answer is late. */
  readonly deputy?: Bot;
  /** The same rung with a style; a bot without it has no personalities. */
  readonly styled?: (style: Style) => Bot;
};
