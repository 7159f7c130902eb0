import type { Book } from '../../../shared/scenarios/book.ts';
import { bySeat } from '../../../shared/seats.ts';
import { restoreTable } from '../../../shared/table/table.ts';
import type { BranchPlan } from '../lookBack.ts';
import { freshSeed, localCode } from './localPlan.ts';
import { keepEntry, keepPlan, keptEntries, keptPlan } from './localShelf.ts';
import { HOLDER } from './localTable.ts';

/** Opens a table of this browser that plays on from a moment of another one; gives its code. Null: nothing can be played on from there. */
export const branchHere = (of: string, book: Book, { at, seat, bot }: BranchPlan): string | null => {
  const plan = keptPlan(of);
  const table = restoreTable({ book, entries: keptEntries(of).slice(0, at) });
  if (plan === null || 'brokenAt' in table) return null;
  const action = { type: 'branch', of, at, seat, name: plan.name, holder: HOLDER, bot };
  if (!table.submit('system', action, Date.now()).reply.ok) return null;
  const code = localCode();
  keepPlan(code, { ...plan, self: seat, seats: bySeat(() => bot), roundMs: null, seed: freshSeed() });
  for (const entry of table.entries) keepEntry(code, entry);
  return code;
};
