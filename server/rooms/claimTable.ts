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

/** Whether a log ends where its table's row says. Entries that were cut off leave a sound chain behind. */
const endsWhere = (entries: readonly Entry[], { end }: Restored['held']): boolean => {
  const last = entries.at(-1);
  return last?.seq === end.seq && last.hash === end.hash;
};

const NOT_HERE: readonly string[] = ['table.unknown', 'unavailable'];

/** Whether a table could not be opened because of what its log says. */
export const isUnreadable = ({ code }: Problem): boolean => !NOT_HERE.includes(code);

/** Makes this process the owner of a table and reads its log. */
export const claimTable = async (
  { store, clock, log }: Pick<House, 'store' | 'clock' | 'log'>,
  id: string,
): Promise<Restored | Problem> => {
  const held = await store.claim(id, clock.now());
  const record = await store.tableById(id);
  if (held === null || record === null) return problem('table.unknown');
  if (held.kind === 'elsewhere') return problem('unavailable');
  const entries = await store.entriesOf(id);
  // Its first entry was never stored, so that nobody was ever told of it.
  if (entries.length === 0 && held.end.seq === 0) return problem('table.unknown');
  const found = tableFrom(record, entries);
  const table = isProblem(found) || endsWhere(entries, held) ? found : problem('table.broken');
  if (!isProblem(table)) return { record, table, held };
  log.error({ table: id, entries: entries.length, problem: table }, 'a log could not be opened');
  return table;
};
