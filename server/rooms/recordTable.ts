import { randomBytes } from 'node:crypto';
import type { State } from '../../shared/engine/state.ts';
import type { House } from '../house.ts';
import { newTableCode } from '../http/tableCode.ts';
import type { Guest, TableOptions, TableRecord } from '../storage/logStore.ts';
import { factsOf } from './factsOf.ts';

/** Writes a new table down under a code that no other has. */
export const recordTable = async (
  { store, clock }: House,
  creator: Guest,
  options: TableOptions,
  state: Pick<State, 'phase' | 'round' | 'occupants'>,
): Promise<TableRecord> => {
  for (;;) {
    const created = clock.now();
    const code = newTableCode();
    const facts = factsOf({ code, created, options }, state, null);
    const id = randomBytes(9).toString('base64url');
    const record = { id, code, creator: creator.id, created, options, facts };
    if (await store.addTable(record)) return record;
  }
};
