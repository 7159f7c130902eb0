import * as z from 'zod/mini';
import { refuse } from '../refusal.ts';
import { defineAction, Name, SeatName } from './defineAction.ts';

/** Somebody has opened a table, of the code `next`, for the same people to play again: everybody who is still here is told. */
export const rematch = defineAction({
  type: 'rematch',
  roles: ['system'],
  payload: z.strictObject({ next: Name, by: SeatName }),
  allowed: ({ view }) => {
    if (view.phase !== 'ended') return refuse('mandates.notYet');
    return view.rematch === undefined ? null : refuse('game.ended');
  },
  decide: (turn, { next, by }) => turn.add({ kind: 'rematchCalled', code: next, by }),
});
