import * as z from 'zod/mini';
import { isSeat } from '../../seats.ts';
import { refuse } from '../refusal.ts';
import { defineAction } from './defineAction.ts';
import { underway } from './preconditions.ts';

const PAUSE_MS = 120_000;

/** Stops the clock: a seat once a game for two minutes, a facilitator as long as it takes. */
export const pause = defineAction({
  type: 'pause',
  roles: ['seat', 'facilitator'],
  payload: z.strictObject({}),
  allowed: (sight) => {
    const wrongPhase = underway(sight);
    if (wrongPhase !== null || sight.own === null) return wrongPhase;
    if (sight.own.pausesUsed > 0) return refuse('pause.used');
    return sight.view.clock.endsAt === null ? refuse('pause.notNow') : null;
  },
  decide: (turn) => {
    const by = isSeat(turn.actor) ? turn.actor : 'facilitator';
    const { endsAt } = turn.state.clock;
    const left = endsAt === null ? null : Math.max(0, endsAt - turn.now);
    const until = by === 'facilitator' ? null : turn.now + PAUSE_MS;
    turn.add({ kind: 'paused', pause: { by, until, release: [] }, left });
  },
});
