import * as z from 'zod/mini';
import { othersOf } from '../../seats.ts';
import { drawName } from '../chance.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Pledge } from '../state.ts';
import { defineAction, Index, Name, PlayerText, SeatName, type Sight } from './defineAction.ts';
import { clearReady, negotiating, ownOf, seatOf } from './preconditions.ts';

const PledgeFormat = z.strictObject({
  lever: Name,
  bound: z.enum(['atLeast', 'atMost']),
  level: Index,
  by: Index,
});

const pledgeRefusal = ({ book, view, own }: Sight, pledge: Pledge): Refusal | null => {
  if (!book.hasLever(pledge.lever)) return refuse('offer.unknownLever', { lever: pledge.lever });
  const lever = book.leverOf(pledge.lever);
  if (own === null || !lever.owners.includes(own.seat)) return refuse('pledge.notYourLever');
  if (lever.levels[pledge.level] === undefined) return refuse('pledge.unknownLevel');
  const inTime = pledge.by >= view.round && pledge.by <= book.scenario.rules.rounds + 1;
  return inTime ? null : refuse('pledge.round');
};

/** Speaks to all or to one seat, with or without a pledge about an own lever. */
export const speak = defineAction({
  type: 'speak',
  roles: ['seat'],
  payload: z.strictObject({
    to: z.union([SeatName, z.literal('all')]),
    text: PlayerText,
    pledge: z.nullable(PledgeFormat),
  }),
  allowed: (sight, { to, text, pledge }) => {
    const own = ownOf(sight);
    const { messages, messageLength } = sight.book.scenario.rules;
    const wrongPhase = negotiating(sight);
    if (wrongPhase !== null) return wrongPhase;
    if (sight.view.setup.press === 'none') return refuse('press.none');
    if (sight.view.setup.press === 'public-only' && to !== 'all') return refuse('press.publicOnly');
    if (to === own.seat) return refuse('message.toSelf');
    if (to !== 'all' && !sight.book.scenario.seats.includes(to)) return refuse('seat.unknown');
    if (text === '' && pledge === null) return refuse('message.empty');
    if (text.length > messageLength) return refuse('message.tooLong', { max: messageLength });
    if (own.spoken >= messages) return refuse('message.tooMany', { max: messages });
    return pledge === null ? null : pledgeRefusal(sight, pledge);
  },
  decide: (turn, { to, text, pledge }) => {
    const by = seatOf(turn);
    const { seed, round, spoken } = turn.state;
    const id = drawName(seed, `message ${by} ${round} ${spoken[by]}`);
    turn.add({ kind: 'messageSpoken', id, by, to, text, pledge });
    if (pledge !== null) clearReady(turn, to === 'all' ? othersOf(by) : [to]);
  },
});
