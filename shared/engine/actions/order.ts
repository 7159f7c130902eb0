import * as z from 'zod/mini';
import { refuse } from '../refusal.ts';
import { bindingOf } from '../treaties.ts';
import { defineAction, Index, Name } from './defineAction.ts';
import { ownOf, seatOf, underway } from './preconditions.ts';

/** Orders a measure in secret: an unbound lever of one's own moves when the round is resolved. */
export const order = defineAction({
  type: 'order',
  roles: ['seat'],
  payload: z.strictObject({ lever: Name, level: Index }),
  allowed: (sight, { lever: id, level }) => {
    const { book, view } = sight;
    const { perRound, capital } = book.scenario.rules.measures;
    const wrongPhase = underway(sight);
    if (wrongPhase !== null) return wrongPhase;
    const own = ownOf(sight);
    if (perRound === 0) return refuse('measure.none');
    if (!book.hasLever(id)) return refuse('measure.unknownLever', { lever: id });
    const lever = book.leverOf(id);
    if (!lever.owners.includes(own.seat)) return refuse('measure.notYours', { lever: id });
    if (lever.owners.length > 1) return refuse('measure.mutual', { lever: id });
    if (lever.levels[level] === undefined) return refuse('measure.unknownLevel', { lever: id });
    if (view.levels[book.leverIndex[id] as number] === level) return refuse('measure.same');
    if (bindingOf(view.treaties, id) !== null) return refuse('measure.bound', { lever: id });
    if (own.measures.some((measure) => measure.lever === id)) return refuse('measure.twice');
    if (own.measures.length >= perRound) return refuse('measure.tooMany', { max: perRound });
    return own.capital < capital ? refuse('measure.cost', { capital }) : null;
  },
  decide: (turn, { lever, level }) => {
    const seat = seatOf(turn);
    const { capital } = turn.book.scenario.rules.measures;
    turn.add({ kind: 'measureOrdered', seat, lever, level });
    turn.add({ kind: 'capitalChanged', seat, change: -capital, cause: 'measure' });
  },
});
