import type { Entry } from '../../shared/engine/log.ts';
import type { Actor } from '../../shared/seats.ts';
import type { Submitted, Table } from '../../shared/table/table.ts';
import type { House } from '../house.ts';
import { LogMoved, StoreFailure } from '../storage/storeFailure.ts';
import { refusedReply } from './refusedReply.ts';

/** Decides, commits, applies. Never rejects: what can't be done or can't be stored is refused, and changes nothing. */
export type Submit = (actor: Actor, input: unknown) => Promise<Submitted>;

/**
 * Runs a task when all those before it are done: nothing is decided while an entry is on its way to the store.
 * Never rejects: a task that fails costs itself only and comes to `otherwise`. A task must not wait for another turn.
 */
export type InTurn = <T>(task: (submit: Submit) => Promise<T>, otherwise: T) => Promise<T>;

/** Everything that happens at one table, one thing after the other. */
export type TableQueue = {
  readonly inTurn: InTurn;
  /** Publishes what the running task has made so far, before somebody new gets to see it as part of the whole. */
  readonly flush: () => void;
  /** Takes no more tasks, and is done when those that were taken are. */
  readonly stop: () => Promise<void>;
};

// A store that doesn't answer must not fill the memory.
const MOST_WAITING = 500;

/**
 * Opens the queue of a table. `epoch`: in which this process owns it. `publish` gets what was made in one turn; when it
 * fails, `recall` has everybody come back. `settle` runs after each turn that made something; `onUnstored`: something could
 * not be stored, and may be tried again; `onMoved`: the log has gone on without this table, so nothing more is decided here.
 */
export const tableQueue = ({
  id,
  epoch,
  table,
  store,
  clock,
  log,
  publish,
  recall,
  settle,
  onUnstored,
  onMoved,
}: Pick<House, 'store' | 'clock' | 'log'> & {
  readonly id: string;
  readonly epoch: number;
  readonly table: Table;
  readonly publish: (entries: readonly Entry[]) => void;
  readonly recall: () => void;
  readonly settle: () => Promise<void>;
  readonly onUnstored: () => void;
  readonly onMoved: () => void;
}): TableQueue => {
  let last: Promise<void> = Promise.resolve();
  let waiting = 0;
  let isStopped = false;
  let unpublished: readonly Entry[] = [];
  let hasMade = false;
  let isMoved = false;

  const submit: Submit = async (actor, input) => {
    const failed: Submitted = { reply: refusedReply(input, 'unavailable'), entry: null };
    if (isMoved) return failed;
    let isRecorded = false;
    try {
      const submitted = table.decide(actor, input, clock.now());
      const { entry } = submitted;
      if (entry === null) return submitted;
      await store.append(id, entry, epoch);
      isRecorded = true;
      table.apply(entry);
      unpublished = [...unpublished, entry];
      hasMade = true;
      return submitted;
    } catch (err) {
      log.error({ err, actor }, 'an action failed');
      // Once an entry is on record that the table may not have taken in, the table is opened from the record again.
      isMoved = isRecorded || err instanceof LogMoved;
      if (isMoved) onMoved();
      else if (err instanceof StoreFailure) onUnstored();
      return failed;
    }
  };

  const guarded = async <T>(run: () => T | Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await run();
    } catch (err) {
      log.error({ err }, 'a turn failed');
      return otherwise;
    }
  };

  const flush = (): void => {
    const entries = unpublished;
    unpublished = [];
    if (entries.length === 0) return;
    try {
      publish(entries);
    } catch (err) {
      log.error({ err }, 'entries could not be published');
      recall();
    }
  };

  const leave = async (): Promise<void> => {
    waiting -= 1;
    if (hasMade) await guarded(settle, undefined);
    hasMade = false;
  };

  return {
    inTurn: (task, otherwise) => {
      if (isStopped || waiting >= MOST_WAITING) return Promise.resolve(otherwise);
      waiting += 1;
      const done = last.then(async () => {
        const result = await guarded(() => task(submit), otherwise);
        await guarded(flush, undefined);
        return result;
      });
      last = done.then(leave);
      return done;
    },
    flush,
    stop: () => {
      isStopped = true;
      return last;
    },
  };
};
