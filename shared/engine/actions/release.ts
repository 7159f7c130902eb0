import * as z from 'zod/mini';
import { isSeat } from '../../seats.ts';
import { refuse } from '../refusal.ts';
import type { Turn } from '../turn.ts';
import { defineAction } from './defineAction.ts';

/** Lets the clock run on after a pause. */
export const resume = (turn: Turn): void => {
  const { left } = turn.state.clock;
  turn.add({ kind: 'resumed', endsAt: left === null ? null : turn.now + left });
};

/** Ends a pause: a seat's pause when two people at the table ask for it, a facilitator's by the facilitator alone. */
export const release = defineAction({
  type: 'release',
  roles: ['seat', 'facilitator'],
  payload: z.strictObject({}),
  allowed: ({ view, own }) => {
    if (view.pause === null) return refuse('game.notPaused');
    if (own === null) return null;
    if (view.pause.by === 'facilitator') return refuse('action.notYours');
    return view.pause.release.includes(own.seat) ? refuse('pause.asked') : null;
  },
  decide: (turn) => {
    if (!isSeat(turn.actor)) return resume(turn);
    turn.add({ kind: 'releaseAsked', seat: turn.actor });
    const people = turn.book.scenario.seats.filter((seat) => turn.state.occupants[seat].kind === 'person');
    const asked = turn.state.pause?.release.length ?? 0;
    if (asked >= Math.min(2, people.length)) resume(turn);
  },
});
