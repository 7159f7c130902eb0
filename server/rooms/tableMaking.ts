import { bookOf } from '../../shared/scenarios/index.ts';
import { newTable, type Table } from '../../shared/table/table.ts';
import type { House } from '../house.ts';
import { type Problem, problem } from '../http/errorCodes.ts';
import type { TableRecord } from '../storage/logStore.ts';
import type { OpenTables } from './openTables.ts';
import { recordTable } from './recordTable.ts';
import type { TableHost } from './tableHost.ts';

/** Opens new tables, as long as there is room for more of them. `host` serves one that was written down. */
export const tableMaking = (
  house: House,
  hosts: () => readonly TableHost[],
  host: (record: TableRecord, table: Table) => TableHost,
): Pick<OpenTables, 'create' | 'lackOfRoom'> => {
  const { store, clock, config } = house;
  let creating = 0;
  const lackOfRoom = (tables: number): Problem | null => {
    const playing = hosts().filter(({ table }) => table.state.phase !== 'ended').length;
    const max = config.MOST_TABLES;
    return playing + creating + tables > max ? problem('server.full', { max }) : null;
  };
  return {
    lackOfRoom,
    create: async (creator, options, start) => {
      const full = lackOfRoom(1);
      if (full !== null) return full;
      creating += 1;
      try {
        const record = await recordTable(house, creator, options, start);
        const table = newTable({ book: bookOf(options.scenario), opening: start, now: clock.now() });
        for (const entry of table.entries) await store.append(record.id, entry);
        return host(record, table);
      } finally {
        creating -= 1;
      }
    },
  };
};
