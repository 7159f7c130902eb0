import type { Clock } from '../clock.ts';
import { isProblem, type Problem } from '../http/errorCodes.ts';
import { askToHandOver, isNobodyThere } from '../http/peers.ts';
import type { Fleet, Peer } from '../storage/logStore.ts';
import type { TableHost } from './tableHost.ts';

/** Opens a table here, for those who act upon several tables at once; another process that plays it is asked to hand it over. */
export type BringTable = (id: string) => Promise<TableHost | Problem>;

/** Makes it. `open`: opens a table that no other process plays. */
export const bringTable = (open: BringTable, fleet: Fleet | null, clock: Clock): BringTable => {
  const askFor = async (others: Fleet, owner: Peer, id: string): Promise<void> => {
    try {
      await askToHandOver(owner, id, others.self.id);
    } catch (error) {
      if (!isNobodyThere(error)) throw error;
      await others.declareDead(owner.id);
    }
  };
  return async (id) => {
    const found = await open(id);
    if (fleet === null || !isProblem(found) || found.code !== 'unavailable') return found;
    const owner = await fleet.ownerOf('id', id, clock.now());
    if (owner !== null) await askFor(fleet, owner, id);
    return open(id);
  };
};
