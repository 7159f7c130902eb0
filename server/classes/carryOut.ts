import type { Seat } from '../../shared/seats.ts';
import { isProblem, type Problem, problem } from '../http/errorCodes.ts';
import type { ClassAct } from './acts.ts';
import { beginClass } from './begin.ts';
import type { ClassDesk } from './desk.ts';
import type { Fact, Member } from './journal.ts';
import { movesOut, movesTo } from './places.ts';
import type { ActOutcome, Place } from './protocol.ts';
import { actUpon } from './tableActs.ts';

type Placed = Extract<Fact, { readonly kind: 'placed' }>;
const placeKey = ({ table, seat }: Place): string => `${table} ${seat}`;

/** Notes moves, then brings every seat that they touch in line. */
const carryMoves = async (
  { journal, keeper }: ClassDesk,
  moves: readonly (Placed | Extract<Fact, { readonly kind: 'removed' }>)[],
): Promise<ActOutcome> => {
  const { state, note } = journal;
  const touched = new Map<string, Place>();
  const touch = (place: Place | null | undefined): void => {
    if (place?.seat) touched.set(placeKey(place), place);
  };
  for (const move of moves) {
    touch(state().members.find(({ id }) => id === move.member)?.place);
    if (move.kind === 'placed') touch(move);
    await note(move);
  }
  for (const { table, seat } of touched.values())
    await keeper.keep('facilitator', state(), table, seat as Seat);
  return { done: [...new Set([...touched.values()].map(({ table }) => table))], refused: [] };
};

const memberOf = ({ journal }: ClassDesk, id: string): Member | Problem =>
  journal.state().members.find((member) => member.id === id) ?? problem('class.memberUnknown');

/** Whether there is such a seat, at a table that has not ended. */
const seatFault = async ({ journal, keeper }: ClassDesk, { table, seat }: Place): Promise<Problem | null> => {
  const known = journal.state().tables.find(({ number }) => number === table);
  if (known === undefined) return problem('class.tableUnknown', { table });
  const host = await keeper.hostOf(known);
  if (isProblem(host)) return host;
  if (host.table.state.phase === 'ended') return problem('table.ended');
  const hasSeat = seat === null || host.table.book.scenario.seats.includes(seat);
  return hasSeat ? null : problem('seat.unknown', { seat });
};

const place = async (
  desk: ClassDesk,
  { member: id, table, seat }: Extract<ClassAct, { readonly type: 'place' }>,
): Promise<ActOutcome | Problem> => {
  const member = memberOf(desk, id);
  if (isProblem(member)) return member;
  const to = { table, seat };
  const fault = await seatFault(desk, to);
  if (fault !== null) return fault;
  const moves = movesTo(desk.journal.state(), member, to);
  return moves === null ? problem('class.seatTaken') : carryMoves(desk, moves);
};

const leaveToBot = async (
  desk: ClassDesk,
  { table, seat }: Extract<ClassAct, { readonly type: 'bot' }>,
): Promise<ActOutcome | Problem> =>
  (await seatFault(desk, { table, seat })) ?? carryMoves(desk, movesOut(desk.journal.state(), table, seat));

const remove = async (desk: ClassDesk, id: string): Promise<ActOutcome | Problem> => {
  const member = memberOf(desk, id);
  return isProblem(member) ? member : carryMoves(desk, [{ kind: 'removed', member: id }]);
};

const close = async ({ journal, keeper }: ClassDesk): Promise<ActOutcome> => {
  const { state, note } = journal;
  const stop = { type: 'pause', tables: 'all', text: '' } as const;
  const outcome = await actUpon(stop, state().tables, keeper);
  await note({ kind: 'closed' });
  return outcome;
};

const perform = async (desk: ClassDesk, act: ClassAct): Promise<ActOutcome | Problem> => {
  switch (act.type) {
    case 'begin':
      return beginClass(desk);
    case 'place':
      return place(desk, act);
    case 'bot':
      return leaveToBot(desk, act);
    case 'remove':
      return remove(desk, act.member);
    case 'close':
      return close(desk);
    default:
      return actUpon(act, desk.journal.state().tables, desk.keeper);
  }
};

/** What may be done when: a class that is closed can still open its mandates; tables exist from the beginning on. */
const phaseFault = ({ journal }: ClassDesk, { type }: ClassAct): Problem | null => {
  const { phase } = journal.state();
  if (phase === 'closed' && type !== 'openMandates') return problem('class.closed');
  const isEarly = phase === 'gathering' && type !== 'begin' && type !== 'remove' && type !== 'close';
  return isEarly ? problem('class.notBegun') : null;
};

const textOf = (act: ClassAct): string => {
  if (act.type === 'inject') return act.card;
  return 'text' in act ? act.text : '';
};

/** Carries out an act of the facilitator and puts it on the class's record. */
export const carryOut = async (desk: ClassDesk, act: ClassAct): Promise<ActOutcome | Problem> => {
  const fault = phaseFault(desk, act);
  if (fault !== null) return fault;
  const outcome = await perform(desk, act);
  if (isProblem(outcome)) return outcome;
  const { done, refused } = outcome;
  await desk.journal.note({
    kind: 'acted',
    act: act.type,
    tables: done,
    refused: refused.length,
    text: textOf(act),
  });
  return outcome;
};
