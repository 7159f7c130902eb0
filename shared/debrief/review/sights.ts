import type { BotSight } from '../../bots/bot.ts';
import { draw } from '../../engine/chance.ts';
import { type Event, visibleEvents } from '../../engine/events.ts';
import { fold, initialState } from '../../engine/evolve.ts';
import type { Entry } from '../../engine/log.ts';
import { project } from '../../engine/project.ts';
import type { State } from '../../engine/state.ts';
import type { Book } from '../../scenarios/book.ts';
import type { Seat } from '../../seats.ts';

/** A point of a game at which a seat had to decide: what it saw just before an entry, and the entry. */
export type Juncture = {
  readonly entry: Entry;
  readonly before: State;
  /** What the seat saw, and nothing more: chances come from public labels, never from the table's seed. */
  readonly sight: BotSight;
  /** How many worlds each choice is played out in. */
  readonly worlds: number;
};

/** Walks through a game with the eyes of one seat, stopping before every entry after the start. */
export function* sightsOf(
  book: Book,
  entries: readonly Entry[],
  seat: Seat,
  worlds: number,
): Generator<Juncture> {
  let state = initialState(book);
  const events: Event[] = [];
  for (const entry of entries) {
    const view = project(state, seat);
    if (view.own !== null && (view.phase === 'negotiation' || view.phase === 'closing'))
      yield {
        entry,
        before: state,
        sight: {
          book,
          view,
          own: view.own,
          events: [...events],
          random: (label) => draw('review', `${seat} ${label}`),
          standIn: false,
        },
        worlds,
      };
    state = fold(book, state, entry.events);
    events.push(...visibleEvents(entry.events, seat, state));
  }
}
