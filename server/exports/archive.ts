import { strToU8, zipSync } from 'fflate';
import { EXPORT_FORMAT, EXPORT_VERSION } from '../../shared/debrief/readExport.ts';
import { writeLog } from '../../shared/debrief/readLog.ts';
import { stateHash } from '../../shared/engine/log.ts';
import { csvOf } from './csv.ts';
import { type ExportPlan, exportedTable, groupOf } from './exported.ts';
import { sheetsOf } from './sheets.ts';

/** Files carry no time of their own, so that the same export is the same to the byte. */
const TIMELESS = new Date(1980, 0, 1);

/** Everything as one JSON object: the logs fold to the states whose hashes go with them. */
const jsonOf = (tables: readonly ReturnType<typeof exportedTable>[], plan: ExportPlan): string =>
  `${JSON.stringify({
    format: EXPORT_FORMAT,
    version: EXPORT_VERSION,
    group: groupOf(plan.key),
    withWords: plan.words !== null,
    tables: tables.map(({ id, treatment, people, entries, end }) => ({
      id,
      treatment,
      people,
      stateHash: stateHash(end),
      entries,
    })),
  })}\n`;

/** The files of an export by their names: a sheet for each kind of thing, the logs, and all of it as JSON. */
export const exportFiles = (plan: ExportPlan): Readonly<Record<string, string>> => {
  const tables = plan.tables.map((source) => exportedTable(source, plan));
  const files: Record<string, string> = {};
  for (const [name, sheet] of Object.entries(sheetsOf(tables, plan))) files[`${name}.csv`] = csvOf(sheet);
  for (const { id, entries } of tables) files[`logs/${id}.jsonl`] = writeLog(entries);
  files['export.json'] = jsonOf(tables, plan);
  return files;
};

/** An export as one ZIP. The same plan gives the same bytes. */
export const zipOf = (plan: ExportPlan): Uint8Array =>
  zipSync(
    Object.fromEntries(Object.entries(exportFiles(plan)).map(([name, text]) => [name, strToU8(text)])),
    { mtime: TIMELESS, level: 6 },
  );
