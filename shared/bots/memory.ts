import type { Event } from '../engine/events.ts';
import { evolve, initialState } from '../engine/evolve.ts';
import type { Offer, State } from '../engine/state.ts';
import { withClauses } from '../engine/treaties.ts';
import type { Book } from '../scenarios/book.ts';
import { type BySeat, bySeat, isSeat, type Seat } from '../seats.ts';
import type { BotSight } from './bot.ts';
import { appealOf, type Deed, learn, type Mind, openMind } from './mind.ts';
import { maskOf, situationOf } from './situation.ts';

/**
 * What a seat remembers, folded from the events that it has seen and from nothing else, so that a bot knows the same
 * after a restart. `seen`: the table as far as those events tell; `minds`: what is believed of each seat;
 * `sent`, `won`: one's own offers that were put to the vote of others, and those that became treaties.
 */
export type Memory = {
  readonly seen: State;
  readonly minds: BySeat<Mind>;
  readonly sent: number;
  readonly won: number;
};

const blank = (book: Book): Memory => ({
  seen: initialState(book),
  minds: bySeat((seat) => openMind(book, seat)),
  sent: 0,
  won: 0,
});

const sceneOf = (seen: State, reader: Seat) => ({
  levels: seen.levels,
  treaties: seen.treaties,
  pledges: seen.pledges,
  credibility: seen.credibility,
  agenda: Object.keys(seen.agenda).filter((lever) => {
    const known = seen.agenda[lever] ?? [];
    return known === 'all' || known.includes(reader);
  }),
});

/** What a deed with an offer tells of a seat. */
const judge = (book: Book, memory: Memory, reader: Seat, who: Seat, deed: Deed, offer: Offer): Memory => {
  if (who === reader || !book.scenario.seats.includes(who)) return memory;
  const { seen, minds } = memory;
  const situation = situationOf(book, sceneOf(seen, reader), reader);
  const scene = { situation, group: maskOf(offer.parties), credibility: seen.credibility };
  const appeal = appealOf(book, scene, who, withClauses(book, situation.outlook, offer.clauses));
  const { rounds } = book.scenario.rules;
  const time = (seen.round - 1) / Math.max(1, rounds - 1);
  const last = seen.round >= rounds;
  return { ...memory, minds: { ...minds, [who]: learn(minds[who], deed, appeal, time, last) } };
};

/** At a round's end, silence is an answer too. */
const judgeSilence = (book: Book, memory: Memory, reader: Seat): Memory =>
  memory.seen.offers
    .filter((offer) => offer.state === 'open')
    .flatMap((offer) =>
      offer.parties.filter((party) => !offer.accepted.includes(party)).map((party) => ({ offer, party })),
    )
    .reduce((later, { offer, party }) => judge(book, later, reader, party, 'left', offer), memory);

const offerIn = ({ seen }: Memory, id: string): Offer | undefined =>
  seen.offers.find((offer) => offer.id === id);

const learnFrom = (book: Book, memory: Memory, reader: Seat, event: Event): Memory => {
  if (event.kind === 'offerTabled')
    return judge(book, memory, reader, event.offer.by, 'offered', event.offer);
  if (event.kind === 'roundBegan' && event.round > 1) return judgeSilence(book, memory, reader);
  const deed: Deed | null =
    event.kind === 'offerAccepted'
      ? 'taken'
      : event.kind === 'offerDeclined' || event.kind === 'offerCountered'
        ? 'refused'
        : null;
  if (deed === null || !('offer' in event) || typeof event.offer !== 'string' || !('by' in event))
    return memory;
  const offer = offerIn(memory, event.offer);
  return offer === undefined || !isSeat(event.by)
    ? memory
    : judge(book, memory, reader, event.by, deed, offer);
};

const countOwn = (memory: Memory, reader: Seat, event: Event): Memory => {
  const id =
    event.kind === 'treatySigned'
      ? event.treaty.offer
      : event.kind === 'offerDeclined' || event.kind === 'offerCountered' || event.kind === 'offerExpired'
        ? event.offer
        : null;
  if (id === null || offerIn(memory, id)?.by !== reader) return memory;
  return { ...memory, sent: memory.sent + 1, won: memory.won + (event.kind === 'treatySigned' ? 1 : 0) };
};

const remember = (book: Book, memory: Memory, reader: Seat, event: Event): Memory => {
  const wiser = countOwn(learnFrom(book, memory, reader, event), reader, event);
  return { ...wiser, seen: evolve(book, wiser.seen, event) };
};

// By the last event that went into it: the events before it are always the same for the same seat.
const memories = new WeakMap<Event, Map<Seat, Memory>>();

/** What a bot's seat remembers now. Costs only what is new since it was last asked. */
export const memoryOf = ({ book, events, own }: BotSight): Memory => {
  let from = events.length;
  while (from > 0 && memories.get(events[from - 1])?.has(own.seat) !== true) from--;
  let memory = (from === 0 ? undefined : memories.get(events[from - 1])?.get(own.seat)) ?? blank(book);
  for (let i = from; i < events.length; i++) memory = remember(book, memory, own.seat, events[i]);
  const last = events.at(-1);
  if (last !== undefined) {
    const known = memories.get(last) ?? new Map<Seat, Memory>();
    memories.set(last, known.set(own.seat, memory));
  }
  return memory;
};
