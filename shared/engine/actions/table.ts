import * as z from 'zod/mini';
import { SEATS, type Seat } from '../../seats.ts';
import { drawName } from '../chance.ts';
import { opensAgenda, type Proposal, tablingRefusal } from '../packages.ts';
import { project } from '../project.ts';
import type { Offer } from '../state.ts';
import type { Turn } from '../turn.ts';
import { Clauses, defineAction, Index, PlayerText, SeatName } from './defineAction.ts';
import { clearReady, negotiating, ownOf, seatOf } from './preconditions.ts';

const inOrder = (seats: readonly Seat[]): readonly Seat[] => SEATS.filter((seat) => seats.includes(seat));

const putOnAgenda = (turn: Turn, by: Seat, proposal: Proposal): boolean => {
  const opens = opensAgenda(turn.book, project(turn.state, by), proposal.clauses);
  if (!opens) return false;
  const { capital } = turn.book.scenario.rules.offAgenda;
  turn.add({ kind: 'capitalChanged', seat: by, change: -capital, cause: 'agenda' });
  for (const { lever } of proposal.clauses) {
    if (turn.book.leverOf(lever).offAgenda === true)
      turn.add({ kind: 'agendaOpened', lever, to: proposal.sealed ? proposal.parties : 'all' });
  }
  return true;
};

/** Lays a package on the table: tabling counts as the proposer's acceptance, and whoever is addressed has to answer. */
export const layOnTable = (turn: Turn, proposal: Proposal, parent: string | null): Offer => {
  const by = seatOf(turn);
  const { seed, round, tabled } = turn.state;
  const offer: Offer = {
    id: drawName(seed, `offer ${by} ${round} ${tabled[by]}`),
    by,
    parties: inOrder(proposal.parties),
    clauses: proposal.clauses,
    sealed: proposal.sealed,
    note: proposal.note,
    parent,
    round,
    accepted: [by],
    state: 'open',
    endedIn: 0,
    opensAgenda: putOnAgenda(turn, by, proposal),
  };
  turn.add({ kind: 'offerTabled', offer });
  turn.add({ kind: 'spendingSet', seat: by, offer: offer.id, spend: proposal.spend });
  clearReady(
    turn,
    offer.parties.filter((seat) => seat !== by),
  );
  return offer;
};

/** Tables a package to one or both others, open or sealed. */
export const table = defineAction({
  type: 'table',
  roles: ['seat'],
  payload: z.strictObject({
    to: z.array(SeatName).check(z.minLength(1), z.maxLength(2)),
    clauses: Clauses,
    sealed: z.boolean(),
    note: PlayerText,
    spend: Index,
  }),
  allowed: (sight, { to, ...rest }) => {
    const own = ownOf(sight);
    const proposal = { parties: [own.seat, ...to], ...rest };
    return negotiating(sight) ?? tablingRefusal(sight.book, sight.view, own, proposal);
  },
  decide: (turn, { to, ...rest }) => {
    layOnTable(turn, { parties: [seatOf(turn), ...to], ...rest }, null);
  },
});
