import * as z from 'zod/mini';
import { refuse } from '../refusal.ts';
import type { Turn } from '../turn.ts';
import { defineAction, type Sight } from './defineAction.ts';

const DAY_MS = 86_400_000;
const Milliseconds = z.strictObject({ ms: z.int().check(z.positive(), z.lte(DAY_MS)) });

const hasClock = ({ view }: Sight) => {
  if (view.phase === 'waiting') return refuse('game.notStarted');
  if (view.phase === 'ended') return refuse('game.ended');
  return view.clock.endsAt === null && view.clock.left === null ? refuse('extend.noLimit') : null;
};

const addTime = (turn: Turn, { ms }: { ms: number }): void => {
  const { endsAt } = turn.state.clock;
  turn.add({ kind: 'extended', endsAt: endsAt === null ? null : endsAt + ms, ms });
};

/** A facilitator gives a phase more time. */
export const extend = defineAction({
  type: 'extend',
  roles: ['facilitator'],
  payload: Milliseconds,
  allowed: hasClock,
  decide: addTime,
});

/** The host gives back the time that the server was away. */
export const give = defineAction({
  type: 'give',
  roles: ['system'],
  payload: Milliseconds,
  allowed: hasClock,
  decide: addTime,
});
