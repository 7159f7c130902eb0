import { expect } from 'vitest';
import { fold, initialState } from '../../shared/engine/evolve.ts';
import { project } from '../../shared/engine/project.ts';
import type { State } from '../../shared/engine/state.ts';
import { allowed } from '../../shared/engine/submit.ts';
import type { Book } from '../../shared/scenarios/book.ts';
import { bookOf, SCENARIOS } from '../../shared/scenarios/index.ts';
import { playGame } from '../../shared/simulation/playGame.ts';
import type { Table } from '../../shared/table/table.ts';
import { figure } from './figure.ts';

/** Seats that can neither say that they are done nor take it back, although nothing tells them to wait. */
const stuckSeats = (book: Book, state: State, now: number): readonly string[] => {
  if (state.phase === 'waiting' || state.phase === 'ended' || state.pause !== null) return [];
  // A clock ends the phase even if nobody does anything.
  const isTimed = state.clock.endsAt !== null;
  return book.scenario.seats.filter((seat) => {
    const view = project(state, seat);
    const done = { type: 'ready', ready: view.own?.ready !== true } as const;
    return !isTimed || allowed(book, view, seat, done, now) !== null;
  });
};

/** Every moment at which somebody was stuck. */
const stuckIn = ({ book, entries }: Table): readonly string[] => {
  let state = initialState(book);
  return entries.flatMap(({ seq, at, events }) => {
    state = fold(book, state, events);
    return stuckSeats(book, state, at).map((seat) => `${seat} after entry ${seq}`);
  });
};

figure(
  'R23',
  'at no moment of any game is a seat without anything to do or a named reason, and every game ends',
  { ci: 6, full: 150 },
  ({ size, seed, chance, show }) => {
    for (let game = 0; game < size; game++) {
      for (const id of Object.keys(SCENARIOS)) {
        const book = bookOf(id);
        const rung = () => chance.pick(['random', 'random', 'boulware', 'micro', 'trader']);
        const bots = { US: rung(), KR: rung(), CN: rung() };
        const table = playGame({ book, bots, seed: `liveness ${seed} ${game}` });
        expect(stuckIn(table)).toEqual([]);
        expect(table.state.phase).toBe('ended');
        const rounds = table.entries.flatMap(({ events }) =>
          events.flatMap((event) => (event.kind === 'roundBegan' ? [event.round] : [])),
        );
        expect(rounds).toEqual(Array.from({ length: book.scenario.rules.rounds }, (_, i) => i + 1));
      }
    }
    show({ what: 'games', value: size * Object.keys(SCENARIOS).length, unit: '', target: 1, least: true });
  },
);
