import type { Seat } from '../../shared/seats.ts';
import { actionOf, botSeats, explain, nextMove } from '../../shared/table/autoplay.ts';
import type { Table } from '../../shared/table/table.ts';
import type { Cancel, Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { InTurn, Submit } from './tableQueue.ts';

/** The bots of a table. `wake`: something has happened, so each thinks about one move after a while. */
export type BotPlayers = { readonly wake: () => void; readonly stop: () => void };

/** Sits the bots down. They move in turn with everybody else. */
export const seatBots = ({
  table,
  clock,
  log,
  delay: [least, most],
  inTurn,
}: {
  readonly table: Table;
  readonly clock: Clock;
  readonly log: Log;
  /** The range of a bot's thinking time in ms. */
  readonly delay: readonly [number, number];
  readonly inTurn: InTurn;
}): BotPlayers => {
  const thinking = new Map<Seat, Cancel>();
  const isOn = (): boolean => {
    const { phase, pause } = table.state;
    return (phase === 'negotiation' || phase === 'closing') && pause === null;
  };

  /** A bot that fails loses the move: it declares ready, so that nobody waits for it. */
  const giveUp = async (submit: Submit, seat: Seat, error: unknown): Promise<void> => {
    log.error({ seat, err: error }, 'a bot failed');
    const id = `ready-${seat}-${String(table.entries.length).padStart(5, '0')}`;
    await submit(seat, { type: 'ready', id, ready: true });
  };

  const moveBy = async (submit: Submit, seat: Seat): Promise<void> => {
    if (!isOn() || !botSeats(table.state).includes(seat)) return;
    try {
      const move = nextMove(table, seat);
      if (move === null) return;
      const { entry } = await submit(seat, actionOf(table, seat, move));
      if (entry !== null) await submit('system', explain(seat, move, entry));
    } catch (error) {
      await giveUp(submit, seat, error);
    }
  };

  const move = (seat: Seat): void => {
    thinking.delete(seat);
    inTurn((submit) => moveBy(submit, seat), undefined);
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
