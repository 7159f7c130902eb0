import * as z from 'zod/mini';
import { refuse } from '../refusal.ts';
import { defineAction, Name, PlayerText, SeatName } from './defineAction.ts';

/**
 * From here on it is another game: one person in a seat, bots in the others, without a clock, the talks of the round open
 * again. A log that begins with entries of another log and goes on with this one is whole in itself, its chain included.
 * `of`: the code of the table that the entries come from; `holder`: the guest who may act for the seat.
 */
export const branch = defineAction({
  type: 'branch',
  roles: ['system'],
  payload: z.strictObject({
    of: Name,
    at: z.int().check(z.positive(), z.lte(1_000_000)),
    seat: SeatName,
    name: PlayerText,
    holder: Name,
    bot: Name,
  }),
  allowed: ({ book, view }, { seat }) => {
    if (!book.scenario.seats.includes(seat)) return refuse('seat.unknown');
    if (view.phase === 'waiting') return refuse('game.notStarted');
    return view.phase === 'ended' ? refuse('game.ended') : null;
  },
  decide: (turn, { of, at, seat, name, holder, bot }) => {
    const { spectatorDelay: _, ...setup } = turn.state.setup;
    turn.add({ kind: 'branched', setup: { ...setup, roundMs: null, reveal: 'end', branch: { of, at } } });
    for (const one of turn.book.scenario.seats) {
      const isOwn = one === seat;
      turn.add({
        kind: 'occupantChanged',
        seat: one,
        occupant: isOwn ? { kind: 'person', name, standIn: null } : { kind: 'bot', bot },
      });
      turn.add({ kind: 'seatHeld', seat: one, holder: isOwn ? holder : null });
    }
  },
});
