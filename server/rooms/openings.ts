import type { Cancel } from '../clock.ts';
import type { House } from '../house.ts';
import { isProblem, type Problem, problem } from '../http/errorCodes.ts';
import { StoreFailure } from '../storage/storeFailure.ts';
import { claimTable, type Restored } from './claimTable.ts';
import { isUnreadable } from './tableFrom.ts';
import type { HostParts, TableHost } from './tableHost.ts';

/** Opens tables from their logs, each at most once at a time, and by itself those that this process has lost sight of. */
export type Openings = {
  /** The host of a table, open already or from its log. Rejects when the store does not answer; then it is tried again until it does. */
  readonly open: (id: string) => Promise<TableHost | Problem>;
  /** The opening of a table that is under way; undefined: none is. */
  readonly underWay: (id: string) => Promise<unknown> | undefined;
  /** What is held of a table is out of date. Unless another process has it by now, it is opened again. */
  readonly lose: (id: string) => void;
  /** Tables whose logs could not be opened. */
  readonly broken: ReadonlySet<string>;
  readonly stop: () => void;
};

/** Since when nobody has served a table, and whom to tell when it has that time back. */
export type Debt = Pick<HostParts, 'unservedSince' | 'onServed'>;

const RETRY_MS = 1000;

/**
 * Begins with nothing under way. `known`: the host of a table that is open; `leaving`: a table that is just being put away;
 * `host`: opens one to the world.
 */
export const openingsOf = (
  house: House,
  known: (id: string) => TableHost | undefined,
  leaving: (id: string) => Promise<void> | undefined,
  host: (restored: Restored, debt: Debt) => TableHost,
): Openings => {
  const { clock } = house;
  const underWay = new Map<string, Promise<TableHost | Problem>>();
  const planned = new Map<string, Cancel>();
  const broken = new Set<string>();
  // Until it has that time back: however often it is opened in between.
  const unserved = new Map<string, number>();
  let isStopped = false;

  const restore = async (id: string): Promise<TableHost | Problem> => {
    // Whatever was done to it meanwhile: its store says how it is now.
    await leaving(id)?.catch(() => {});
    const restored = await claimTable(house, id, ({ lastServed }) => {
      if (lastServed !== null) unserved.set(id, lastServed);
    });
    if (isProblem(restored)) {
      unserved.delete(id);
      if (isUnreadable(restored)) broken.add(id);
      return restored;
    }
    if (isStopped) return problem('unavailable');
    const debt = { unservedSince: unserved.get(id) ?? null, onServed: () => void unserved.delete(id) };
    const opened = host(restored, debt);
    await opened.giveBack();
    return opened;
  };

  const plan = (id: string): void => {
    if (isStopped || planned.has(id)) return;
    const retry = (): void => {
      planned.delete(id);
      // Nobody waits for it: what does not go is planned anew.
      open(id).catch(() => {});
    };
    planned.set(id, clock.after(RETRY_MS, retry));
  };

  const open = (id: string): Promise<TableHost | Problem> => {
    const there = known(id);
    if (there !== undefined) return Promise.resolve(there);
    const begun = underWay.get(id);
    if (begun !== undefined) return begun;
    const opening = restore(id).finally(() => underWay.delete(id));
    underWay.set(id, opening);
    // It may be this process's own by now: then nobody else opens it.
    opening.catch((failure) => {
      if (failure instanceof StoreFailure && failure.code === 'unavailable') plan(id);
    });
    return opening;
  };

  return {
    open,
    underWay: (id) => underWay.get(id),
    lose: (id) => {
      unserved.set(id, unserved.get(id) ?? clock.now());
      plan(id);
    },
    broken,
    stop: () => {
      isStopped = true;
      for (const cancel of planned.values()) cancel();
    },
  };
};
