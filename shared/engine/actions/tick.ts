import * as z from 'zod/mini';
import { refuse } from '../refusal.ts';
import { beginClosing, resolveRound } from '../rounds.ts';
import type { Turn } from '../turn.ts';
import { defineAction, type Sight } from './defineAction.ts';
import { underway } from './preconditions.ts';
import { resume } from './release.ts';

const advancePhase = (turn: Turn): void => {
  if (turn.state.phase === 'negotiation') beginClosing(turn, false);
  else resolveRound(turn);
};

const isDue = ({ view, now }: Sight): boolean => {
  const due = view.pause === null ? view.clock.endsAt : view.pause.until;
  return due !== null && now >= due;
};

/** Time has passed: ends a phase whose time is up, or a pause. */
export const tick = defineAction({
  type: 'tick',
  roles: ['system'],
  payload: z.strictObject({}),
  allowed: (sight) => {
    if (sight.view.phase === 'waiting') return refuse('game.notStarted');
    if (sight.view.phase === 'ended') return refuse('game.ended');
    return isDue(sight) ? null : refuse('tick.early');
  },
  decide: (turn) => {
    if (turn.state.pause === null) advancePhase(turn);
    else resume(turn);
  },
});

/** A facilitator ends the phase, whatever the clock says. */
export const advance = defineAction({
  type: 'advance',
  roles: ['facilitator'],
  payload: z.strictObject({}),
  allowed: underway,
  decide: advancePhase,
});
