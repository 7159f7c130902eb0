import type { Entry } from '../../../shared/engine/log.ts';
import type { Occupant, State } from '../../../shared/engine/state.ts';
import type { Reply, Update } from '../../../shared/protocol.ts';
import type { Book } from '../../../shared/scenarios/book.ts';
import { type BySeat, bySeat, SEATS } from '../../../shared/seats.ts';
import { botSeats, playBot } from '../../../shared/table/autoplay.ts';
import { newTable, restoreTable, type Table } from '../../../shared/table/table.ts';
import type { LocalPlan } from './localPlan.ts';

/** Time as a local table needs it; `after` gives back how to call it off. */
export type LocalClock = {
  readonly now: () => number;
  readonly after: (ms: number, run: () => void) => () => void;
  /** A number in [0, 1): who of the bots moves first, and how long it thinks. */
  readonly chance: () => number;
};

/** What a local table tells: entries to keep, updates for its one viewer. */
export type LocalEars = {
  readonly entry: (entry: Entry) => void;
  readonly update: (update: Update) => void;
};

/** A table with its bots and its clock, played in one place. */
export type LocalTable = {
  readonly table: Table;
  readonly act: (input: unknown) => Reply;
  readonly stop: () => void;
};

/** The one guest of a local table. */
export const HOLDER = 'here';

const occupantsOf = ({ self, name, seats }: LocalPlan, book: Book): BySeat<Occupant> =>
  bySeat((seat): Occupant => {
    if (!book.scenario.seats.includes(seat)) return { kind: 'vacant' };
    return seat === self ? { kind: 'person', name, standIn: null } : { kind: 'bot', bot: seats[seat] };
  });

const openNew = (plan: LocalPlan, book: Book, now: number): Table => {
  const { scenario, press, roundMs, explain, hints, seed, mandates = {} } = plan;
  const table = newTable({
    book,
    opening: {
      setup: { scenario, press, roundMs, explain, hints, reveal: 'end' },
      seed,
      mandates,
      occupants: occupantsOf(plan, book),
    },
    now,
  });
  const { self: seat, name } = plan;
  const occupant = { kind: 'person', name, standIn: null };
  if (seat !== null) table.submit('system', { type: 'occupy', seat, occupant, holder: HOLDER }, now);
  table.submit('system', { type: 'start' }, now);
  return table;
};

const dueAt = ({ phase, pause, clock }: State): number | null =>
  phase === 'waiting' || phase === 'ended' ? null : pause === null ? clock.endsAt : pause.until;

/** The table as far as its log is whole; null: there is nothing to go on from, or it is of another version. */
const restoredFrom = (book: Book, kept: readonly Entry[]): Table | null => {
  if (kept.length === 0) return null;
  const restored = restoreTable({ book, entries: kept });
  if (!('brokenAt' in restored)) return restored;
  return restored.foreign === null ? restoredFrom(book, kept.slice(0, restored.brokenAt - 1)) : null;
};

/** Nobody was at the table while it was closed: its clock is given back what passed meanwhile. */
const giveBackTime = (table: Table, now: number): void => {
  const last = table.entries.at(-1)?.at ?? now;
  const ms = now - last;
  if (table.state.clock.endsAt !== null && ms > 1000) table.submit('system', { type: 'give', ms }, now);
};

/**
 * Opens a local table, new or from what was kept of it, and lets it live: bots move one at a time, phases end when their
 * time is up. A log goes on from where it is whole.
 */
export const openLocalTable = ({
  plan,
  book,
  kept,
  clock,
  ears,
}: {
  readonly plan: LocalPlan;
  readonly book: Book;
  readonly kept: readonly Entry[];
  readonly clock: LocalClock;
  readonly ears: LocalEars;
}): LocalTable => {
  const viewer = plan.self ?? 'spectator';
  const restored = restoredFrom(book, kept);
  const whole = restored?.entries.length ?? 0;
  const table = restored ?? openNew(plan, book, clock.now());
  if (restored !== null) giveBackTime(restored, clock.now());
  let callOffBots: (() => void) | null = null;
  let callOffClock = (): void => {};

  const isOn = (): boolean => table.state.phase !== 'ended' && table.state.pause === null;

  const publish = (from: number): void => {
    for (const entry of table.entries.slice(from)) {
      ears.entry(entry);
      const update = table.updateFor(viewer, entry, clock.now());
      if (update !== null) ears.update(update);
    }
    review();
  };
  const moveBot = (): void => {
    callOffBots = null;
    const from = table.entries.length;
    const order = SEATS.map((seat) => ({ seat, at: clock.chance() })).sort((a, b) => a.at - b.at);
    const seats = botSeats(table.state);
    const moved = order.some(
      ({ seat }) => seats.includes(seat) && playBot(table, seat, clock.now()).length > 0,
    );
    if (moved) publish(from);
  };
  const ring = (): void => {
    const from = table.entries.length;
    table.submit('system', { type: 'tick' }, clock.now());
    publish(from);
  };
  const review = (): void => {
    callOffClock();
    const due = dueAt(table.state);
    callOffClock = due === null ? () => {} : clock.after(Math.max(20, due - clock.now()), ring);
    if (!isOn() || callOffBots !== null) return;
    const [least, most] = plan.pace;
    callOffBots = clock.after(least + clock.chance() * (most - least), moveBot);
  };

  for (const entry of table.entries.slice(whole)) ears.entry(entry);
  ears.update(table.welcome(viewer, clock.now()));
  review();
  return {
    table,
    act: (input) => {
      if (plan.self === null) return { id: '', ok: false, refusal: { code: 'action.notYours', params: {} } };
      const from = table.entries.length;
      const { reply } = table.submit(plan.self, input, clock.now());
      publish(from);
      return reply;
    },
    stop: () => {
      callOffBots?.();
      callOffClock();
    },
  };
};
