import type { Cancel } from '../clock.ts';
import { watchDay } from '../daily/dayEnd.ts';
import { isProblem } from '../http/errorCodes.ts';
import { acting } from './acting.ts';
import { gatherAudience } from './audience.ts';
import { seatBots } from './botPlayers.ts';
import { commandsOf } from './command.ts';
import { FAILED, MOVED } from './connection.ts';
import { factsOf, keepFacts } from './factsOf.ts';
import { watchStart } from './gameStart.ts';
import { idleWatch, restOf } from './idleWatch.ts';
import { ordersIn } from './orders.ts';
import { lookAfterPeople } from './people.ts';
import { roundClock } from './roundClock.ts';
import { seatTaking } from './seatTaking.ts';
import type { HostParts, TableHost } from './tableHost.ts';
import { tableQueue } from './tableQueue.ts';

// When something could not be stored: what the host and its bots have to do is tried again after this.
const RETRY_MS = 1000;

/** Opens a table to the world. */
export const hostTable = (parts: HostParts): TableHost => {
  const { record, table, epoch, clock, log, store, config } = parts;
  const { options } = record;
  const audience = gatherAudience(table, clock, log);
  const keep = keepFacts(record, store, epoch);
  const keepNow = () => keep(table, clock.now(), log);
  const idle = idleWatch(clock, parts.onIdle);
  let isStopped = false;
  let cancelRetry: Cancel | null = null;

  /** Looks after everything that depends on the state or on who is there. */
  const review = (): void => {
    if (isStopped) return;
    rounds.arm();
    bots.wake();
    people.review();
    day.review();
    idle.review(restOf(audience.count(), table.state));
  };

  const tryAgain = (): void => {
    cancelRetry = null;
    review();
    void start.attempt();
  };

  const queue = tableQueue({
    id: record.id,
    epoch,
    table,
    store,
    clock,
    log,
    publish: (entries) => {
      audience.publish(entries);
      review();
    },
    recall: () => audience.dismiss(FAILED),
    settle: keepNow,
    onUnstored: () => {
      cancelRetry ??= clock.after(RETRY_MS, tryAgain);
    },
    onMoved: parts.onMoved,
  });

  const orders = ordersIn(queue, log);
  const rounds = roundClock({ ...parts, orders });
  const bots = seatBots({ ...parts, delay: options.botDelayMs ?? config.BOT_DELAY_MS, inTurn: queue.inTurn });
  const start = watchStart({ table, audience, clock, options, quickWaitMs: config.QUICK_WAIT_MS, ...orders });
  const people = lookAfterPeople({ ...parts, audience, orders, changed: review });
  const day = watchDay({ record, table, clock, ...orders });
  const seat = seatTaking(table, audience, orders.inTurn);
  const act = acting(record.code, table, audience, queue);

  review();
  // The last process may have stopped before it had kept them.
  if (table.state.phase === 'ended') void keepNow();
  return {
    record,
    table,
    facts: () => factsOf(record, table.state, audience),
    count: audience.count,
    connect: (connection) => {
      queue.flush();
      audience.add(connection);
      people.here(connection.guest);
      review();
      start.attempt();
    },
    disconnect: (connection) => {
      audience.remove(connection);
      review();
    },
    act: (connection, input) => {
      people.here(connection.guest);
      return act(connection, input);
    },
    here: ({ guest }) => people.here(guest),
    presenceOf: people.presenceOf,
    takeSeat: async (guest, wish) => {
      const plan = await seat(guest, wish);
      if (isProblem(plan)) return plan;
      if (plan.steps.length > 0) audience.welcome(guest.id);
      await start.attempt();
      review();
      return { seat: plan.seat };
    },
    startWithBots: start.withBots,
    command: commandsOf(table, audience, queue),
    openDay: day.open,
    giveBack: rounds.giveBack,
    keepFacts: keepNow,
    dismiss: () => audience.dismiss(MOVED),
    stop: () => {
      isStopped = true;
      cancelRetry?.();
      for (const part of [rounds, bots, people, start, day, idle]) part.stop();
      return queue.stop();
    },
  };
};
