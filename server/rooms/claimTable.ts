import type { Entry } from '../../shared/engine/log.ts';
import { bookOf } from '../../shared/scenarios/index.ts';
import { restoreTable, type Table } from '../../shared/table/table.ts';
import type { House } from '../house.ts';
import { type Problem, problem } from '../http/errorCodes.ts';
import type { Claim, TableRecord } from '../storage/logStore.ts';

/** A table that this process may go on with. */
export type Restored = {
  readonly record: TableRecord;
  readonly table: Table;
  readonly held: Extract<Claim, { readonly kind: 'held' }>;
};

/** Where a log is no longer what was written; null: it is whole. Entries that were cut off leave a sound chain behind. */
const endsEarly = (entries: readonly Entry[], { end }: Restored['held']): number | null => {
  const last = entries.at(-1);
  return last?.seq === end.seq && last.hash === end.hash ? null : entries.length + 1;
};

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
  const table = restoreTable({ book: bookOf(record.options.scenario), entries });
  const brokenAt = 'brokenAt' in table ? table.brokenAt : endsEarly(entries, held);
  if (brokenAt === null && !('brokenAt' in table)) return { record, table, held };
  log.error({ table: id, at: brokenAt }, 'a log is broken');
  return problem('table.broken');
};
