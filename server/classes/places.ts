import type { Seat } from '../../shared/seats.ts';
import type { TableHost } from '../rooms/tableHost.ts';
import { MOST_DELEGATES } from './deal.ts';
import { type ClassState, type Fact, type Member, membersAt } from './journal.ts';
import type { Place, Remainder } from './protocol.ts';

/** A table that is being played, with its number in the class. */
export type Playing = { readonly number: number; readonly host: TableHost };

const fewest = <T>(items: readonly T[], count: (item: T) => number): T | undefined =>
  items.toSorted((a, b) => count(a) - count(b))[0];

const seatsWith = (state: ClassState, playing: readonly Playing[], people: number): readonly Place[] =>
  playing.flatMap(({ number, host }) =>
    host.table.book.scenario.seats
      .filter((seat) => membersAt(state, number, seat).length === people)
      .map((seat) => ({ table: number, seat })),
  );

const peopleAt = ({ members }: ClassState, table: number): number =>
  members.filter(({ place }) => place?.table === table).length;

/**
 * The place of somebody who comes late: a bot's seat, at the table that lacks fewest people; else beside somebody, where
 * that is wanted; else as an observer of the table that has fewest.
 */
export const latePlace = (state: ClassState, playing: readonly Playing[], remainder: Remainder): Place => {
  const free = fewest(seatsWith(state, playing, 0), ({ table }) => -peopleAt(state, table));
  if (free !== undefined) return free;
  const shared =
    remainder === 'delegates'
      ? fewest(seatsWith(state, playing, MOST_DELEGATES - 1), ({ table }) => peopleAt(state, table))
      : undefined;
  if (shared !== undefined) return shared;
  const watched = fewest(playing, ({ number }) => peopleAt(state, number));
  return { table: watched?.number ?? 1, seat: null };
};

type Placed = Extract<Fact, { readonly kind: 'placed' }>;

const placed = ({ id }: Member, { table, seat }: Place): Placed => ({
  kind: 'placed',
  member: id,
  table,
  seat,
});

/** What it takes to bring a member to a place: whoever alone has that seat changes with them. Null: it can't be done. */
export const movesTo = (state: ClassState, member: Member, to: Place): readonly Placed[] | null => {
  const there = to.seat === null ? [] : membersAt(state, to.table, to.seat);
  if (there.some(({ id }) => id === member.id)) return [];
  if (there.length === 0) return [placed(member, to)];
  const back = member.place ?? { table: to.table, seat: null };
  return there.length > 1 ? null : [placed(member, to), ...there.map((other) => placed(other, back))];
};

/** What it takes to leave a seat to a bot: its people become observers. */
export const movesOut = (state: ClassState, table: number, seat: Seat): readonly Placed[] =>
  membersAt(state, table, seat).map((member) => placed(member, { table, seat: null }));
