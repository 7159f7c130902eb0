import * as z from 'zod/mini';
import { refuse } from '../refusal.ts';
import { defineAction, Name } from './defineAction.ts';
import { isRefusal, negotiating, ownOf, seatOf, standingTreaty } from './preconditions.ts';

/** Denounces a treaty: it falls one full round later, at a price in capital, credibility and result. */
export const denounce = defineAction({
  type: 'denounce',
  roles: ['seat'],
  payload: z.strictObject({ treaty: Name }),
  allowed: (sight, { treaty: id }) => {
    const wrongPhase = negotiating(sight);
    if (wrongPhase !== null) return wrongPhase;
    const { denunciation, rounds } = sight.book.scenario.rules;
    if (denunciation === null) return refuse('denounce.none');
    const own = ownOf(sight);
    const treaty = standingTreaty(sight, id);
    if (isRefusal(treaty)) return treaty;
    if (!treaty.parties.includes(own.seat)) return refuse('treaty.notYours');
    if (treaty.denouncedBy !== null) return refuse('treaty.denounced');
    if (sight.view.round >= rounds) return refuse('denounce.lastRound');
    const capital = denunciation.capital + denunciation.capitalPerClause * treaty.clauses.length;
    return own.capital < capital ? refuse('denounce.cost', { capital }) : null;
  },
  decide: (turn, { treaty: id }) => {
    const seat = seatOf(turn);
    const { denunciation } = turn.book.scenario.rules;
    const treaty = turn.state.treaties.find((candidate) => candidate.id === id);
    if (treaty === undefined || denunciation === null) return;
    const clauses = treaty.clauses.length;
    turn.add({ kind: 'treatyDenounced', treaty: id, by: seat, fallsIn: turn.state.round + 1 });
    if (treaty.sealed) turn.add({ kind: 'sealedTreatyRevealed', by: seat, parties: treaty.parties });
    const capital = denunciation.capital + denunciation.capitalPerClause * clauses;
    turn.add({ kind: 'capitalChanged', seat, change: -capital, cause: 'denunciation' });
    const { credibility, resultPerClause } = denunciation;
    turn.add({ kind: 'credibilityChanged', seat, change: -credibility, cause: 'denunciation' });
    turn.add({ kind: 'penaltyBooked', seat, amount: resultPerClause * clauses });
  },
});
