import * as z from 'zod/mini';
import { refuse } from '../refusal.ts';
import type { Audience, State } from '../state.ts';
import { defineAction, Name, SeatName } from './defineAction.ts';

const audienceOf = (state: State, about: string | null): Audience => {
  const offer = state.offers.find((candidate) => candidate.id === about);
  return offer?.sealed === true ? offer.parties : 'all';
};

/**
 * Puts a bot's reason for its last move on record. `about`: the offer that the move concerned; `secret`: the move
 * itself is known to its seat alone. Who may see the move may see the reason, where the table allows reasons.
 */
export const explain = defineAction({
  type: 'explain',
  roles: ['system'],
  payload: z.strictObject({
    seat: SeatName,
    key: Name,
    params: z.record(z.string(), z.union([z.string(), z.number()])),
    about: z.nullable(Name),
    secret: z.boolean(),
  }),
  allowed: ({ view }) => (view.phase === 'waiting' ? refuse('game.notStarted') : null),
  decide: (turn, { seat, key, params, about, secret }) => {
    const shown = turn.state.setup.explain && !secret;
    const to = shown ? audienceOf(turn.state, about) : [];
    turn.add({ kind: 'moveExplained', seat, reason: { key, params }, to });
  },
});
