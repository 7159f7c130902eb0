import * as z from 'zod/mini';
import { refuse } from '../refusal.ts';
import { beginClosing, resolveRound } from '../rounds.ts';
import { defineAction } from './defineAction.ts';
import { ownOf, seatOf, underway } from './preconditions.ts';

/** Declares that one has nothing more to say in this round. When all are ready, it closes early. */
export const ready = defineAction({
  type: 'ready',
  roles: ['seat'],
  payload: z.strictObject({ ready: z.boolean() }),
  allowed: (sight, { ready: wish }) =>
    underway(sight) ?? (ownOf(sight).ready === wish ? refuse('ready.same') : null),
  decide: (turn, { ready: wish }) => {
    turn.add({ kind: 'readySet', seat: seatOf(turn), ready: wish });
    const { phase } = turn.state;
    if (!turn.book.scenario.seats.every((seat) => turn.state.ready[seat])) return;
    if (phase === 'negotiation') beginClosing(turn, true);
    else resolveRound(turn);
  },
});
