import type { Clock } from '../clock.ts';
import { isProblem, type Problem } from '../http/errorCodes.ts';
import { askToHandOver, isNobodyThere } from '../http/peers.ts';
import type { Fleet, Peer } from '../storage/logStore.ts';
import { StoreFailure } from '../storage/storeFailure.ts';
import type { TableHost } from './tableHost.ts';

/** Opens a table here, for those who act upon several tables at once; another process that plays it is asked to hand it over. */
export type BringTable = (id: string) => Promise<TableHost | Problem>;

/** What has to do with other processes that play tables. */
export type Neighbours = {
  readonly bring: BringTable;
  /** Whether another living process plays a table. */
  readonly isElsewhere: (id: string) => Promise<boolean>;
  /** Has another process that plays a table hand it over, without opening it here. */
  readonly takeOver: (id: string) => Promise<void>;
};

/** Makes it. `open`: opens a table that no other process plays. */
export const neighboursOf = (open: BringTable, fleet: Fleet | null, clock: Clock): Neighbours => {
  const askFor = async (others: Fleet, owner: Peer, id: string): Promise<void> => {
    try {
      await askToHandOver(owner, id, others.self.id);
    } catch (error) {
      if (!isNobodyThere(error)) throw new StoreFailure('unavailable', `table ${id} is out of reach`, error);
      await others.declareDead(owner.id);
    }
  };
  const ownerOf = async (id: string): Promise<Peer | null> =>
    fleet === null ? null : fleet.ownerOf('id', id, clock.now());
  const takeOver = async (id: string): Promise<void> => {
    const owner = await ownerOf(id);
    if (fleet !== null && owner !== null) await askFor(fleet, owner, id);
  };
  return {
    isElsewhere: async (id) => (await ownerOf(id)) !== null,
    takeOver,
    bring: async (id) => {
      const found = await open(id);
      if (fleet === null || !isProblem(found) || found.code !== 'unavailable') return found;
      try {
        await takeOver(id);
      } catch (failure) {
        // Whoever acts upon several tables goes on with the others.
        if (failure instanceof StoreFailure) return found;
        throw failure;
      }
      return open(id);
    },
  };
};
