import type { Entry } from '../../shared/engine/log.ts';
import { bookOf, isScenario } from '../../shared/scenarios/index.ts';
import { restoreTable, type Table } from '../../shared/table/table.ts';
import { type Problem, problem } from '../http/errorCodes.ts';
import type { TableRecord } from '../storage/logStore.ts';

/** The table that a stored log tells of. A log that is damaged, or of a version or scenario that is not known here, is refused. */
export const tableFrom = (
  { options: { scenario } }: Pick<TableRecord, 'options'>,
  entries: readonly Entry[],
): Table | Problem => {
  if (!isScenario(scenario)) return problem('scenario.unknown', { scenario });
  if (entries.length === 0) return problem('table.broken');
  const table = restoreTable({ book: bookOf(scenario), entries });
  if (!('brokenAt' in table)) return table;
  if (table.foreign === null) return problem('table.broken');
  const { of, version, known } = table.foreign;
  return of === 'rules'
    ? problem('table.foreignRules', { version, known })
    : problem('table.foreignScenario', { scenario, version, known });
};

const UNREADABLE: ReadonlySet<string> = new Set([
  'table.broken',
  'table.foreignRules',
  'table.foreignScenario',
  'scenario.unknown',
]);

/** Whether a table can't be opened because of what is stored of it. */
export const isUnreadable = ({ code }: Problem): boolean => UNREADABLE.has(code);
