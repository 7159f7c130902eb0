import * as z from 'zod/mini';
import { AUDIENCES } from '../engine/events.ts';
import type { Entry } from '../engine/log.ts';
import { SEATS } from '../seats.ts';

/** An entry as it is written. */
export const WrittenEntry = z.strictObject({
  seq: z.int(),
  at: z.number(),
  actor: z.enum([...SEATS, 'system', 'facilitator']),
  id: z.nullable(z.string()),
  action: z.unknown(),
  events: z.array(
    z.looseObject({ kind: z.string().check(z.refine((kind) => Object.hasOwn(AUDIENCES, kind))) }),
  ),
  hash: z.string(),
});

/** A log that can't be read, and the line (from 1) where reading ended. */
export type LogFault = { readonly code: 'log.line'; readonly line: number };

const entryFrom = (line: string): Entry | null => {
  try {
    const read = WrittenEntry.safeParse(JSON.parse(line));
    return read.success ? (read.data as unknown as Entry) : null;
  } catch {
    return null;
  }
};

/** Reads a log as it is written: one JSON entry a line. Whether its entries follow from each other is another question (`openLog`). */
export const readLog = (text: string): readonly Entry[] | LogFault => {
  const entries: Entry[] = [];
  for (const [i, line] of text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    if (line.trim() === '') continue;
    const entry = entryFrom(line);
    if (entry === null) return { code: 'log.line', line: i + 1 };
    entries.push(entry);
  }
  return entries;
};

/** Writes a log: one JSON entry a line. */
export const writeLog = (entries: readonly Entry[]): string =>
  entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
