import type { Entry } from '../../shared/engine/log.ts';
import type { Table } from '../../shared/table/table.ts';
import type { House } from '../house.ts';
import { isProblem, type Problem, problem } from '../http/errorCodes.ts';
import type { Claim, TableRecord } from '../storage/logStore.ts';
import { tableFrom } from './tableFrom.ts';

/** A table that this process may go on with. */
export type Restored = {
  readonly record: TableRecord;
  readonly table: Table;
  readonly held: Extract<Claim, { readonly kind: 'held' }>;
};

/** Whether entries were cut off at the end of a log, which leaves a sound chain behind. */
const endsEarly = (entries: readonly Entry[], { end }: Restored['held']): boolean => {
  const last = entries.at(-1);
  return last?.seq !== end.seq || last.hash !== end.hash;
};

/** Makes this process the owner of a table and reads its log. `claimed` hears of it before: reading may fail. */
export const claimTable = async (
  { store, clock, log }: Pick<House, 'store' | 'clock' | 'log'>,
  id: string,
  claimed: (held: Restored['held']) => void = () => {},
): Promise<Restored | Problem> => {
  const held = await store.claim(id, clock.now());
  if (held === null) return problem('table.unknown');
  if (held.kind === 'elsewhere') return problem('unavailable');
  claimed(held);
  const record = await store.tableById(id);
  if (record === null) return problem('table.unknown');
  const entries = await store.entriesOf(id);
  // Its first entry was never stored, so that nobody was ever told of it.
  if (entries.length === 0 && held.end.seq === 0) return problem('table.unknown');
  const table = tableFrom(record, entries);
  const found = isProblem(table) ? table : endsEarly(entries, held) ? problem('table.broken') : null;
  if (found === null) return { record, table: table as Table, held };
  log.error({ table: id, entries: entries.length, problem: found }, 'a log could not be opened');
  return found;
};
