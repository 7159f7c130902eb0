import type { State } from '../../shared/engine/state.ts';
import type { Table } from '../../shared/table/table.ts';
import type { Cancel, Clock } from '../clock.ts';
import type { Order } from './orders.ts';

/** Keeps one timer for the next moment at which the table's clock has to be told that time has passed. */
export type RoundClock = { readonly arm: () => void; readonly stop: () => void };

// When a tick could not be stored: try again after this.
const RETRY_MS = 1000;
const DAY_MS = 86_400_000;

// After an outage a phase goes on for at least this long.
const LEAST_LEFT_MS = 10_000;

/** The epoch ms at which a table needs a tick; null: it waits for nobody's clock. */
export const dueAt = ({ phase, pause, clock }: State): number | null =>
  phase === 'waiting' || phase === 'ended' ? null : pause === null ? clock.endsAt : pause.until;

/** The ms to give back to a table that nobody served since `lastServed`, so that the outage costs no one any time. */
export const timeLost = ({ phase, clock }: State, lastServed: number, now: number): number => {
  if (phase === 'waiting' || phase === 'ended') return 0;
  if (clock.endsAt === null) return clock.left === null ? 0 : Math.max(0, LEAST_LEFT_MS - clock.left);
  const left = Math.max(LEAST_LEFT_MS, clock.endsAt - lastServed);
  return Math.max(0, now + left - clock.endsAt);
};

/** Gives a table time back, in as many orders as it takes. */
export const giveTime = async (order: Order, ms: number): Promise<void> => {
  for (let left = ms; left > 0; left -= DAY_MS) await order({ type: 'give', ms: Math.min(left, DAY_MS) });
};

/** Winds the clock of a table. `tick` submits the tick. */
export const roundClock = (table: Table, clock: Clock, tick: () => void): RoundClock => {
  let armedFor: number | null = null;
  let cancel: Cancel = () => {};

  const wait = (due: number, ms: number): void => {
    cancel();
    armedFor = due;
    cancel = clock.after(ms, ring);
  };
  const ring = (): void => {
    const due = armedFor;
    armedFor = null;
    if (due !== null && clock.now() >= due) tick();
    arm(RETRY_MS);
  };
  const arm = (least = 0): void => {
    const due = dueAt(table.state);
    if (due === armedFor) return;
    cancel();
    armedFor = null;
    if (due === null) return;
    const ms = due - clock.now();
    wait(due, ms > 0 ? ms : least);
  };

  return {
    arm: () => arm(),
    stop: () => {
      cancel();
      armedFor = null;
    },
  };
};
