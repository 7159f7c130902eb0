import type { Event } from '../engine/events.ts';
import { type Entry, rechained } from '../engine/log.ts';
import { type Actor, type BySeat, bySeat, isSeat, type Seat } from '../seats.ts';

/** Stands where words were that their author did not give away. */
export const WITHHELD = '[withheld]';

/** Whoever spoke in an entry: as what, and the guests who held that seat then. */
export type Author = { readonly actor: Actor; readonly guests: readonly string[] };

/**
 * How much of the people a copy of a log tells; who held which seat (ids of guests) never. `names`: as they were, or by
 * seat. `words`: whether what was said and noted is in it; or whose words are. Others' are marked as withheld.
 */
export type Discretion = {
  readonly names: 'kept' | ((seat: Seat) => string);
  readonly words: 'kept' | 'withheld' | ((author: Author) => boolean);
};

/** What becomes of one entry. */
type Veil = Pick<Discretion, 'names'> & { readonly isMute: boolean };

const veiled = (words: string): string => (words === '' ? '' : WITHHELD);

const discreetEvent = (event: Event, { names, isMute }: Veil): Event => {
  switch (event.kind) {
    case 'seatHeld':
      return { ...event, holder: null };
    case 'occupantChanged':
      return names === 'kept' || event.occupant.kind !== 'person'
        ? event
        : { ...event, occupant: { ...event.occupant, name: names(event.seat) } };
    case 'messageSpoken':
      return isMute ? { ...event, text: veiled(event.text) } : event;
    case 'announced':
      return isMute ? { ...event, text: veiled(event.text) } : event;
    case 'offerTabled':
      return isMute ? { ...event, offer: { ...event.offer, note: veiled(event.offer.note) } } : event;
    case 'offerDeclined':
      return isMute ? { ...event, note: veiled(event.note) } : event;
    default:
      return event;
  }
};

const discreetAction = (action: unknown, { names, isMute }: Veil): unknown => {
  if (typeof action !== 'object' || action === null) return action;
  const kept = Object.entries(action).map(([key, value]) => {
    if (key === 'holder') return [key, null];
    if ((key === 'text' || key === 'note') && isMute && typeof value === 'string')
      return [key, veiled(value)];
    return [key, value];
  });
  const copy = Object.fromEntries(kept);
  const { seat, occupant, type } = copy as { seat?: unknown; occupant?: { kind?: unknown }; type?: unknown };
  if (names === 'kept') return copy;
  const name = typeof seat === 'string' && isSeat(seat) ? names(seat) : '';
  if (type === 'branch') return { ...copy, name };
  if (occupant?.kind !== 'person') return copy;
  return { ...copy, occupant: { ...occupant, name } };
};

/** The guests who hold each seat, after each entry. */
const holdersAfter = (entries: readonly Entry[]): readonly BySeat<readonly string[]>[] => {
  let holders = bySeat((): readonly string[] => []);
  return entries.map(({ events }) => {
    for (const event of events)
      if (event.kind === 'seatHeld')
        holders = { ...holders, [event.seat]: event.holder === null ? [] : event.holder.split(' ') };
    return holders;
  });
};

const isMuteFor = (words: Discretion['words'], author: Author): boolean =>
  typeof words === 'function' ? !words(author) : words === 'withheld';

/**
 * A copy of a log that tells less of its people, with a chain of hashes of its own, so that it can be checked and played back
 * like any other. Nothing that the game's figures are made of is lost.
 */
export const discreetLog = (entries: readonly Entry[], { names, words }: Discretion): readonly Entry[] => {
  const holders = holdersAfter(entries);
  return rechained(
    entries.map((entry, i) => {
      const { actor, action, events } = entry;
      const guests = isSeat(actor) ? (holders[i]?.[actor] ?? []) : [];
      const veil: Veil = { names, isMute: isMuteFor(words, { actor, guests }) };
      return {
        ...entry,
        action: discreetAction(action, veil),
        events: events.map((event) => discreetEvent(event, veil)),
      };
    }),
  );
};
