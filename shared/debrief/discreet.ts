import type { Event } from '../engine/events.ts';
import { type Entry, rechained } from '../engine/log.ts';
import { isSeat, type Seat } from '../seats.ts';

/**
 * How much of the people a copy of a log tells; who held which seat (ids of guests) never. `names`: as they were, or by
 * seat. `words`: whether what was said and noted is in it.
 */
export type Discretion = {
  readonly names: 'kept' | ((seat: Seat) => string);
  readonly words: 'kept' | 'dropped';
};

const discreetEvent = (event: Event, { names, words }: Discretion): Event => {
  switch (event.kind) {
    case 'seatHeld':
      return { ...event, holder: null };
    case 'occupantChanged':
      return names === 'kept' || event.occupant.kind !== 'person'
        ? event
        : { ...event, occupant: { ...event.occupant, name: names(event.seat) } };
    case 'messageSpoken':
      return words === 'kept' ? event : { ...event, text: '' };
    case 'announced':
      return words === 'kept' ? event : { ...event, text: '' };
    case 'offerTabled':
      return words === 'kept' ? event : { ...event, offer: { ...event.offer, note: '' } };
    case 'offerDeclined':
      return words === 'kept' ? event : { ...event, note: '' };
    default:
      return event;
  }
};

const discreetAction = (action: unknown, discretion: Discretion): unknown => {
  if (typeof action !== 'object' || action === null) return action;
  const kept = Object.entries(action).map(([key, value]) => {
    if (key === 'holder') return [key, null];
    if ((key === 'text' || key === 'note') && discretion.words === 'dropped') return [key, ''];
    return [key, value];
  });
  const copy = Object.fromEntries(kept);
  const { seat, occupant, type } = copy as { seat?: unknown; occupant?: { kind?: unknown }; type?: unknown };
  if (discretion.names === 'kept') return copy;
  const name = typeof seat === 'string' && isSeat(seat) ? discretion.names(seat) : '';
  if (type === 'branch') return { ...copy, name };
  if (occupant?.kind !== 'person') return copy;
  return { ...copy, occupant: { ...occupant, name } };
};

/**
 * A copy of a log that tells less of its people, with a chain of hashes of its own, so that it can be checked and played back
 * like any other. Nothing that the game's figures are made of is lost.
 */
export const discreetLog = (entries: readonly Entry[], discretion: Discretion): readonly Entry[] =>
  rechained(
    entries.map((entry) => ({
      ...entry,
      action: discreetAction(entry.action, discretion),
      events: entry.events.map((event) => discreetEvent(event, discretion)),
    })),
  );
