import * as z from 'zod/mini';
import { refuse } from '../refusal.ts';
import { beginRound } from '../rounds.ts';
import { defineAction } from './defineAction.ts';

/** Begins the game when every seat is taken: the day-0 economy is put on record and round 1 starts. */
export const start = defineAction({
  type: 'start',
  roles: ['system', 'facilitator'],
  payload: z.strictObject({}),
  allowed: ({ book, view }) => {
    if (view.phase !== 'waiting') return refuse('game.started');
    const vacant = book.scenario.seats.some((seat) => view.occupants[seat].kind === 'vacant');
    return vacant ? refuse('start.seatsVacant') : null;
  },
  decide: (turn) => {
    turn.add({ kind: 'gameStarted', outcome: turn.book.economyAt(turn.state.levels, []) });
    beginRound(turn, 1);
  },
});
