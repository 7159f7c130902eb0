import { isProblem } from '../http/errorCodes.ts';
import type { ClassDesk } from './desk.ts';
import type { ClassTables } from './protocol.ts';
import { variedFactors } from './treatments.ts';

/** The tables of a class, for its debrief and its exports. */
export const classTables = async ({ record, plan, journal, keeper }: ClassDesk): Promise<ClassTables> => {
  const tables = journal.state().tables.map(async (table) => {
    const host = await keeper.hostOf(table);
    return { ...table, hasEnded: !isProblem(host) && host.table.state.phase === 'ended' };
  });
  return {
    code: record.code,
    title: plan.title,
    isDemo: plan.demo !== null,
    factors: variedFactors(plan),
    tables: await Promise.all(tables),
  };
};
