import type { Seat } from '../../shared/seats.ts';
import type { ClassPhase, Place, Treatment } from './protocol.ts';

/** One table of a class, by its number from 1. */
export type ClassTable = {
  readonly number: number;
  readonly id: string;
  readonly code: string;
  readonly treatment: Treatment;
};

/** What happened in a class. The journal of these is the only source of its state. */
export type Fact =
  | {
      readonly kind: 'joined';
      readonly member: string;
      readonly guest: string;
      readonly name: string;
      /** The line of the roster, from 0; null: under a name of one's own. */
      readonly line: number | null;
      readonly isFacilitator?: boolean;
    }
  /** Somebody of the class has shown its secret: the facilitator plays along. */
  | { readonly kind: 'facilitates'; readonly member: string }
  /** Whether somebody's words may go along when the class is taken away as files. */
  | { readonly kind: 'agreed'; readonly member: string; readonly agrees: boolean }
  /** The same line of the roster, or the facilitator, on another device. */
  | {
      readonly kind: 'returned';
      readonly member: string;
      readonly guest: string;
      readonly isFacilitator?: boolean;
    }
  | {
      readonly kind: 'begun';
      readonly tables: readonly ClassTable[];
      readonly places: readonly (Place & { readonly member: string })[];
    }
  | { readonly kind: 'placed'; readonly member: string; readonly table: number; readonly seat: Seat | null }
  | { readonly kind: 'removed'; readonly member: string }
  /** What the facilitator did, upon which tables, and at how many it was refused. */
  | {
      readonly kind: 'acted';
      readonly act: string;
      readonly tables: readonly number[];
      readonly refused: number;
      readonly text: string;
    }
  | { readonly kind: 'closed' };

/** Somebody in a class. */
export type Member = {
  readonly id: string;
  readonly guest: string;
  readonly name: string;
  readonly line: number | null;
  readonly place: Place | null;
  readonly isRemoved: boolean;
  /** Came with the class's secret: who holds the class plays along. */
  readonly isFacilitator: boolean;
  /** Their words may go along when the class is taken away as files. */
  readonly agrees: boolean;
  /** The guests who held this place before it moved along to another device, oldest first. */
  readonly earlier: readonly string[];
};

/** A class as its journal tells it. */
export type ClassState = {
  readonly phase: ClassPhase;
  readonly members: readonly Member[];
  readonly tables: readonly ClassTable[];
};

/** A class in which nothing has happened. */
export const EMPTY_CLASS: ClassState = { phase: 'gathering', members: [], tables: [] };

const withMember = (state: ClassState, id: string, change: Partial<Member>): ClassState => ({
  ...state,
  members: state.members.map((member) => (member.id === id ? { ...member, ...change } : member)),
});

/** The state after a fact. */
export const evolveClass = (state: ClassState, fact: Fact): ClassState => {
  switch (fact.kind) {
    case 'joined': {
      const { member: id, guest, name, line, isFacilitator = false } = fact;
      const seated = { place: null, isRemoved: false, agrees: false, earlier: [] };
      const member: Member = { id, guest, name, line, isFacilitator, ...seated };
      return { ...state, members: [...state.members, member] };
    }
    case 'agreed':
      return withMember(state, fact.member, { agrees: fact.agrees });
    case 'facilitates':
      return withMember(state, fact.member, { isFacilitator: true });
    case 'returned': {
      const { guest, isFacilitator = false } = fact;
      const known = state.members.find(({ id }) => id === fact.member);
      const held = known === undefined ? [] : [...known.earlier, known.guest];
      const earlier = held.filter((one) => one !== guest);
      return withMember(state, fact.member, { guest, isFacilitator, isRemoved: false, earlier });
    }
    case 'begun': {
      const places = new Map(fact.places.map(({ member, table, seat }) => [member, { table, seat }]));
      const members = state.members.map((member) => ({ ...member, place: places.get(member.id) ?? null }));
      return { phase: 'running', tables: fact.tables, members };
    }
    case 'placed':
      return withMember(state, fact.member, { place: { table: fact.table, seat: fact.seat } });
    case 'removed':
      return withMember(state, fact.member, { isRemoved: true, place: null });
    case 'closed':
      return { ...state, phase: 'closed' };
    case 'acted':
      return state;
  }
};

/** Who is in a class, in the order in which they came. */
export const present = ({ members }: ClassState): readonly Member[] =>
  members.filter((member) => !member.isRemoved);

/** The guests whose words may go along. */
export const agreedIn = (state: ClassState): readonly string[] =>
  present(state)
    .filter(({ agrees }) => agrees)
    .map(({ guest }) => guest);

/** Who shares a seat. */
export const membersAt = (state: ClassState, table: number, seat: Seat): readonly Member[] =>
  present(state).filter(({ place }) => place?.table === table && place.seat === seat);
