import type { Bot, Move } from '../../shared/bots/bot.ts';
import { decideOn, deputyOf, type WrittenSight } from '../../shared/bots/writtenSight.ts';
import type { Seat } from '../../shared/seats.ts';
import { actionOf, botSeats, explain, nextMove, sightFor } from '../../shared/table/autoplay.ts';
import type { Table } from '../../shared/table/table.ts';
import type { Cancel, Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Thinkers } from '../workers/thinkers.ts';
import type { InTurn, Submit } from './tableQueue.ts';

/** The bots of a table. `wake`: something has happened, so each thinks about one move after a while. */
export type BotPlayers = { readonly wake: () => void; readonly stop: () => void };

/** What bots need. `delay`: the range of the time in ms that they seem to think. */
export type BotParts = {
  readonly table: Table;
  readonly clock: Clock;
  readonly log: Log;
  readonly delay: readonly [number, number];
  readonly thinkers: Thinkers;
  readonly inTurn: InTurn;
};

// A thought that ends with the phase comes too late to be played.
const RESERVE_MS = 300;

/** Sits the bots down. They move in turn with everybody else; who thinks for long does so beside the table, and nobody waits. */
export const seatBots = ({ table, clock, log, delay, thinkers, inTurn }: BotParts): BotPlayers => {
  const [least, most] = delay;
  const thinking = new Map<Seat, Cancel>();
  let isStopped = false;
  const isOn = (): boolean => {
    const { phase, pause } = table.state;
    return (phase === 'negotiation' || phase === 'closing') && pause === null && !isStopped;
  };

  /** A bot that fails loses the move: it declares ready, so that nobody waits for it. */
  const giveUp = async (submit: Submit, seat: Seat, error: unknown): Promise<void> => {
    log.error({ seat, err: error }, 'a bot failed');
    const id = `ready-${seat}-${String(table.entries.length).padStart(5, '0')}`;
    await submit(seat, { type: 'ready', id, ready: true });
  };

  /** The same for one that failed before it had a move. */
  const fail = async (seat: Seat, error: unknown): Promise<void> => {
    thinking.delete(seat);
    await inTurn(async (submit) => {
      if (isOn() && botSeats(table.state).includes(seat)) await giveUp(submit, seat, error);
    }, undefined);
  };

  /** Has a seat's bot move in its turn. False: it has nothing to do, or what it had thought of is out of place by now. */
  const move = (seat: Seat, decide: () => Move | null): Promise<boolean> => {
    thinking.delete(seat);
    return inTurn(async (submit) => {
      if (!isOn() || !botSeats(table.state).includes(seat)) return false;
      try {
        const decided = decide();
        if (decided === null) return false;
        const { entry } = await submit(seat, actionOf(table, seat, decided));
        if (entry !== null) await submit('system', explain(seat, decided, entry));
        return entry !== null;
      } catch (error) {
        await giveUp(submit, seat, error);
        return true;
      }
    }, false);
  };

  const msLeft = (): number => {
    const { endsAt } = table.state.clock;
    return endsAt === null ? Number.POSITIVE_INFINITY : endsAt - clock.now() - RESERVE_MS;
  };

  /** What the deputy does about what there is to see now; the record says that it did. */
  const deputised = (seat: Seat, deputy: Bot): Move | null => {
    const sight = sightFor(table, seat);
    const decided = sight === null ? null : decideOn(table.book, sight, () => deputy);
    if (decided === null) return null;
    const { key, params } = decided.reason;
    return { ...decided, reason: { key, params: { ...params, deputy: deputy.id } } };
  };

  const askThread = async (seat: Seat, sight: WrittenSight, deputy: Bot): Promise<void> => {
    const answer = await thinkers.ask(sight, Math.min(thinkers.patience, msLeft()));
    if (isStopped) return;
    if ('missed' in answer) {
      log.warn({ seat, deputy: deputy.id, missed: answer.missed }, 'a deputy decided for a bot');
      await move(seat, () => deputised(seat, deputy));
      return;
    }
    if (await move(seat, () => answer.result)) return;
    // Out of place, or nothing to do then: what has happened meanwhile has to be thought about still.
    if (table.eventsFor(seat).length > sight.events.length) wake();
  };

  const think = async (seat: Seat): Promise<void> => {
    const sight = isOn() ? sightFor(table, seat) : null;
    const deputy = sight === null ? null : deputyOf(sight);
    if (sight === null || deputy === null) {
      await move(seat, () => nextMove(table, seat));
      return;
    }
    thinking.set(seat, () => {});
    await askThread(seat, sight, deputy);
  };

  const wake = (): void => {
    if (!isOn()) return;
    for (const seat of botSeats(table.state)) {
      if (thinking.has(seat)) continue;
      const ms = least + Math.random() * (most - least);
      thinking.set(
        seat,
        clock.after(ms, () => void think(seat).catch((error) => fail(seat, error))),
      );
    }
  };

  return {
    wake,
    stop: () => {
      isStopped = true;
      for (const cancel of thinking.values()) cancel();
      thinking.clear();
    },
  };
};
