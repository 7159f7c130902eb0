import type { Seat } from '../../shared/seats.ts';
import type { Table } from '../../shared/table/table.ts';
import type { Cancel, Clock } from '../clock.ts';
import { type Problem, problem } from '../http/errorCodes.ts';
import type { TableOptions } from '../storage/logStore.ts';
import type { Audience } from './audience.ts';
import type { Order, Orders } from './orders.ts';
import { seatBot, vacantSeats } from './seating.ts';

/** The bot that fills vacant seats and stands in for absent people. */
export const HOUSE_BOT = 'trader';

/** Watches for the moment at which a game can begin. */
export type GameStart = {
  /**
   * Begins when every seat is taken and everybody is there; playing by correspondence, nobody has to be.
   * A quick match waits for more people from the moment at which the first is there; then bots fill in.
   */
  readonly attempt: () => Promise<void>;
  /** Fills the vacant seats with bots and begins, whoever is there. */
  readonly withBots: () => Promise<Problem | null>;
  readonly stop: () => void;
};

/** Starts watching a table. `inTurn` runs a task of orders that nothing comes between. */
export const watchStart = ({
  table,
  audience,
  clock,
  options: { timeControl, quick },
  quickWaitMs,
  inTurn,
}: {
  readonly table: Table;
  readonly audience: Audience;
  readonly clock: Clock;
  readonly options: TableOptions;
  readonly quickWaitMs: number;
  readonly inTurn: Orders['inTurn'];
}): GameStart => {
  const { seats } = table.book.scenario;
  let cancelWait: Cancel | null = null;
  const isWaiting = (): boolean => table.state.phase === 'waiting';
  const isAway = (seat: Seat): boolean =>
    table.state.occupants[seat].kind === 'person' && !audience.isPresent(seat);

  const fillAndStart = async (order: Order): Promise<Problem | null> => {
    if (!isWaiting()) return problem('table.started');
    for (const seat of vacantSeats(table.state, seats)) await order(seatBot(seat, HOUSE_BOT));
    return (await order({ type: 'start' })) ? null : problem('unavailable');
  };
  const withBots = (): Promise<Problem | null> => inTurn(fillAndStart, problem('unavailable'));

  const awaitOthers = (): void => {
    if (!quick || cancelWait !== null || audience.count() === 0) return;
    cancelWait = clock.after(quickWaitMs, () => {
      cancelWait = null;
      if (isWaiting() && audience.count() > 0) withBots();
    });
  };

  const startIfReady = async (order: Order): Promise<void> => {
    if (!isWaiting()) return;
    const isFull = vacantSeats(table.state, seats).length === 0;
    const isReady = timeControl === 'correspondence' || !seats.some(isAway);
    if (isFull && isReady) await order({ type: 'start' });
    else awaitOthers();
  };

  return {
    attempt: () => inTurn(startIfReady, undefined),
    withBots,
    stop: () => cancelWait?.(),
  };
};
