import type { Entry } from '../../../shared/engine/log.ts';
import { recall, remember } from '../../memory.ts';
import type { LocalPlan } from './localPlan.ts';

/** Older local tables than this many are forgotten: a browser keeps about 5 MB for us. */
const MOST_TABLES = 3;

const planKey = (code: string): string => `local.${code}`;
const entryKey = (code: string, seq: number): string => `local.${code}.${seq}`;

const parse = <T>(text: string | null): T | null => {
  try {
    return text === null ? null : (JSON.parse(text) as T);
  } catch {
    return null;
  }
};

const codes = (): readonly string[] => {
  const kept = parse<readonly string[]>(recall('local.tables'));
  return Array.isArray(kept) ? kept : [];
};

/** Everything that was kept of a table, oldest first, as far as it goes without a gap. */
export const keptEntries = (code: string): readonly Entry[] => {
  const entries: Entry[] = [];
  for (;;) {
    const entry = parse<Entry>(recall(entryKey(code, entries.length + 1)));
    if (entry === null) return entries;
    entries.push(entry);
  }
};

const forget = (code: string): void => {
  for (let seq = 1; recall(entryKey(code, seq)) !== null; seq++) remember(entryKey(code, seq), null);
  remember(planKey(code), null);
};

/** Keeps the plan of a new table, and forgets the oldest ones. */
export const keepPlan = (code: string, plan: LocalPlan): void => {
  const known = [code, ...codes().filter((other) => other !== code)];
  for (const old of known.slice(MOST_TABLES)) forget(old);
  remember('local.tables', JSON.stringify(known.slice(0, MOST_TABLES)));
  remember(planKey(code), JSON.stringify(plan));
};

/** The plan of a table; null: this browser knows of no such table. */
export const keptPlan = (code: string): LocalPlan | null => parse<LocalPlan>(recall(planKey(code)));

/** Keeps one more entry of a table's log. What was kept after it was of another game, or of another tab: it ends here. */
export const keepEntry = (code: string, entry: Entry): void => {
  remember(entryKey(code, entry.seq), JSON.stringify(entry));
  remember(entryKey(code, entry.seq + 1), null);
};
