import { isProblem } from '../http/errorCodes.ts';
import type { ClassStore } from '../storage/classStore.ts';
import type { ClassDesk } from './desk.ts';
import { formCounts } from './formCounts.ts';
import type { ClassTable } from './journal.ts';
import type { ClassDebrief, DebriefTable } from './protocol.ts';
import { variedFactors } from './treatments.ts';

/** Fewer answers than these tell the class who gave them. */
const LEAST_ANSWERS = 3;

/**
 * What the debrief of a class is about. Its facilitator sees every table; its people those that have ended and whose mandates
 * are open: of the others they don't even learn the code.
 */
export const classDebrief = async (
  desk: ClassDesk,
  store: ClassStore,
  reader: ClassDebrief['reader'],
): Promise<ClassDebrief> => {
  const { record, plan, journal, keeper } = desk;
  const isFacilitator = reader === 'facilitator';
  const lineOf = async ({ number, code, treatment, ...table }: ClassTable): Promise<DebriefTable> => {
    const host = await keeper.hostOf({ number, code, treatment, ...table });
    const state = isProblem(host) ? null : host.table.state;
    const hasEnded = state?.phase === 'ended';
    const isReadable = hasEnded && (isFacilitator || state.mandatesOpen);
    return { number, code: isReadable ? code : null, treatment, hasEnded };
  };
  return {
    reader,
    code: record.code,
    title: plan.title,
    isDemo: plan.demo !== null,
    factors: variedFactors(plan),
    tables: await Promise.all(journal.state().tables.map(lineOf)),
    forms: await formCounts(desk, store, { least: isFacilitator ? 1 : LEAST_ANSWERS }),
  };
};
