import type { Book } from '../scenarios/book.ts';
import type { Actor } from '../seats.ts';
import type { Event } from './events.ts';
import { evolve } from './evolve.ts';
import type { State } from './state.ts';

/**
 * One decision in the making: the events so far and the state that they lead to.
 * Local to one `decide`; what leaves it is the plain list of events.
 */
export type Turn = {
  readonly book: Book;
  readonly actor: Actor;
  readonly now: number;
  readonly state: State;
  readonly events: readonly Event[];
  /** Records an event: the state of the turn moves on at once. */
  readonly add: (event: Event) => void;
};

/** Begins a decision at a state. */
export const openTurn = (book: Book, start: State, actor: Actor, now: number): Turn => {
  let state = start;
  const events: Event[] = [];
  return {
    book,
    actor,
    now,
    events,
    get state() {
      return state;
    },
    add: (event) => {
      events.push(event);
      state = evolve(book, state, event);
    },
  };
};
