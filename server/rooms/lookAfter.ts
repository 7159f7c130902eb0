import type { Cancel } from '../clock.ts';
import type { House } from '../house.ts';
import type { Fleet } from '../storage/logStore.ts';

/** Finds tables that nobody looks after. */
export type LookAfter = {
  /** Opens at most so many now, and the others bit by bit afterwards. */
  readonly begin: (most: number) => Promise<void>;
  readonly stop: () => void;
};

// Tables are opened this many at a time, with this much time between for those who play.
const SWEEP_SIZE = 10;
const SWEEP_MS = 1000;

/**
 * Looks after the tables of a house, so that their clocks run even if nobody comes: alone until all are open; among others
 * as long as the process lives, for any of them may die. `openAll` opens tables; `owned`: those that are open here now;
 * `giveUp`: another process has one of these.
 */
export const lookAfter = ({
  house: { store, clock, log },
  fleet,
  openAll,
  owned,
  giveUp,
}: {
  readonly house: House;
  readonly fleet: Fleet | null;
  readonly openAll: (ids: readonly string[]) => Promise<void>;
  readonly owned: () => readonly string[];
  readonly giveUp: (id: string) => void;
}): LookAfter => {
  let cancel: Cancel = () => {};
  let isStopped = false;

  const openFree = async (most: number): Promise<boolean> => {
    const ids = await store.openTableIds(clock.now(), most);
    await openAll(ids);
    return ids.length > 0;
  };

  /** A process that stood still for a while may have lost tables without noticing. */
  const giveUpLost = async (): Promise<void> => {
    if (fleet === null) return;
    const ids = owned();
    const still = new Set(await fleet.stillOwned(ids));
    for (const id of ids) if (!still.has(id)) giveUp(id);
  };

  const sweep = async (): Promise<void> => {
    let goesOn = true;
    try {
      await giveUpLost();
      goesOn = (await openFree(SWEEP_SIZE)) || fleet !== null;
    } catch (err) {
      log.error({ err }, 'the tables could not be looked after');
    }
    if (goesOn && !isStopped) plan();
  };
  const plan = (): void => {
    cancel = clock.after(SWEEP_MS, () => void sweep());
  };

  return {
    begin: async (most) => {
      await openFree(most);
      plan();
    },
    stop: () => {
      isStopped = true;
      cancel();
    },
  };
};
