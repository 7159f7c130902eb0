import type { State } from '../../shared/engine/state.ts';
import type { Cancel } from '../clock.ts';
import type { Order, Orders } from './orders.ts';
import type { HostParts } from './tableHost.ts';

/** Keeps one timer for the next moment at which the table's clock has to be told that time has passed. */
export type RoundClock = {
  readonly arm: () => void;
  /** Ends when the time is given back, or could not be stored; then it is given when the clock is armed next. */
  readonly giveBack: () => Promise<void>;
  readonly stop: () => void;
};

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

const canHaveTime = ({ phase, clock }: State): boolean =>
  phase !== 'waiting' && phase !== 'ended' && (clock.endsAt !== null || clock.left !== null);

/** Winds the clock of a table, once it has the time back in which nobody served it (`unservedSince`, see `HostParts`). */
export const roundClock = ({
  table,
  clock,
  orders,
  unservedSince,
  onServed,
}: Pick<HostParts, 'table' | 'clock' | 'unservedSince' | 'onServed'> & {
  readonly orders: Orders;
}): RoundClock => {
  let owed = unservedSince === null ? 0 : timeLost(table.state, unservedSince, clock.now());
  let owedAt = clock.now();
  let giving: Promise<void> | null = null;
  let armedFor: number | null = null;
  let cancel: Cancel = () => {};
  let isStopped = false;

  const wait = (due: number, ms: number): void => {
    cancel();
    armedFor = due;
    cancel = clock.after(ms, ring);
  };
  const ring = (): void => {
    const due = armedFor;
    armedFor = null;
    if (due !== null && clock.now() >= due) void orders.order({ type: 'tick' });
    arm(RETRY_MS);
  };

  /** Gives the time back in as many orders as it takes. Nobody is served in the meantime either. */
  const give = async (order: Order): Promise<void> => {
    while (owed > 0 && canHaveTime(table.state)) {
      const now = clock.now();
      if (table.state.clock.endsAt !== null) owed += now - owedAt;
      owedAt = now;
      const ms = Math.min(owed, DAY_MS);
      if (!(await order({ type: 'give', ms }))) return;
      owed -= ms;
    }
    owed = 0;
    onServed();
  };
  const giveBack = (): Promise<void> => {
    giving ??= orders.inTurn(give, undefined).finally(() => {
      giving = null;
      // What could not be stored is tried again by whoever looks after that.
      if (owed === 0) arm();
    });
    return giving;
  };

  const arm = (least = 0): void => {
    if (isStopped) return;
    if (owed > 0) return void giveBack();
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
    giveBack,
    stop: () => {
      isStopped = true;
      cancel();
      armedFor = null;
    },
  };
};
