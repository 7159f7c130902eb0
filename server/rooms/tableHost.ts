import type { Entry } from '../../shared/engine/log.ts';
import type { Reply } from '../../shared/protocol.ts';
import type { Actor, Seat } from '../../shared/seats.ts';
import type { Table } from '../../shared/table/table.ts';
import type { Cancel } from '../clock.ts';
import type { House } from '../house.ts';
import { isProblem, type Problem, problem } from '../http/errorCodes.ts';
import type { Guest, TableRecord } from '../storage/logStore.ts';
import type { TableFacts } from '../tableFacts.ts';
import { watchAbsences } from './absences.ts';
import { type Connection, gatherAudience } from './audience.ts';
import { seatBots } from './botPlayers.ts';
import { type Command, commandsOf } from './command.ts';
import { factsOf, keepFacts } from './factsOf.ts';
import { HOUSE_BOT, watchStart } from './gameStart.ts';
import { refusedReply } from './refusedReply.ts';
import { dueAt, roundClock } from './roundClock.ts';
import { safeSubmit } from './safeSubmit.ts';
import { dismissStandIn, type HostAction, planSeat, type SeatWish, vacate } from './seating.ts';

const MOST_SPECTATORS = 100;
const IDLE_MS = 300_000;
const DAY_MS = 86_400_000;

/** A table being played: its clock, its bots, its seats and whoever is connected. Knows nothing of sockets. */
export type TableHost = {
  readonly record: TableRecord;
  readonly table: Table;
  readonly facts: () => TableFacts;
  /** How many connections there are, players' and spectators'. */
  readonly count: () => number;
  readonly connect: (connection: Connection) => void;
  readonly disconnect: (connection: Connection) => void;
  /** An action that came in over a connection: committed, published, answered. */
  readonly act: (connection: Connection, input: unknown) => void;
  readonly takeSeat: (guest: Guest, wish: SeatWish) => { readonly seat: Seat | 'spectator' } | Problem;
  readonly startWithBots: () => Problem | null;
  readonly command: Command;
  /** Gives back time that passed while nobody served the table. */
  readonly giveTime: (ms: number) => void;
  readonly stop: () => void;
};

/** What a host works with. `onIdle`: nobody is connected and no clock runs, so the table may be put away. */
export type HostParts = House & {
  readonly record: TableRecord;
  readonly table: Table;
  readonly onIdle: () => void;
};

/** Opens a table to the world. */
export const hostTable = ({ record, table, clock, log, store, config, onIdle }: HostParts): TableHost => {
  const { options } = record;
  const audience = gatherAudience(table, clock);
  const keep = keepFacts(record, store);
  let cancelIdle: Cancel = () => {};
  let isStopped = false;

  /** Looks after everything that depends on the state or on who is there. */
  const review = (): void => {
    if (isStopped) return;
    rounds.arm();
    bots.wake();
    absences.review();
    cancelIdle();
    const isIdle = audience.count() === 0 && dueAt(table.state) === null;
    cancelIdle = isIdle ? clock.after(IDLE_MS, onIdle) : () => {};
  };

  const accept = (entries: readonly Entry[]): void => {
    if (entries.length === 0) return;
    audience.publish(entries);
    review();
    keep(table.state, clock.now(), log);
  };

  const submitTo = safeSubmit(table, { clock, log });
  const submit = (actor: Actor, input: unknown): Reply => {
    const { reply, entries } = submitTo(actor, input);
    accept(entries);
    return reply;
  };

  const order = (action: HostAction): boolean => {
    const reply = submit('system', action);
    if (!reply.ok) log.warn({ type: action.type, code: reply.refusal.code }, 'the host was refused');
    return reply.ok;
  };

  const rounds = roundClock(table, clock, () => order({ type: 'tick' }));
  const delay = options.botDelayMs ?? config.BOT_DELAY_MS;
  const bots = seatBots({ table, clock, log, delay, accept });
  const start = watchStart({ table, audience, clock, options, quickWaitMs: config.QUICK_WAIT_MS, order });
  const absences = watchAbsences({
    table,
    audience,
    clock,
    timeControl: options.timeControl,
    graceMs: config.GRACE_MS,
    lobbyGraceMs: config.LOBBY_GRACE_MS,
    act: (seat, what) => order(what === 'vacate' ? vacate(seat) : { type: 'standIn', seat, bot: HOUSE_BOT }),
  });

  review();
  return {
    record,
    table,
    facts: () => factsOf(record, table.state, audience),
    count: audience.count,
    connect: (connection) => {
      audience.add(connection);
      const back = dismissStandIn(table.state, connection.guest);
      if (back !== null) order(back);
      review();
      start.attempt();
    },
    disconnect: (connection) => {
      audience.remove(connection);
      review();
    },
    act: (connection, input) => {
      const seat = audience.seatOf(connection.guest);
      connection.reply(seat === null ? refusedReply(input, 'action.notYours') : submit(seat, input));
    },
    takeSeat: (guest, wish) => {
      const plan = planSeat(table.state, table.book.scenario.seats, guest, wish);
      if (isProblem(plan)) return plan;
      if (plan.seat === 'spectator' && audience.watching() >= MOST_SPECTATORS) return problem('table.full');
      if (!plan.steps.every(order)) return problem('unavailable');
      if (plan.steps.length > 0) audience.welcome(guest.id);
      start.attempt();
      review();
      return { seat: plan.seat };
    },
    startWithBots: start.withBots,
    command: commandsOf(table, audience, submit),
    giveTime: (ms) => {
      for (let left = ms; left > 0; left -= DAY_MS) order({ type: 'give', ms: Math.min(left, DAY_MS) });
    },
    stop: () => {
      isStopped = true;
      for (const part of [rounds, bots, absences, start]) part.stop();
      cancelIdle();
    },
  };
};
