import type { Event } from '../engine/events.ts';
import { type Entry, rechained } from '../engine/log.ts';
import type { Occupant } from '../engine/state.ts';
import type { Seat } from '../seats.ts';

const BETWEEN_NAMES = ' · ';

/** The names of whoever holds a seat, with another in the place of one guest's. `holder`: their ids, in the same order. */
const renamed = (names: string, holder: string | null, guest: string, name: string): string => {
  const guests = holder?.split(' ') ?? [];
  if (!guests.includes(guest)) return names;
  const each = guests.length === 1 ? [names] : names.split(BETWEEN_NAMES);
  // A name that itself looks like two can't be told apart: then nobody's stays.
  if (each.length !== guests.length) return name;
  return each.map((one, at) => (guests[at] === guest ? name : one)).join(BETWEEN_NAMES);
};

type Seating = { readonly occupant: Occupant; readonly holder: string | null };

const isSeating = (action: unknown): action is Seating =>
  typeof action === 'object' && action !== null && 'occupant' in action && 'holder' in action;

type Branching = { readonly type: 'branch'; readonly holder: string };

const isBranching = (action: unknown): action is Branching =>
  typeof action === 'object' && action !== null && 'type' in action && action.type === 'branch';

/** A log in which one guest's name is replaced wherever the guest sat, in a chain of its own. What the guest wrote stays. */
export const withoutName = (entries: readonly Entry[], guest: string, name: string): readonly Entry[] => {
  const holders = new Map<Seat, string | null>();
  const nameless = <O extends Occupant>(occupant: O, holder: string | null): O =>
    occupant.kind === 'person'
      ? { ...occupant, name: renamed(occupant.name, holder, guest, name) }
      : occupant;
  const inEvent = (event: Event): Event =>
    event.kind === 'occupantChanged'
      ? { ...event, occupant: nameless(event.occupant, holders.get(event.seat) ?? null) }
      : event;
  return rechained(
    entries.map((entry) => {
      const { action, events } = entry;
      for (const event of events) if (event.kind === 'seatHeld') holders.set(event.seat, event.holder);
      const told = isSeating(action)
        ? { ...action, occupant: nameless(action.occupant, action.holder) }
        : isBranching(action) && action.holder === guest
          ? { ...action, name }
          : action;
      return { ...entry, action: told, events: events.map(inEvent) };
    }),
  );
};
