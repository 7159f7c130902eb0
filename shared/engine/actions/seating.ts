import * as z from 'zod/mini';
import { refuse } from '../refusal.ts';
import type { Occupant } from '../state.ts';
import { defineAction, Name, PlayerText, SeatName } from './defineAction.ts';

const OccupantFormat: z.ZodMiniType<Occupant> = z.union([
  z.strictObject({ kind: z.literal('vacant') }),
  z.strictObject({ kind: z.literal('bot'), bot: Name }),
  z.strictObject({ kind: z.literal('person'), name: PlayerText, standIn: z.nullable(Name) }),
]);

/** Puts a person, a bot or nobody in a seat. `holder`: the guest who may act for it. */
export const occupy = defineAction({
  type: 'occupy',
  roles: ['system', 'facilitator'],
  payload: z.strictObject({ seat: SeatName, occupant: OccupantFormat, holder: z.nullable(Name) }),
  allowed: ({ book, view }, { seat }) => {
    if (!book.scenario.seats.includes(seat)) return refuse('seat.unknown');
    return view.phase === 'ended' ? refuse('game.ended') : null;
  },
  decide: (turn, { seat, occupant, holder }) => {
    turn.add({ kind: 'occupantChanged', seat, occupant });
    if (turn.state.holders[seat] !== holder) turn.add({ kind: 'seatHeld', seat, holder });
  },
});

/** Sets the bot that answers for an absent person, or null when the person is back. */
export const standIn = defineAction({
  type: 'standIn',
  roles: ['system'],
  payload: z.strictObject({ seat: SeatName, bot: z.nullable(Name) }),
  allowed: ({ view }, { seat, bot }) => {
    const occupant = view.occupants[seat];
    if (view.phase === 'ended') return refuse('game.ended');
    if (occupant.kind !== 'person') return refuse('seat.vacant');
    return occupant.standIn === bot ? refuse('seat.notAbsent') : null;
  },
  decide: (turn, { seat, bot }) => {
    const occupant = turn.state.occupants[seat];
    if (occupant.kind === 'person')
      turn.add({ kind: 'occupantChanged', seat, occupant: { ...occupant, standIn: bot } });
  },
});
