import type { Move } from '../bots/bot.ts';
import { decideOn, type WrittenSight } from '../bots/writtenSight.ts';
import type { Entry } from '../engine/log.ts';
import type { Occupant, State } from '../engine/state.ts';
import { SEATS, type Seat } from '../seats.ts';
import type { Table } from './table.ts';

/** The bot that plays a seat now: its own, or a stand-in for an absent person; null: a person plays or nobody does. */
export const botOf = (occupant: Occupant): string | null =>
  occupant.kind === 'bot' ? occupant.bot : occupant.kind === 'person' ? occupant.standIn : null;

/** The seats that a bot plays now. */
export const botSeats = (state: State): readonly Seat[] =>
  SEATS.filter((seat) => botOf(state.occupants[seat]) !== null);

/** What the bot of a seat decides on now; null: no bot plays it, or the game stands still. */
export const sightFor = (table: Table, seat: Seat): WrittenSight | null => {
  const { state } = table;
  const occupant = state.occupants[seat];
  const bot = botOf(occupant);
  const view = table.viewOf(seat);
  const idle = view.phase === 'waiting' || view.phase === 'ended' || view.pause !== null;
  if (bot === null || view.own === null || idle) return null;
  const events = table.eventsFor(seat);
  const standIn = occupant.kind === 'person';
  return { bot, seed: state.seed, view, own: view.own, events, standIn };
};

/** A bot's move as an action, with an id of its own. */
export const actionOf = (table: Table, seat: Seat, { action }: Move): unknown => ({
  ...action,
  id: `bot-${seat}-${String(table.entries.length).padStart(5, '0')}`,
});

/** What puts the reason of a bot's move on record. `moved`: the entry that the move made. */
export const explain = (seat: Seat, { action, reason }: Move, moved: Entry): unknown => {
  const tabled = moved.events.find((event) => event.kind === 'offerTabled');
  const about = tabled?.offer.id ?? ('offer' in action ? action.offer : null);
  const secret = action.type === 'order' || action.type === 'cancel' || action.type === 'ready';
  return { type: 'explain', seat, key: reason.key, params: reason.params, about, secret };
};

/** The move that the bot of a seat would make now; null: it has nothing to do until something happens. */
export const nextMove = (table: Table, seat: Seat): Move | null => {
  const sight = sightFor(table, seat);
  return sight === null ? null : decideOn(table.book, sight);
};

/**
 * Lets the bot of a seat make its next single move, by the same door as a person, and puts its reason on record.
 * Returns the entries that came of it; none: it has nothing to do until something happens.
 */
export const playBot = (table: Table, seat: Seat, now: number): readonly Entry[] => {
  const move = nextMove(table, seat);
  if (move === null) return [];
  const { entry } = table.submit(seat, actionOf(table, seat, move), now);
  if (entry === null) return [];
  const explained = table.submit('system', explain(seat, move, entry), now).entry;
  return explained === null ? [entry] : [entry, explained];
};
