import * as z from 'zod/mini';
import { type Entry, stateHash } from '../engine/log.ts';
import { WrittenEntry } from './readLog.ts';
import type { Opened } from './report.ts';

/** What the JSON of an export calls itself. */
export const EXPORT_FORMAT = 'between-giants/export';

/** The format's version; a change that readers could stumble over counts up. */
export const EXPORT_VERSION = 1;

const Written = z.looseObject({
  format: z.literal(EXPORT_FORMAT),
  version: z.int(),
  tables: z.array(z.looseObject({ id: z.string(), stateHash: z.string(), entries: z.array(WrittenEntry) })),
});

/** A table of an export. `stateHash`: of the state that its log led to where it was written. */
export type ExportedLog = {
  readonly id: string;
  readonly stateHash: string;
  readonly entries: readonly Entry[];
};

/** Why a text is no export that can be read: of another format, or of a later version than this one. */
export type ExportFault = { readonly code: 'export.format' | 'export.version'; readonly at: number };

/** Whether a text claims to be the JSON of an export, and no log. */
export const isExport = (text: string): boolean => text.slice(0, 200).includes(JSON.stringify(EXPORT_FORMAT));

/** Reads the JSON of an export: its tables in their order. */
export const readExport = (text: string): readonly ExportedLog[] | ExportFault => {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { code: 'export.format', at: 0 };
  }
  const read = Written.safeParse(json);
  if (!read.success) return { code: 'export.format', at: 0 };
  const { version, tables } = read.data;
  return version > EXPORT_VERSION
    ? { code: 'export.version', at: version }
    : (tables as unknown as readonly ExportedLog[]);
};

/** Whether a log leads to the same state here as where it was written. */
export const leadsToSame = (
  { ground }: Opened,
  { stateHash: written }: Pick<ExportedLog, 'stateHash'>,
): boolean => stateHash(ground.end) === written;
