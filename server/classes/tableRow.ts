import { resultsNow } from '../../shared/engine/rounds.ts';
import type { Occupant } from '../../shared/engine/state.ts';
import type { Presence } from '../../shared/protocol.ts';
import { isSeat, type Seat } from '../../shared/seats.ts';
import type { Table } from '../../shared/table/table.ts';
import type { TableHost } from '../rooms/tableHost.ts';
import { holdUpOf } from './holdUp.ts';
import { type ClassState, type ClassTable, type Member, membersAt, present } from './journal.ts';
import type { Light, Named, SeatCell, TableRow, Treatment } from './protocol.ts';

const named = ({ id, name }: Member): Named => ({ id, name });

/** The observers of a table. */
export const observersOf = (state: ClassState, number: number): readonly Named[] =>
  present(state)
    .filter(({ place }) => place?.table === number && place.seat === null)
    .map(named);

const lightOf = (occupant: Occupant, presence: Presence | null): Light =>
  presence ?? (occupant.kind === 'vacant' ? 'free' : 'bot');

const botIn = (occupant: Occupant): string | null => {
  if (occupant.kind === 'bot') return occupant.bot;
  return occupant.kind === 'person' ? occupant.standIn : null;
};

/** The seats of a table that plays. `scores`: worked out by whoever keeps them, for it takes a while. */
const cellsOf = (
  { table, presenceOf }: TableHost,
  state: ClassState,
  number: number,
  scores: Scores,
  sight: Sight,
): readonly SeatCell[] => {
  const { occupants, ready, mandates } = table.state;
  return table.book.scenario.seats.map((seat) => ({
    seat,
    light: lightOf(occupants[seat], presenceOf(seat)),
    bot: botIn(occupants[seat]),
    members: membersAt(state, number, seat).map(named),
    // Others' readiness is private at one's own table.
    isReady: (!isSeat(sight) || seat === sight) && ready[seat],
    mandate: sight !== 'all' || mandates[seat] === '' ? null : mandates[seat],
    score: isSeat(sight) ? null : (scores?.[seat].score ?? null),
  }));
};

type Scores = ReturnType<typeof resultsNow>;

/** Keeps the scores of tables until something happens there. */
export const scoreKeeper = (): ((table: Table, id: string) => Scores) => {
  const kept = new Map<string, { readonly entries: number; readonly scores: Scores }>();
  return (table, id) => {
    const known = kept.get(id);
    if (known?.entries === table.entries.length) return known.scores;
    const scores = resultsNow(table.book, table.state);
    kept.set(id, { entries: table.entries.length, scores });
    return scores;
  };
};

/**
 * How much of a table a facilitator may see who plays along: everything; all but the mandates, where those of their own
 * table are the same; or what their own seat sees.
 */
export type Sight = 'all' | 'noMandates' | Seat;

/** The row of a table that plays or has ended. */
export const tableRow = (
  host: TableHost,
  { number, id, code, treatment }: ClassTable,
  state: ClassState,
  scores: Scores,
  sight: Sight,
): TableRow => {
  const { table } = host;
  const { phase, pause, round, clock, news, mandatesOpen } = table.state;
  const { offers, treaties } = isSeat(sight) ? table.viewOf(sight) : table.state;
  return {
    number,
    id,
    code,
    isOwn: isSeat(sight),
    treatment,
    phase,
    isPaused: pause !== null,
    isOpened: mandatesOpen,
    round,
    rounds: table.book.scenario.rules.rounds,
    endsAt: clock.endsAt,
    left: clock.left,
    holdUp: isSeat(sight) ? null : holdUpOf(table),
    openOffers: offers.filter((offer) => offer.state === 'open').length,
    offers: offers.length,
    treaties: treaties.filter((treaty) => !treaty.fallen && treaty.clauses.length > 0).length,
    news,
    seats: cellsOf(host, state, number, scores, sight),
    observers: observersOf(state, number),
  };
};

/** The row of a table that is still to come. */
export const plannedRow = (
  number: number,
  treatment: Treatment,
  seats: readonly Seat[],
  state: ClassState,
  isHere: (member: Member) => boolean,
): TableRow => ({
  number,
  id: null,
  code: null,
  isOwn: false,
  treatment,
  phase: 'planned',
  isPaused: false,
  isOpened: false,
  round: 0,
  rounds: 0,
  endsAt: null,
  left: null,
  holdUp: null,
  openOffers: 0,
  offers: 0,
  treaties: 0,
  news: [],
  seats: seats.map((seat) => {
    const members = membersAt(state, number, seat);
    return {
      seat,
      light: members.length === 0 ? 'free' : members.some(isHere) ? 'connected' : 'gone',
      bot: null,
      members: members.map(named),
      isReady: false,
      mandate: null,
      score: null,
    };
  }),
  observers: observersOf(state, number),
});

/** The row of a table that can't be opened, for good or now: nobody shall miss it. */
export const shutRow = (
  { number, id, code, treatment }: ClassTable,
  seats: readonly Seat[],
  state: ClassState,
  phase: 'broken' | 'unreachable',
): TableRow => ({ ...plannedRow(number, treatment, seats, state, () => false), id, code, phase });
