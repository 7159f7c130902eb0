import * as z from 'zod/mini';
import { refuse } from '../refusal.ts';
import { defineAction, Name } from './defineAction.ts';
import { ownOf, seatOf, underway } from './preconditions.ts';

/** Cancels a measure that was ordered in this round; its capital comes back. */
export const cancel = defineAction({
  type: 'cancel',
  roles: ['seat'],
  payload: z.strictObject({ lever: Name }),
  allowed: (sight, { lever }) => {
    const wrongPhase = underway(sight);
    if (wrongPhase !== null) return wrongPhase;
    return ownOf(sight).measures.some((measure) => measure.lever === lever)
      ? null
      : refuse('measure.notOrdered');
  },
  decide: (turn, { lever }) => {
    const seat = seatOf(turn);
    const { capital } = turn.book.scenario.rules.measures;
    turn.add({ kind: 'measureCancelled', seat, lever, bound: false });
    turn.add({ kind: 'capitalChanged', seat, change: capital, cause: 'measureCancelled' });
  },
});
