import { shuffle } from '../../shared/engine/chance.ts';
import type { Seat } from '../../shared/seats.ts';
import type { Place, Remainder, Seating } from './protocol.ts';

/** How a class is to be seated. `tables`: how many there shall be; null: as many as the people need. */
export type DealRules = {
  readonly seats: readonly Seat[];
  readonly tables: number | null;
  readonly remainder: Remainder;
  readonly seating: Seating;
  readonly seed: string;
};

/** The most who share one seat. */
export const MOST_DELEGATES = 2;

/** How many tables so many people play at; never none. */
export const tablesFor = (people: number, { tables, seats, remainder }: DealRules): number => {
  if (tables !== null) return tables;
  const exact = people / seats.length;
  return Math.max(1, remainder === 'bots' ? Math.ceil(exact) : Math.floor(exact));
};

/** A total in parts that differ by one at most, the larger ones first. */
const evenly = (total: number, parts: number): readonly number[] =>
  Array.from({ length: parts }, (_, i) => Math.floor(total / parts) + (i < total % parts ? 1 : 0));

/** The seats of a table with so many people, as many as there are; with fewer people another capital is left to a bot each time. */
const seatsOf = ({ seats }: DealRules, table: number, people: number): readonly Seat[] => {
  const free = Math.max(0, seats.length - people);
  const left = Array.from({ length: free }, (_, i) => seats[(table + i) % seats.length]);
  return seats.filter((seat) => !left.includes(seat));
};

const placesAt = (rules: DealRules, table: number, players: number, extra: number): readonly Place[] => {
  const { seats, remainder } = rules;
  const taken = seatsOf(rules, table, players).map((seat): Place => ({ table, seat }));
  const others = Array.from({ length: extra }, (_, i): Place => {
    const shares = remainder === 'delegates' && i < seats.length * (MOST_DELEGATES - 1);
    return { table, seat: shares ? (seats[(table + i) % seats.length] ?? null) : null };
  });
  return [...taken, ...others];
};

/**
 * Seats people: one place for each, in their order. Tables differ by one person at most; nobody is left out; a seat has
 * two people at most, and only where delegates are wanted; seats that nobody gets are the bots'.
 */
export const deal = (people: readonly string[], rules: DealRules): ReadonlyMap<string, Place> => {
  const tables = tablesFor(people.length, rules);
  const room = tables * rules.seats.length;
  const players = evenly(Math.min(people.length, room), tables);
  const extras = evenly(Math.max(0, people.length - room), tables);
  const places = players.flatMap((count, i) => placesAt(rules, i + 1, count, extras[i] ?? 0));
  const order = rules.seating === 'order' ? people : shuffle(people, rules.seed, 'class seats');
  return new Map(order.map((person, i) => [person, places[i] ?? { table: 1, seat: null }]));
};
