import type { Entry } from '../../shared/engine/log.ts';
import type { Seat } from '../../shared/seats.ts';
import { botSeats, playBot } from '../../shared/table/autoplay.ts';
import type { Table } from '../../shared/table/table.ts';
import type { Cancel, Clock } from '../clock.ts';
import type { Log } from '../log.ts';

/** The bots of a table. `wake`: something has happened, so each thinks about one move after a while. */
export type BotPlayers = { readonly wake: () => void; readonly stop: () => void };

/** Sits the bots down. `accept` publishes the entries that their moves make. */
export const seatBots = ({
  table,
  clock,
  log,
  delay: [least, most],
  accept,
}: {
  readonly table: Table;
  readonly clock: Clock;
  readonly log: Log;
  /** The range of a bot's thinking time in ms. */
  readonly delay: readonly [number, number];
  readonly accept: (entries: readonly Entry[]) => void;
}): BotPlayers => {
  const thinking = new Map<Seat, Cancel>();
  const isOn = (): boolean => {
    const { phase, pause } = table.state;
    return (phase === 'negotiation' || phase === 'closing') && pause === null;
  };

  /** A bot that fails loses the move: it declares ready, so that nobody waits for it. */
  const giveUp = (seat: Seat, error: unknown): void => {
    log.error({ seat, err: error }, 'a bot failed');
    const id = `ready-${seat}-${String(table.entries.length).padStart(5, '0')}`;
    const { entry } = table.submit(seat, { type: 'ready', id, ready: true }, clock.now());
    if (entry !== null) accept([entry]);
  };

  const move = (seat: Seat): void => {
    thinking.delete(seat);
    if (!isOn() || !botSeats(table.state).includes(seat)) return;
    const before = table.entries.length;
    try {
      playBot(table, seat, clock.now());
    } catch (error) {
      giveUp(seat, error);
    }
    const made = table.entries.slice(before);
    if (made.length > 0) accept(made);
  };

  return {
    wake: () => {
      if (!isOn()) return;
      for (const seat of botSeats(table.state)) {
        if (thinking.has(seat)) continue;
        const ms = least + Math.random() * (most - least);
        thinking.set(
          seat,
          clock.after(ms, () => move(seat)),
        );
      }
    },
    stop: () => {
      for (const cancel of thinking.values()) cancel();
      thinking.clear();
    },
  };
};
