import type { Reply } from '../../shared/protocol.ts';
import type { Seat } from '../../shared/seats.ts';
import type { Table } from '../../shared/table/table.ts';
import type { House } from '../house.ts';
import { isProblem, type Problem } from '../http/errorCodes.ts';
import type { Guest, TableRecord } from '../storage/logStore.ts';
import type { TableFacts } from '../tableFacts.ts';
import { returning, watchAbsences } from './absences.ts';
import { acting } from './acting.ts';
import { type Connection, FAILED, gatherAudience, MOVED } from './audience.ts';
import { seatBots } from './botPlayers.ts';
import { type Command, commandsOf } from './command.ts';
import { factsOf, keepFacts } from './factsOf.ts';
import { HOUSE_BOT, watchStart } from './gameStart.ts';
import { idleWatch } from './idleWatch.ts';
import { ordersIn } from './orders.ts';
import { dueAt, giveTime, roundClock } from './roundClock.ts';
import { type SeatWish, vacate } from './seating.ts';
import { seatTaking } from './seatTaking.ts';
import { tableQueue } from './tableQueue.ts';

/** A table being played: its clock, its bots, its seats and whoever is connected. Knows nothing of sockets. */
export type TableHost = {
  readonly record: TableRecord;
  readonly table: Table;
  readonly facts: () => TableFacts;
  /** How many connections there are, players' and spectators'. */
  readonly count: () => number;
  readonly connect: (connection: Connection) => void;
  readonly disconnect: (connection: Connection) => void;
  /** An action that came in over a connection: its answer, when it is committed and published. */
  readonly act: (connection: Connection, input: unknown) => Promise<Reply>;
  readonly takeSeat: (
    guest: Guest,
    wish: SeatWish,
  ) => Promise<{ readonly seat: Seat | 'spectator' } | Problem>;
  readonly startWithBots: () => Promise<Problem | null>;
  readonly command: Command;
  /** Gives back time that passed while nobody served the table. */
  readonly giveTime: (ms: number) => Promise<void>;
  /** Keeps the facts and the sitters in the store, if they are not what is kept. */
  readonly keepFacts: () => Promise<void>;
  /** Sends everybody away, because the table is no longer here. */
  readonly dismiss: () => void;
  /** Stops clock and bots, and is done when everything that was begun is. */
  readonly stop: () => Promise<void>;
};

/** What a host works with. `onIdle`: nobody is there and no clock runs; `onMoved`: another process owns the table now. */
export type HostParts = House & {
  readonly record: TableRecord;
  readonly table: Table;
  /** In which this process owns the table. */
  readonly epoch: number;
  readonly onIdle: () => void;
  readonly onMoved: () => void;
};

/** Opens a table to the world. */
export const hostTable = (parts: HostParts): TableHost => {
  const { record, table, epoch, clock, log, store, config } = parts;
  const { options } = record;
  const audience = gatherAudience(table, clock, log);
  const keep = keepFacts(record, store, epoch);
  const keepNow = () => keep(table.state, clock.now(), log);
  const idle = idleWatch(clock, parts.onIdle);
  let isStopped = false;

  /** Looks after everything that depends on the state or on who is there. */
  const review = (): void => {
    if (isStopped) return;
    rounds.arm();
    bots.wake();
    absences.review();
    idle.review(audience.count() === 0 && dueAt(table.state) === null);
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
    onMoved: parts.onMoved,
  });

  const { order, inTurn } = ordersIn(queue, log);
  const rounds = roundClock(table, clock, () => order({ type: 'tick' }));
  const bots = seatBots({ ...parts, delay: options.botDelayMs ?? config.BOT_DELAY_MS, inTurn: queue.inTurn });
  const start = watchStart({ table, audience, clock, options, quickWaitMs: config.QUICK_WAIT_MS, inTurn });
  const absences = watchAbsences({
    table,
    audience,
    clock,
    timeControl: options.timeControl,
    graceMs: config.GRACE_MS,
    lobbyGraceMs: config.LOBBY_GRACE_MS,
    act: (seat, what) => order(what === 'vacate' ? vacate(seat) : { type: 'standIn', seat, bot: HOUSE_BOT }),
  });
  const seat = seatTaking(table, audience, inTurn);
  const welcomeBack = returning(table, audience, inTurn);

  review();
  return {
    record,
    table,
    facts: () => factsOf(record, table.state, audience),
    count: audience.count,
    connect: (connection) => {
      queue.flush();
      audience.add(connection);
      welcomeBack(connection.guest);
      review();
      start.attempt();
    },
    disconnect: (connection) => {
      audience.remove(connection);
      review();
    },
    act: acting(table, audience, queue),
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
    giveTime: (ms) => giveTime(order, ms),
    keepFacts: keepNow,
    dismiss: () => audience.dismiss(MOVED),
    stop: () => {
      isStopped = true;
      for (const part of [rounds, bots, absences, start, idle]) part.stop();
      return queue.stop();
    },
  };
};
